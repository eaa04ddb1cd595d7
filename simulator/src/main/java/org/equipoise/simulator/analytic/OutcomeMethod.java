package org.equipoise.simulator.analytic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;

/** How the power of a test of a binary or continuous endpoint is computed. */
public enum OutcomeMethod {
    /** The textbooks' normal approximation, with the variances of the test. */
    NORMAL("normal"),
    /** Sums over all tables of two proportions. */
    EXACT("exact"),
    /** The noncentral t distribution. */
    NONCENTRAL_T("noncentralT");

    private final String key;

    OutcomeMethod(String key) {
        this.key = key;
    }

    /** Its name in commands and results. */
    public String key() {
        return key;
    }

    /** All names. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(OutcomeMethod::key).toList();
    }

    /** The one of that name. */
    public static Optional<OutcomeMethod> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /** Those that a scenario's test has; the first is the one that is taken unless another is asked for. */
    public static List<OutcomeMethod> of(Scenario scenario) {
        return of(scenario.analysis().test().method());
    }

    static List<OutcomeMethod> of(TestPlan.Method test) {
        return switch (test) {
            case FISHER_EXACT -> List.of(EXACT);
            case T_TEST -> List.of(NONCENTRAL_T, NORMAL);
            default -> List.of(NORMAL, EXACT);
        };
    }
}
