package org.equipoise.simulator.design;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.simulator.scenario.Look;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * How many patients are expected to have a known outcome, or to be lost, at the looks of a scenario with a binary or
 * continuous endpoint; every random number in its place taken at its expectation. Arms are numbered from 0, the
 * control.
 *
 * <p>An outcome is known at a fixed time after randomisation, unless the patient has dropped out before; then it is
 * missing.
 */
public final class ExpectedOutcomes {
    private static final int STEPS = 400;

    private final Scenario scenario;
    private final Enrolment enrolment;
    private final List<String> arms;
    private final double at;

    private ExpectedOutcomes(Scenario scenario) {
        this.scenario = scenario;
        enrolment = scenario.enrolment().enrolment();
        arms = scenario.armsControlFirst();
        at = scenario.endpoint().knownAt();
    }

    /** The outcomes of a scenario that tests one. */
    public static ExpectedOutcomes of(Scenario scenario) {
        return new ExpectedOutcomes(scenario);
    }

    /** Calendar time of a look (from 0). */
    public double time(int look) {
        return decisive(look).time();
    }

    /** Patients who have come by a look (from 0). */
    public double enrolled(int look) {
        return decisive(look).enrolledBefore(0);
    }

    /** Known outcomes at a look (from 0), all arms together. */
    public double known(int look) {
        double sum = 0;
        for (int arm = 0; arm < arms.size(); arm++) {
            sum += known(look, arm);
        }
        return sum;
    }

    /** Known outcomes of an arm at a look (from 0). */
    public double known(int look, int arm) {
        return share(arm) * decisive(look).enrolledBefore(at) * (1 - lostBy(dropout(arm), at));
    }

    /** Patients lost by a look (from 0) before their outcome was known, all arms together. */
    public double lost(int look) {
        Moment moment = decisive(look);
        double sum = 0;
        for (int arm = 0; arm < arms.size(); arm++) {
            EventTimeDistribution dropout = dropout(arm);
            for (int i = 0; dropout != null && i < STEPS; i++) {
                double step = at / STEPS;
                double lost = lostBy(dropout, (i + 1) * step) - lostBy(dropout, i * step);
                sum += share(arm) * moment.enrolledBefore((i + 0.5) * step) * lost;
            }
        }
        return sum;
    }

    private double share(int arm) {
        return (double) Objects.requireNonNull(scenario.arms().get(arms.get(arm)))
                        .allocation()
                / scenario.allocationSum();
    }

    private @Nullable EventTimeDistribution dropout(int arm) {
        return scenario.dropoutTime(arms.get(arm));
    }

    private static double lostBy(@Nullable EventTimeDistribution dropout, double time) {
        return dropout == null ? 0 : -Math.expm1(-dropout.cumulativeHazard(time));
    }

    /** When a look happens: at a time of the calendar, or some time after the last patient has come. */
    private final class Moment {
        private final double calendar;
        private final double afterLast;

        private Moment(double calendar, double afterLast) {
            this.calendar = calendar;
            this.afterLast = afterLast;
        }

        double time() {
            return Double.isNaN(afterLast) ? calendar : enrolment.duration() + afterLast;
        }

        /** Patients who have come so long before, or earlier. */
        double enrolledBefore(double lead) {
            if (Double.isNaN(afterLast)) {
                return scenario.enrolment().process().expectedEnrolled(enrolment, Math.max(0, calendar - lead));
            }
            return afterLast >= lead ? enrolment.patients() : enrolment.expectedEnrolled(Math.max(0, time() - lead));
        }
    }

    private Moment decisive(int look) {
        return moment(scenario.analysis().looks().get(look));
    }

    /** Of several conditions that which decides in expectation: the last of all, the first of any. */
    private Moment moment(Look condition) {
        Comparator<Moment> byTime = Comparator.comparingDouble(Moment::time);
        if (condition instanceof Look.CalendarTime given) {
            return new Moment(given.calendarTime(), Double.NaN);
        }
        if (condition instanceof Look.AfterLastPatient after) {
            return new Moment(Double.NaN, after.afterLastPatient());
        }
        if (condition instanceof Look.AllOf all) {
            return each(all.allOf()).max(byTime).orElseThrow();
        }
        if (condition instanceof Look.AnyOf any) {
            return each(any.anyOf()).min(byTime).orElseThrow();
        }
        throw new IllegalArgumentException("outcomes are not waited for: " + condition);
    }

    private Stream<Moment> each(List<Look> conditions) {
        return conditions.stream().map(this::moment);
    }
}
