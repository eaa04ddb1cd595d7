package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.engine.Block;
import org.equipoise.simulator.engine.Decision;
import org.equipoise.simulator.engine.Replicator;
import org.equipoise.simulator.engine.look.LookColumns;
import org.equipoise.simulator.scenario.Scenario;

/**
 * What one look of an example shows, of its first comparison.
 *
 * @param look from 1
 * @param calendarTime of the look; NaN when it is not reached, and all that follows too
 * @param patients enrolled by then
 * @param events by then in each arm, the control first
 * @param z log-rank Z, above 0 in favour of the experimental arm
 * @param efficacy bound of Z as planned; infinite where there is none
 * @param futility the same; minus infinity where there is none
 * @param hazardRatio the Cox estimate; NaN where there is none
 * @param standardError of its logarithm; NaN where there is none
 * @param low its lower 95 % limit
 * @param high its upper 95 % limit
 * @param decision what it decides
 */
public record ExampleLook(
        int look,
        double calendarTime,
        double patients,
        List<Double> events,
        double z,
        double efficacy,
        double futility,
        double hazardRatio,
        double standardError,
        double low,
        double high,
        Decision decision) {
    private static final double Z95 = StandardNormal.upperQuantile(0.025);

    /** Copies the list. */
    public ExampleLook {
        events = List.copyOf(events);
    }

    /** The looks of an example up to that at which it is decided. */
    public static List<ExampleLook> of(Scenario scenario, BoundPlan bounds, ExampleTrial example) {
        Block block = new Replicator(scenario, bounds).simulate(example.replicate(), 1);
        List<ExampleLook> looks = new ArrayList<>();
        for (int k = 0; k <= example.look(); k++) {
            looks.add(of(block, bounds, k));
        }
        return looks;
    }

    private static ExampleLook of(Block block, BoundPlan bounds, int k) {
        LookColumns look = block.look(k);
        List<Double> events = new ArrayList<>();
        for (double[] inArm : look.eventsByArm) {
            events.add(inArm[0]);
        }
        double log = look.logHazardRatio[0][0];
        double error = look.standardError[0][0];
        boolean estimated = Double.isFinite(log) && Double.isFinite(error);
        return new ExampleLook(
                k + 1,
                look.time[0],
                look.enrolled[0],
                events,
                look.z[0][0],
                bounds.comparison(0).efficacy(k),
                bounds.comparison(0).futility(k),
                estimated ? Math.exp(log) : Double.NaN,
                estimated ? error : Double.NaN,
                estimated ? Math.exp(log - Z95 * error) : Double.NaN,
                estimated ? Math.exp(log + Z95 * error) : Double.NaN,
                block.decision(0, 0, k));
    }
}
