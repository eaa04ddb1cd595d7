package org.equipoise.simulator.design;

import java.util.Objects;
import java.util.Optional;
import org.equipoise.core.sequential.Spending;
import org.equipoise.simulator.scenario.Bounds;

/** The function by which a scenario spends an error over information. */
public final class SpendingFunction {
    private SpendingFunction() {}

    /** The function; empty where the error is given look by look. */
    public static Optional<Spending> of(Bounds.Spent spent) {
        return switch (spent.spending()) {
            case OBRIEN_FLEMING -> Optional.of(Spending.lanDeMetsOBrienFleming());
            case POCOCK -> Optional.of(Spending.lanDeMetsPocock());
            case HWANG_SHIH_DE_CANI -> Optional.of(Spending.hwangShihDeCani(Objects.requireNonNull(spent.gamma())));
            case POWER -> Optional.of(Spending.kimDeMets(Objects.requireNonNull(spent.rho())));
            case VALUES -> Optional.empty();
        };
    }
}
