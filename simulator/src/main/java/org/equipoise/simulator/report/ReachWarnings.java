package org.equipoise.simulator.report;

import java.util.List;
import java.util.Locale;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.SimulationResult;

/** Warnings that only a simulation can give: looks that some replicates cannot reach. */
public final class ReachWarnings {
    private static final double HALF = 0.5;

    private ReachWarnings() {}

    /** One for each look that not every replicate reaches. */
    public static List<String> of(SimulationResult result) {
        return result.looks().stream()
                .filter(look -> look.reached().value() < 1)
                .map(look -> words(look, result))
                .toList();
    }

    private static String words(LookResult look, SimulationResult result) {
        long reached = Math.round(look.reached().value() * result.replicates());
        String condition = ScenarioWords.look(result.scenario(), look.look() - 1);
        return String.format(
                Locale.ROOT,
                "look %d (%s) is reached in %s of %s replicates (%s)%s; a replicate that never reaches its last look does"
                        + " not reject, and does not count in the duration",
                look.look(),
                condition,
                Digits.grouped(reached),
                Digits.grouped(result.replicates()),
                Digits.percent(look.reached().value()),
                look.reached().value() < HALF ? ", fewer than half" : "");
    }
}
