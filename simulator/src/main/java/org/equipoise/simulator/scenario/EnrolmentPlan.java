package org.equipoise.simulator.scenario;

import java.util.List;
import java.util.Objects;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.jspecify.annotations.Nullable;

/**
 * How many patients enter, and how fast.
 *
 * @param patients largest number of patients, all arms together
 * @param arrivals the random mechanism of arrivals
 * @param rates piecewise constant rates, patients per time unit; the last one goes on
 * @param duration time in which a constant rate enrols all patients; instead of {@code rates}
 */
@Doc("How many patients enter the trial, and how fast: patients, arrivals, and either rates or duration.")
public record EnrolmentPlan(
        @Doc("Largest number of patients, all arms together.") @Range(atLeast = 2, atMost = 1_000_000)
        int patients,

        @Doc("Random mechanism of the arrivals.") @Default("poisson")
        Arrivals arrivals,

        @Doc("Piecewise constant rates, patients per time unit; the last one goes on.") @Nullable
        List<RatePiece> rates,

        @Doc("Time in which a constant rate enrols all patients; instead of rates.")
        @Range(above = 0, atMost = 1e6)
        @Nullable
        Double duration) {

    /** How arrivals scatter around their expectation. */
    @Doc(
            "poisson: a Poisson process; uniform: independent draws from the rates' shape; even: equally spaced in expectation.")
    public enum Arrivals {
        /** A Poisson process of the given rates, until all patients have come. */
        POISSON,
        /** Order statistics of independent draws from the rates' shape over the enrolment period. */
        UNIFORM,
        /** Patient k stands where the expected number enrolled is k. */
        EVEN
    }

    /** Validates the numbers, and that rates or a duration are given. */
    public EnrolmentPlan {
        rates = rates == null ? null : List.copyOf(rates);
        List<RatePiece> given = rates;
        Faults.of(EnrolmentPlan.class, patients, arrivals, rates, duration)
                .and(f -> check(f, patients, arrivals, given, duration))
                .throwIfAny();
    }

    static void check(
            Faults faults,
            @Nullable Integer patients,
            @Nullable Arrivals arrivals,
            @Nullable List<RatePiece> rates,
            @Nullable Double duration) {
        faults.requireOneOf("rates", rates, "duration", duration);
        if (rates != null) {
            Steps.check(faults, "rates", rates, RatePiece::from);
            if (!rates.isEmpty() && rates.get(rates.size() - 1).rate() == 0) {
                faults.add(
                        "rates." + (rates.size() - 1) + ".rate",
                        "the last rate goes on until all patients have come, so it must be above 0",
                        "give a rate above 0");
            }
        }
    }

    /**
     * The same enrolment of other patients at multiplied rates.
     *
     * @param others patients
     * @param factor above 0
     */
    public EnrolmentPlan of(int others, double factor) {
        return new EnrolmentPlan(
                others,
                arrivals,
                rates == null
                        ? null
                        : rates.stream()
                                .map(piece -> new RatePiece(piece.from(), factor * piece.rate()))
                                .toList(),
                duration == null ? null : (Double) (duration * others / patients / factor));
    }

    /** The enrolment in the terms of {@code core}. */
    public Enrolment enrolment() {
        return duration != null
                ? Enrolment.over(patients, duration)
                : Enrolment.of(
                        patients,
                        Steps.column(Objects.requireNonNull(rates), RatePiece::from),
                        Steps.column(rates, RatePiece::rate));
    }

    /** The arrival process in the terms of {@code core}. */
    public ArrivalProcess process() {
        return switch (arrivals) {
            case POISSON -> ArrivalProcess.POISSON;
            case UNIFORM -> ArrivalProcess.UNIFORM;
            case EVEN -> ArrivalProcess.EVEN;
        };
    }
}
