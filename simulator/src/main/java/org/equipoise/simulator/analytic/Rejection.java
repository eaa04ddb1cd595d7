package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.staged.ManyToOneDesign;
import org.equipoise.core.sequential.ManyToOne;
import org.equipoise.simulator.scenario.Scenario;

/**
 * Which rejections are the power that is sought: of any null hypothesis, of all, or of one arm's. With one experimental
 * arm these are the same.
 *
 * @param name what commands and results call it
 * @param comparison of the arm (from 0); negative for any or all
 */
public record Rejection(String name, int comparison) {
    private static final String OF_ALL = "all";

    /** Of any null hypothesis. */
    public static final Rejection ANY = new Rejection("any", -1);

    /** Of all of them. */
    public static final Rejection ALL = new Rejection(OF_ALL, -1);

    /** The one of that name, where a scenario has it; an arm's name comes first. */
    public static Optional<Rejection> of(String name, Scenario scenario) {
        int arm = scenario.experimentalArms().indexOf(name);
        if (arm >= 0) {
            return Optional.of(new Rejection(name, arm));
        }
        return name.equals(ANY.name()) ? Optional.of(ANY) : name.equals(OF_ALL) ? Optional.of(ALL) : Optional.empty();
    }

    /** All names that a scenario has. */
    public static List<String> names(Scenario scenario) {
        List<String> names = new ArrayList<>(List.of(ANY.name(), OF_ALL));
        names.addAll(scenario.experimentalArms());
        return names;
    }

    /** Whether it is of one arm's hypothesis. */
    boolean isOfOne() {
        return comparison >= 0;
    }

    /** The comparison that stands for the trial in a search. */
    int lead() {
        return Math.max(0, comparison);
    }

    double power(ManyToOneDesign design, PowerMethod method) {
        if (isOfOne() || design.comparisons() == 1) {
            return design.comparison(lead()).power(method);
        }
        ManyToOne ends = design.crossing(method);
        return name.equals(OF_ALL) ? ends.all(ends.looks()) : ends.any(ends.looks());
    }
}
