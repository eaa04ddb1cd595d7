package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.ScenarioWords;

/** Warnings that only a simulation can give: looks that some replicates cannot reach, a precision that was not. */
public final class RunWarnings {
    private static final double HALF = 0.5;

    private RunWarnings() {}

    /**
     * One for each look that not every replicate reaches, and one for a target precision that is not reached.
     *
     * @param expectations of what was simulated
     */
    public static List<String> of(SimulationResult result, Expectations expectations) {
        List<String> warnings = new ArrayList<>();
        for (LookResult look : result.looks()) {
            if (look.reached().value() < 1) {
                warnings.add(words(look, result, expectations));
            }
        }
        Double target = result.scenario().simulation().targetStandardError();
        if (target != null && result.power().standardError() > target) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "the standard error of power is %s, not the target of %s, for which about %s replicates are needed",
                    Digits.plain(result.power().standardError()),
                    Digits.plain(target),
                    Digits.grouped(neededFor(target, result))));
        }
        return warnings;
    }

    /** The error falls with the root of the number of replicates. */
    private static long neededFor(double target, SimulationResult result) {
        double factor = result.power().standardError() / target;
        return Math.round(result.replicates() * factor * factor);
    }

    private static String words(LookResult look, SimulationResult result, Expectations expectations) {
        long reached = Math.round(look.reached().value() * result.replicates());
        String condition = ScenarioWords.look(result.scenario(), look.look() - 1);
        return String.format(
                Locale.ROOT,
                "look %d (%s) is reached in %s of %s replicates (%s)%s: follow-up without end of all %d patients gives %.1f"
                        + " events in expectation; a replicate that never reaches its last look does not reject, and does not"
                        + " count in the duration",
                look.look(),
                condition,
                Digits.grouped(reached),
                Digits.grouped(result.replicates()),
                Digits.percent(look.reached().value()),
                look.reached().value() < HALF ? ", fewer than half" : "",
                result.scenario().enrolment().patients(),
                expectations.maximum());
    }
}
