package org.equipoise.core.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.numerics.Roots;
import org.equipoise.core.numerics.StepFunction;
import org.jspecify.annotations.Nullable;

/**
 * Expected numbers of patients, events and dropouts over calendar time, and the calendar time of an expected number of
 * events.
 *
 * <p>With A(t) patients expected by calendar time t, f the density of the event and G the share not lost, an arm with
 * share p of the patients has E(t) = p ∫₀ᵗ A(t - x) f(x) G(x) dx expected events by t (Lachin and Foulkes 1986,
 * Biometrics 42:507-519, for uniform enrolment and exponential times; Kim and Tsiatis 1990, Biometrics 46:81-92, for
 * the inverse). Where hazards are constant on pieces, also in parts of the patients, the integral has a closed form;
 * elsewhere it is computed numerically. The absolute error is below 1e-10 for trials of up to 10,000 patients.
 */
public final class ExpectedEvents {
    /** Of a difference quotient over calendar time, over that time. */
    private static final double STEP = 1e-4;

    private final Accrual accrual;
    private final List<PlannedArm> arms;
    private final double totalAllocation;
    private final List<Incidence> events;
    /** null where nobody is lost. */
    private final List<@Nullable Incidence> dropouts;

    private ExpectedEvents(Accrual accrual, List<PlannedArm> arms) {
        this(accrual, arms, new ArrayList<>(), new ArrayList<>());
        for (PlannedArm arm : arms) {
            events.add(new Incidence(arm.event(), arm.dropout()));
            dropouts.add(arm.dropout() == null ? null : new Incidence(arm.dropout(), arm.event()));
        }
    }

    private ExpectedEvents(
            Accrual accrual, List<PlannedArm> arms, List<Incidence> events, List<@Nullable Incidence> dropouts) {
        this.accrual = accrual;
        this.arms = arms;
        this.events = events;
        this.dropouts = dropouts;
        totalAllocation = arms.stream().mapToDouble(PlannedArm::allocation).sum();
    }

    /**
     * For a trial.
     *
     * @param enrolment patients and the rates at which they come
     * @param arrivals how entry times scatter; {@link ArrivalProcess#UNIFORM} gives the classical formulas
     * @param arms at least one
     * @throws IllegalArgumentException when there is no arm
     */
    public static ExpectedEvents of(Enrolment enrolment, ArrivalProcess arrivals, List<PlannedArm> arms) {
        if (arms.isEmpty()) {
            throw new IllegalArgumentException("at least one arm is needed, there is none");
        }
        return new ExpectedEvents(new Accrual(enrolment.patients(), enrolment.rates(), arrivals), List.copyOf(arms));
    }

    /**
     * For a trial whose size is not settled.
     *
     * @param patients positive, not necessarily whole
     * @param rates patients per time unit over calendar time
     * @param arms at least one
     */
    static ExpectedEvents of(double patients, StepFunction rates, ArrivalProcess arrivals, List<PlannedArm> arms) {
        return new ExpectedEvents(new Accrual(patients, rates, arrivals), List.copyOf(arms));
    }

    /**
     * For a trial of two arms. Each stratum's control and experimental arm count as two arms here, in that order, so
     * that stratum s has arms 2s and 2s + 1.
     */
    public static ExpectedEvents of(PlannedTrial trial) {
        List<PlannedArm> arms = new ArrayList<>();
        for (int s = 0; s < trial.strata().size(); s++) {
            PlannedStratum stratum = trial.strata().get(s);
            double experimental = stratum.experimentalShare();
            PlannedArm control = stratum.control();
            PlannedArm other = stratum.experimental();
            arms.add(new PlannedArm(trial.prevalence(s) * (1 - experimental), control.event(), control.dropout()));
            arms.add(new PlannedArm(trial.prevalence(s) * experimental, other.event(), other.dropout()));
        }
        return new ExpectedEvents(new Accrual(trial.patients(), trial.rates(), trial.arrivals()), List.copyOf(arms));
    }

    /** The arms, in the order in which they are numbered from 0. */
    public List<PlannedArm> arms() {
        return arms;
    }

    /** Patients expected in all arms by calendar time {@code time}. */
    public double enrolled(double time) {
        return accrual.expected(time);
    }

    /** Patients expected in {@code arm} by calendar time {@code time}. */
    public double enrolled(int arm, double time) {
        return share(arm) * enrolled(time);
    }

    /** Events expected in all arms by calendar time {@code time}. */
    public double events(double time) {
        return total(arm -> events(arm, time));
    }

    /** Events expected in {@code arm} by calendar time {@code time}. */
    public double events(int arm, double time) {
        return share(arm) * events.get(arm).expected(accrual, time);
    }

    /** Dropouts before an event expected in all arms by calendar time {@code time}. */
    public double dropouts(double time) {
        return total(arm -> dropouts(arm, time));
    }

    /** Dropouts before an event expected in {@code arm} by calendar time {@code time}. */
    public double dropouts(int arm, double time) {
        Incidence lost = dropouts.get(arm);
        return lost == null ? 0 : share(arm) * lost.expected(accrual, time);
    }

    /** Limit of the events expected in all arms: what endless follow-up would give. */
    public double maximum() {
        return total(this::maximum);
    }

    /** Limit of the events expected in {@code arm}. */
    public double maximum(int arm) {
        return patients(arm) * events.get(arm).everFirst();
    }

    /**
     * Calendar time at which the expected number of events in all arms is {@code events}.
     *
     * @param events any number; for 0 or less the answer is 0
     * @return infinite when no follow-up is long enough, that is when {@code events} is {@link #maximum} or more
     * @throws IllegalArgumentException when {@code events} is NaN
     */
    public double timeOf(double events) {
        if (accrual.arrivals() == ArrivalProcess.POISSON) {
            ExpectedEvents following = followingRates();
            double guess = following.timeOf(events);
            if (!(guess > 0 && guess <= Double.MAX_VALUE)) {
                return guess;
            }
            double slope = (following.events(guess * (1 + STEP)) - events) / (guess * STEP);
            return Roots.near(this::events, events, maximum(), guess, slope);
        }
        return Roots.bracketAndSolve(this::events, events, maximum(), accrual.duration());
    }

    /**
     * {@link #timeOf(double)} from a time that is near; faster.
     *
     * @param near positive and finite
     */
    public double timeOf(double events, double near) {
        return Roots.near(this::events, events, maximum(), near);
    }

    /**
     * What is expected when {@code events} have been seen in all arms together. The time is the mean of a random time,
     * as a rule earlier than {@link #timeOf}, when that many are expected. With {@link ArrivalProcess#EVEN} entries,
     * figures are those at {@link #timeOf}.
     *
     * @param events positive; close to {@link #maximum} the approximation fails
     * @return with an infinite time, and the limits of endless follow-up, when {@code events} is the maximum or more
     */
    public AtEvents atEvents(double events) {
        if (accrual.arrivals() != ArrivalProcess.POISSON || events >= maximum()) {
            return given(events);
        }
        List<LastArrival> nodes = LastArrival.nodes(accrual.patients());
        ExpectedEvents middle = whenAllHaveCome(LastArrival.mean(accrual.patients()));
        double time = middle.timeOf(events);
        List<AtEvents> parts = nodes.stream()
                .map(node -> whenAllHaveCome(node.total()))
                .map(part -> part.at(part.timeOf(events, time)))
                .toList();
        return AtEvents.average(parts, nodes).plus(new EventTime(middle, time).corrections());
    }

    /**
     * With independent entries, up to the time by which arrivals at these rates, were there no limit to their number,
     * are expected to be {@code total}: what is expected of a Poisson process once the mean of the process when all
     * have come is known.
     *
     * @param total positive
     */
    public ExpectedEvents whenAllHaveCome(double total) {
        return new ExpectedEvents(accrual.given(total), arms, events, dropouts);
    }

    private ExpectedEvents followingRates() {
        return whenAllHaveCome(accrual.patients());
    }

    private AtEvents given(double events) {
        double time = timeOf(events);
        AtEvents expected = at(time);
        return accrual.arrivals() == ArrivalProcess.UNIFORM && time < Double.POSITIVE_INFINITY
                ? expected.plus(new EventTime(this, time).corrections())
                : expected;
    }

    private AtEvents at(double time) {
        List<Double> byArm = IntStream.range(0, arms.size())
                .mapToObj(arm -> events(arm, time))
                .toList();
        return new AtEvents(time, enrolled(time), byArm, dropouts(time));
    }

    private double share(int arm) {
        return arms.get(arm).allocation() / totalAllocation;
    }

    double patients(int arm) {
        return share(arm) * accrual.patients();
    }

    private double total(IntToDoubleFunction ofArm) {
        return IntStream.range(0, arms.size()).mapToDouble(ofArm).sum();
    }
}
