package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.simulator.scenario.Bounds;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.Scenario;

/** What is legal in a scenario but suspect, in words for its author. */
public final class Warnings {
    private static final double SMALL_RATIO = 0.2;
    private static final double LARGE_RATIO = 5;
    private static final double COMFORT = 3;
    private static final double RARE = 0.0005;

    private Warnings() {}

    /** The warnings of a scenario, before anything is simulated. */
    public static List<String> of(Scenario scenario, Expectations expectations) {
        List<String> warnings = new ArrayList<>();
        addHazardRatios(warnings, scenario);
        warnings.addAll(TimeScale.warnings(scenario));
        addReach(warnings, scenario, expectations);
        if (scenario.experimentalArms().size() > 1) {
            warnings.add("each of " + scenario.experimentalArms().size()
                    + " experimental arms is compared with the control at the full significance level;"
                    + " the level of all together is not adjusted");
        }
        if (scenario.analysis().looks().size() > 1 && scenario.analysis().efficacy() instanceof Bounds.Given) {
            warnings.add("the efficacy bounds are taken as given, whatever type I error they have; --null tells it");
        }
        return warnings;
    }

    private static void addHazardRatios(List<String> warnings, Scenario scenario) {
        for (String arm : scenario.experimentalArms()) {
            if (scenario.model(arm) instanceof EventModel.Relative relative) {
                for (double ratio : relative.hazardRatio().values()) {
                    if (ratio < SMALL_RATIO || ratio > LARGE_RATIO) {
                        warnings.add(String.format(
                                Locale.ROOT,
                                "the hazard ratio %s of arm %s is far from anything seen in practice; is it meant?",
                                ratio,
                                arm));
                    }
                }
            }
        }
    }

    /**
     * The number of events that ever come is binomial; how likely it reaches what a look waits for, by its normal
     * approximation.
     */
    private static void addReach(List<String> warnings, Scenario scenario, Expectations expectations) {
        int patients = scenario.enrolment().patients();
        double mean = expectations.maximum();
        double sd = Math.sqrt(mean * Math.max(0, 1 - mean / patients));
        for (int k = 0; k < scenario.analysis().looks().size(); k++) {
            int needed = scenario.analysis().eventsAwaitedAt(k).orElse(0);
            if (needed - 0.5 > mean - COMFORT * sd) {
                double reach = sd > 0 ? StandardNormal.upperTail((needed - 0.5 - mean) / sd) : needed > mean ? 0 : 1;
                warnings.add(String.format(
                        Locale.ROOT,
                        "look %d waits for %d events, but follow-up without end of all %d patients gives %.1f in"
                                + " expectation: %s of replicates get there, the others do not reject",
                        k + 1,
                        needed,
                        patients,
                        mean,
                        reach < RARE ? "hardly any" : String.format(Locale.ROOT, "about %.1f %%", 100 * reach)));
            }
        }
    }
}
