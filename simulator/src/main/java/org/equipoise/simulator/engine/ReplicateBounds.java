package org.equipoise.simulator.engine;

import org.equipoise.core.sequential.Monitor;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.engine.look.LookColumns;
import org.jspecify.annotations.Nullable;

/**
 * The bounds that one replicate after the other meets. As long as looks come with the events that were planned, and at
 * the time that was where errors are spent by it, they are the planned bounds and cost nothing. From the first look on
 * that does not, bounds are found from the events that are there: errors are spent by them or by the calendar, at most
 * all, and the last look spends what is left. A look that is not reached, or that has no more events than one before
 * it, spends nothing and has no bound, unless it is the last.
 *
 * <p>Bounds are found when they are asked for. For one thread; allocates nothing per replicate.
 */
final class ReplicateBounds {
    /** In place of no further information at the last look, which may not be nothing. */
    private static final double LEAST_STEP = 1e-6;

    private final ComparisonBounds plan;
    private final @Nullable Monitor monitor;
    private final double[] efficacy;
    private final double[] futility;
    private final int last;
    private LookColumns[] looks = new LookColumns[0];
    private int replicate;
    private int found;
    private boolean asPlanned;
    private double information;

    ReplicateBounds(ComparisonBounds plan) {
        this.plan = plan;
        monitor = plan.followsInformation() ? plan.monitor() : null;
        last = plan.looks() - 1;
        efficacy = new double[last + 1];
        futility = new double[last + 1];
        for (int k = 0; k <= last; k++) {
            efficacy[k] = plan.efficacy(k);
            futility[k] = plan.futility(k);
        }
    }

    /** Turns to the block's {@code i}-th replicate. */
    void turnTo(LookColumns[] columns, int i) {
        looks = columns;
        replicate = i;
        found = 0;
        asPlanned = true;
    }

    /** Z at or above which a look (from 0) rejects. */
    double efficacy(int look) {
        if (monitor != null) {
            findUpTo(look, monitor);
        }
        return efficacy[look];
    }

    /** Z at or below which a look (from 0) stops for futility. */
    double futility(int look) {
        if (monitor != null) {
            findUpTo(look, monitor);
        }
        return futility[look];
    }

    private void findUpTo(int look, Monitor by) {
        for (; found <= look; found++) {
            double events = looks[found].events[replicate];
            if (asPlanned && isAsPlanned(found, events)) {
                efficacy[found] = plan.efficacy(found);
                futility[found] = plan.futility(found);
            } else {
                if (asPlanned) {
                    asPlanned = false;
                    followPlan(found, by);
                }
                find(found, events, by);
            }
        }
    }

    private boolean isAsPlanned(int look, double events) {
        return events == plan.plannedEvents(look)
                && (!plan.followsCalendar() || looks[look].time[replicate] == plan.plannedTime(look));
    }

    /** Takes the looks that came as planned. */
    private void followPlan(int until, Monitor by) {
        by.reset();
        information = 0;
        for (int k = 0; k < until; k++) {
            information = plan.plannedEvents(k) / plan.plannedEvents(last);
            by.look(information, plan.spendingTime(plan.plannedEvents(k), looks[k].time[replicate]));
        }
    }

    private void find(int look, double events, Monitor by) {
        double actual = events / plan.plannedEvents(last); // NaN when not reached
        if (look == last && !Double.isNaN(actual)) {
            information = Math.max(actual, information + LEAST_STEP);
            by.finalLook(information);
        } else if (look < last && actual > information) {
            information = actual;
            by.look(information, plan.spendingTime(events, looks[look].time[replicate]));
        } else {
            efficacy[look] = Double.POSITIVE_INFINITY;
            futility[look] = Double.NEGATIVE_INFINITY;
            if (look < last) {
                by.skipLook();
            }
            return;
        }
        efficacy[look] = by.efficacy();
        futility[look] = look == last ? plan.futility(last) : by.futility();
    }
}
