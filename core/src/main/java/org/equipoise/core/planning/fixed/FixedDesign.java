package org.equipoise.core.planning.fixed;

import java.util.OptionalDouble;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.AverageHazardRatio;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.core.planning.logrank.PlannedTest;
import org.equipoise.core.planning.logrank.TestWeight;

/**
 * A trial, its one analysis and its test. The null hypothesis is rejected when Z ≥ the critical value; rejection in the
 * wrong direction is not power.
 *
 * @param trial who comes when, and what is assumed of the arms
 * @param look when the analysis takes place
 * @param test which statistic Z is
 * @param hazardRatioH0 hazard ratio under the null hypothesis: 1 for superiority, above 1 for non-inferiority; positive
 *     and finite
 * @param criticalValue finite
 */
public record FixedDesign(PlannedTrial trial, Look look, PlannedTest test, double hazardRatioH0, double criticalValue) {

    /** @throws IllegalArgumentException when a number is out of range */
    public FixedDesign {
        if (!(hazardRatioH0 > 0 && hazardRatioH0 <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("hazardRatioH0 must be positive and finite, was " + hazardRatioH0);
        }
        if (!Double.isFinite(criticalValue)) {
            throw new IllegalArgumentException("critical value must be finite, was " + criticalValue);
        }
    }

    /**
     * A log-rank test for superiority.
     *
     * @param alpha level, in (0, 1)
     * @param sides 1 or 2; with 2, half the level is spent on the favourable side
     * @throws IllegalArgumentException when one of these does not hold
     */
    public static FixedDesign of(PlannedTrial trial, Look look, double alpha, int sides) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be greater than 0 and less than 1, was " + alpha);
        }
        if (sides != 1 && sides != 2) {
            throw new IllegalArgumentException("sides must be 1 or 2, was " + sides);
        }
        return new FixedDesign(trial, look, TestWeight.LOG_RANK, 1, StandardNormal.upperQuantile(alpha / sides));
    }

    /** The same with another trial. */
    public FixedDesign withTrial(PlannedTrial trial) {
        return new FixedDesign(trial, look, test, hazardRatioH0, criticalValue);
    }

    /** The same with another look. */
    public FixedDesign withLook(Look look) {
        return new FixedDesign(trial, look, test, hazardRatioH0, criticalValue);
    }

    /** The same with another test. */
    public FixedDesign withTest(PlannedTest test) {
        return new FixedDesign(trial, look, test, hazardRatioH0, criticalValue);
    }

    /** The same with another null hypothesis. */
    public FixedDesign withHazardRatioH0(double hazardRatioH0) {
        return new FixedDesign(trial, look, test, hazardRatioH0, criticalValue);
    }

    /** Expected calendar time of the analysis; infinite when endless follow-up does not give its events. */
    public double calendarTime() {
        return look.timeOf(ExpectedEvents.of(trial));
    }

    /** Events at the analysis: as asked for, or expected. */
    public double events() {
        return look.eventsOf(ExpectedEvents.of(trial));
    }

    /** Average hazard ratio at the analysis; with proportional hazards, the hazard ratio. */
    public double averageHazardRatio() {
        OptionalDouble first = constantRatio(trial.strata().get(0));
        if (first.isPresent()
                && trial.strata().stream()
                        .allMatch(stratum -> constantRatio(stratum).equals(first))) {
            return first.getAsDouble();
        }
        return average().ratio();
    }

    private static OptionalDouble constantRatio(PlannedStratum stratum) {
        return ProportionalHazards.constantRatio(
                stratum.experimental().event(), stratum.control().event());
    }

    AverageHazardRatio average() {
        double time = calendarTime();
        // Never reached: then what endless follow-up would show.
        return AverageHazardRatio.at(trial, time < Double.POSITIVE_INFINITY ? time : 1e3 * trial.enrolmentDuration());
    }
}
