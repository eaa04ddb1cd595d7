package org.equipoise.simulator.engine.look;

import java.util.Arrays;
import java.util.List;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Look;

/** When a look happens in a replicate. */
interface CutRule {
    /**
     * Calendar time of the look; infinite when its condition is never met.
     *
     * @param cohort not modified
     * @param clock the times of the cohort's events
     */
    double time(Cohort cohort, EventClock clock);

    /** The rule of a look's condition, for look {@code k} (from 0). */
    static CutRule of(Analysis analysis, Look condition, int k) {
        if (condition instanceof Look.CalendarTime at) {
            double time = at.calendarTime();
            return (cohort, clock) -> time;
        }
        if (condition instanceof Look.AfterLastPatient after) {
            double wait = after.afterLastPatient();
            return (cohort, clock) -> cohort.arrival[cohort.patients() - 1] + wait;
        }
        if (condition instanceof Look.AllOf all) {
            CutRule[] rules = each(analysis, all.allOf(), k);
            return (cohort, clock) -> {
                double latest = Double.NEGATIVE_INFINITY;
                for (CutRule rule : rules) {
                    latest = Math.max(latest, rule.time(cohort, clock));
                }
                return latest;
            };
        }
        if (condition instanceof Look.AnyOf any) {
            CutRule[] rules = each(analysis, any.anyOf(), k);
            return (cohort, clock) -> {
                double first = Double.POSITIVE_INFINITY;
                for (CutRule rule : rules) {
                    first = Math.min(first, rule.time(cohort, clock));
                }
                return first;
            };
        }
        int events = analysis.eventsOf(condition, k);
        return (cohort, clock) -> clock.timeOf(events);
    }

    private static CutRule[] each(Analysis analysis, List<Look> conditions, int k) {
        CutRule[] rules = new CutRule[conditions.size()];
        Arrays.setAll(rules, i -> of(analysis, conditions.get(i), k));
        return rules;
    }
}
