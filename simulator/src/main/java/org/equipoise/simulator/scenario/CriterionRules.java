package org.equipoise.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What expectations must satisfy: figures that the result has, and values that they can take. */
final class CriterionRules {
    private CriterionRules() {}

    static void check(
            Faults faults,
            Map<String, Arm> arms,
            @Nullable Analysis analysis,
            @Nullable SimulationPlan simulation,
            Map<String, Criterion> expect) {
        expect.forEach((path, criterion) -> {
            String where = "expect." + path;
            try {
                Figure figure = Figure.at(path, arms.keySet());
                checkThere(faults, where, figure, arms, analysis, simulation);
                if (figure.quantity().isProbability()) {
                    checkShare(faults, where + ".atLeast", criterion.atLeast());
                    checkShare(faults, where + ".atMost", criterion.atMost());
                }
            } catch (InvalidScenarioException e) {
                e.faults().forEach(fault -> faults.add(where, fault.problem(), fault.remedy()));
            }
        });
    }

    private static void checkThere(
            Faults faults,
            String where,
            Figure figure,
            Map<String, Arm> arms,
            @Nullable Analysis analysis,
            @Nullable SimulationPlan simulation) {
        List<String> experimental = new ArrayList<>();
        arms.forEach((name, arm) -> {
            if (arm.role() == Arm.Role.EXPERIMENTAL) {
                experimental.add(name);
            }
        });
        String hypothesis = figure.hypothesis();
        if (hypothesis != null && experimental.size() == 1) {
            faults.add(where, "there is one experimental arm alone", "leave out 'hypotheses." + hypothesis + ".'");
        } else if (hypothesis != null && !experimental.contains(hypothesis)) {
            faults.add(
                    where,
                    "'" + hypothesis + "' is not an experimental arm",
                    Suggestion.among(hypothesis, experimental));
        } else if (hypothesis == null && figure.quantity().isOfOneComparison() && experimental.size() > 1) {
            faults.add(where, "each experimental arm has its own", "write hypotheses.ARM. before it");
        }
        if (figure.quantity() == Figure.Quantity.HAZARD_RATIO_MEDIAN
                && simulation != null
                && simulation.estimates() == SimulationPlan.Estimates.NONE) {
            faults.add(where, "no hazard ratio is estimated", "leave out simulation.estimates: none");
        }
        if (analysis != null) {
            checkThere(faults, where, figure, analysis);
        }
    }

    private static void checkThere(Faults faults, String where, Figure figure, Analysis analysis) {
        int looks = analysis.looks().size();
        if (figure.look() != null && figure.look() >= looks) {
            faults.add(
                    where,
                    "there is no look '" + figure.look() + "'",
                    looks == 1 ? "the only look is number 0" : "looks are numbered from 0 to " + (looks - 1));
        }
        Futility futility = analysis.futility();
        if (figure.quantity().needsFutilityToOverrule() && (futility == null || futility.binding())) {
            faults.add(
                    where,
                    "only futility bounds that do not bind can be overruled, and there are none",
                    "leave out 'WithoutFutility'");
        }
    }

    private static void checkShare(Faults faults, String where, @Nullable Double bound) {
        if (bound != null && !(bound >= 0 && bound <= 1)) {
            faults.add(
                    where, "must be at least 0 and at most 1, was " + Faults.plain(bound), "a probability is a share");
        }
    }
}
