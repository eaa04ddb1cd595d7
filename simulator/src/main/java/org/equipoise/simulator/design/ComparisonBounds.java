package org.equipoise.simulator.design;

import java.util.Arrays;
import java.util.Objects;
import org.equipoise.core.sequential.GroupSequentialDesign;
import org.equipoise.core.sequential.Monitor;
import org.jspecify.annotations.Nullable;

/** The bounds of one comparison as planned, on the scale of Z. Looks are counted from 0. Immutable. */
public final class ComparisonBounds {
    private final double[] events;
    private final double[] times;
    private final double[] efficacy;
    private final double[] futility;
    private final boolean binding;
    private final @Nullable GroupSequentialDesign design;

    /**
     * @param events planned for each look; not used where there is no design
     * @param times calendar times by which errors are spent, one for each look; empty where it is by information
     * @param efficacy infinite for none
     * @param futility -∞ for none
     * @param design which finds bounds from information; null where they are given
     */
    ComparisonBounds(
            double[] events,
            double[] times,
            double[] efficacy,
            double[] futility,
            boolean binding,
            @Nullable GroupSequentialDesign design) {
        this.events = events.clone();
        this.times = times.clone();
        this.efficacy = efficacy.clone();
        this.futility = futility.clone();
        this.binding = binding;
        this.design = design;
    }

    /** Number of looks. */
    public int looks() {
        return efficacy.length;
    }

    /** Z at or above which the null hypothesis is rejected; infinite for none. */
    public double efficacy(int look) {
        return efficacy[look];
    }

    /**
     * Z at or below which the trial stops for futility; -∞ for none. Where it is found by spending there is none at the
     * last look: what does not reject there is not rejected.
     */
    public double futility(int look) {
        return futility[look];
    }

    /** Whether a look can stop for futility without taking that into account in the efficacy bounds. */
    public boolean mayOverruleFutility() {
        if (binding) {
            return false;
        }
        for (double bound : futility) {
            if (bound > Double.NEGATIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    /** Whether a bound is found from information, so that it changes when a look comes early or late. */
    public boolean followsInformation() {
        return design != null;
    }

    /** Events planned for a look, all arms together. */
    public double plannedEvents(int look) {
        return events[look];
    }

    /** Whether errors are spent by calendar time, so that bounds change when that is another than planned. */
    public boolean followsCalendar() {
        return times.length > 0;
    }

    /** Calendar time planned for a look by which errors are spent. */
    public double plannedTime(int look) {
        return times[look];
    }

    /**
     * Time by which an interim look spends, as a share of all that is planned, at most 1.
     *
     * @param seen events at the look, all arms together
     * @param time calendar time of the look; not used where errors are spent by information
     */
    public double spendingTime(double seen, double time) {
        int last = looks() - 1;
        return Math.min(1, followsCalendar() ? time / times[last] : seen / events[last]);
    }

    /** The design that finds the bounds. */
    public GroupSequentialDesign design() {
        return Objects.requireNonNull(design, "the bounds are given");
    }

    /** Finds the bounds of looks that come early or late; for one thread. */
    public Monitor monitor() {
        return design().monitor();
    }

    /** The bounds that looks take at other numbers of events than planned, but at the times planned. */
    public ComparisonBounds at(double[] seen) {
        return at(seen, times);
    }

    /**
     * The bounds that looks take at other numbers of events, or other times, than planned: the same where they are
     * given.
     *
     * @param seen events at each look, all arms together, increasing; at the last look all the information there will
     *     be
     * @param when calendar time of each look, increasing, the last one when all will have been spent; not used where
     *     errors are spent by information
     */
    public ComparisonBounds at(double[] seen, double[] when) {
        if (design == null) {
            return this;
        }
        int last = looks() - 1;
        double[] upper = new double[last + 1];
        double[] lower = new double[last + 1];
        Monitor monitor = design.monitor();
        for (int k = 0; k < last; k++) {
            double information = seen[k] / seen[last];
            monitor.look(information, followsCalendar() ? when[k] / when[last] : information);
            upper[k] = monitor.efficacy();
            lower[k] = monitor.futility();
        }
        monitor.finalLook(1);
        upper[last] = monitor.efficacy();
        lower[last] = Double.NEGATIVE_INFINITY;
        return new ComparisonBounds(seen, followsCalendar() ? when : times, upper, lower, binding, design);
    }

    /** Whether the other one has the same bounds, found in the same way from the same events. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ComparisonBounds bounds
                && Arrays.equals(events, bounds.events)
                && Arrays.equals(times, bounds.times)
                && Arrays.equals(efficacy, bounds.efficacy)
                && Arrays.equals(futility, bounds.futility)
                && binding == bounds.binding
                && followsInformation() == bounds.followsInformation();
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(efficacy) + 31 * Arrays.hashCode(futility);
    }
}
