package org.equipoise.simulator.analysis;

import org.equipoise.core.numerics.Limits;
import org.equipoise.core.survival.KaplanMeier;

/**
 * One arm of the data.
 *
 * @param name its level
 * @param patients in it
 * @param events in it
 * @param expected events under equal hazards, as the log-rank test has them; within strata when there are any
 * @param curve its survival
 * @param median time by which half have had the event; infinite when not reached
 * @param medianLimits confidence limits of the median
 */
public record ArmSummary(
        String name,
        int patients,
        int events,
        double expected,
        KaplanMeier curve,
        double median,
        Limits medianLimits) {}
