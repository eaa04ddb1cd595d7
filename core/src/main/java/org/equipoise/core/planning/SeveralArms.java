package org.equipoise.core.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.equipoise.core.distribution.Mixture;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.numerics.StepFunction;

/**
 * A trial of one control and any number of experimental arms as it is planned. Patients need not be a whole number.
 *
 * @param patients of all arms, positive and finite
 * @param rates patients per time unit over calendar time, all arms together; the last rate &gt; 0 goes on until all
 *     have come
 * @param arrivals how entry times scatter around the rates
 * @param strata what is assumed of the arms in each stratum that the test tells apart, at least one, each with equally
 *     many arms of the same allocation
 * @param balance how patients are randomised
 * @param blocksWithin parts of the patients within which blocks are permuted, where the test does not tell them apart;
 *     empty where blocks are within the strata
 */
public record SeveralArms(
        double patients,
        StepFunction rates,
        ArrivalProcess arrivals,
        List<Stratum> strata,
        Balance balance,
        List<Stratum> blocksWithin) {
    /**
     * What is assumed of the patients of one stratum.
     *
     * @param prevalence share of the patients, relative to the other strata; positive
     * @param control the control arm in this stratum
     * @param experimental the experimental arms, at least one
     */
    public record Stratum(double prevalence, PlannedArm control, List<PlannedArm> experimental) {
        /** @throws IllegalArgumentException when there is no experimental arm */
        public Stratum {
            experimental = List.copyOf(experimental);
            if (experimental.isEmpty()) {
                throw new IllegalArgumentException("at least one experimental arm is needed, there is none");
            }
        }
    }

    /** @throws IllegalArgumentException when there is no stratum */
    public SeveralArms {
        strata = List.copyOf(strata);
        blocksWithin = List.copyOf(blocksWithin);
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("at least one stratum is needed, there is none");
        }
    }

    /** A trial without strata. */
    public SeveralArms(
            double patients,
            StepFunction rates,
            ArrivalProcess arrivals,
            PlannedArm control,
            List<PlannedArm> experimental) {
        this(patients, rates, arrivals, List.of(new Stratum(1, control, experimental)), Balance.BLOCKS, List.of());
    }

    /** Number of experimental arms. */
    public int comparisons() {
        return strata.get(0).experimental().size();
    }

    /** What is expected over calendar time; the control is arm 0, experimental arm h (from 0) is arm h + 1. */
    public ExpectedEvents expected() {
        List<PlannedArm> arms = new ArrayList<>(List.of(overStrata(Stratum::control)));
        IntStream.range(0, comparisons())
                .forEach(h ->
                        arms.add(overStrata(stratum -> stratum.experimental().get(h))));
        return ExpectedEvents.of(patients, rates, arrivals, arms);
    }

    /** An arm of all patients; those of all strata are lost alike. */
    private PlannedArm overStrata(Function<Stratum, PlannedArm> arm) {
        PlannedArm first = arm.apply(strata.get(0));
        return new PlannedArm(
                first.allocation(),
                Mixture.of(
                        strata.stream().mapToDouble(Stratum::prevalence).toArray(),
                        strata.stream()
                                .map(stratum -> arm.apply(stratum).event())
                                .toList()),
                first.dropout());
    }

    /** Experimental arm {@code h} (from 0) and the control: as many patients as these two have, at their rates. */
    public PlannedTrial comparison(int h) {
        double share = share(h);
        return new PlannedTrial(
                share * patients,
                share == 1 ? rates : rates.times(share),
                arrivals,
                ofPair(strata, h),
                balance,
                ofPair(blocksWithin, h));
    }

    private static List<PlannedStratum> ofPair(List<Stratum> strata, int h) {
        return strata.stream()
                .map(stratum -> new PlannedStratum(
                        stratum.prevalence(),
                        stratum.control(),
                        stratum.experimental().get(h)))
                .toList();
    }

    /** Patients in experimental arm {@code h} (from 0) for each in the control arm. */
    public double allocationRatio(int h) {
        Stratum any = strata.get(0);
        return any.experimental().get(h).allocation() / any.control().allocation();
    }

    /** Share of the patients in experimental arm {@code h} (from 0) and the control. */
    public double share(int h) {
        Stratum any = strata.get(0);
        double all = any.control().allocation()
                + any.experimental().stream()
                        .mapToDouble(PlannedArm::allocation)
                        .sum();
        return (any.control().allocation() + any.experimental().get(h).allocation()) / all;
    }

    /**
     * This trial when comparison {@code h} (from 0) is to be as {@code changed}: its experimental arm, and in
     * proportion the patients of all arms and their rates.
     */
    public SeveralArms withComparison(int h, PlannedTrial changed) {
        PlannedTrial before = comparison(h);
        List<Stratum> now = new ArrayList<>();
        for (int s = 0; s < strata.size(); s++) {
            Stratum stratum = strata.get(s);
            List<PlannedArm> arms = new ArrayList<>(stratum.experimental());
            arms.set(h, changed.strata().get(s).experimental());
            now.add(new Stratum(stratum.prevalence(), stratum.control(), arms));
        }
        return new SeveralArms(
                changed.patients() == before.patients() ? patients : changed.patients() / share(h),
                changed.rates().equals(before.rates()) ? rates : changed.rates().times(1 / share(h)),
                arrivals,
                now,
                balance,
                blocksWithin);
    }

    /** This trial with every stratum changed. */
    public SeveralArms withEachStratum(UnaryOperator<Stratum> change) {
        return new SeveralArms(
                patients,
                rates,
                arrivals,
                strata.stream().map(change).toList(),
                balance,
                blocksWithin.stream().map(change).toList());
    }

    /** Calendar time by which {@code patients} of all arms are expected at these rates. */
    public double enrolmentDuration(double patients) {
        return rates.inverseIntegral(patients);
    }
}
