package org.equipoise.simulator.analytic;

import org.jspecify.annotations.Nullable;

/**
 * What is planned for one look.
 *
 * @param look from 1
 * @param informationFraction events, or known outcomes, over those of the last look
 * @param events of all arms, or known outcomes; not rounded
 * @param calendarTime when it is expected; infinite when it never is
 * @param patients expected in all arms by then
 * @param efficacy null where the look cannot reject
 * @param futility null where the look cannot stop for futility
 */
public record LookPlan(
        int look,
        double informationFraction,
        double events,
        double calendarTime,
        double patients,
        @Nullable BoundPlan efficacy,
        @Nullable BoundPlan futility) {}
