package org.equipoise.core.planning;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.numerics.StepFunction;

/**
 * A trial of one control and any number of experimental arms as it is planned. Patients need not be a whole number.
 *
 * @param patients of all arms, positive and finite
 * @param rates patients per time unit over calendar time, all arms together; the last rate &gt; 0 goes on until all
 *     have come
 * @param arrivals how entry times scatter around the rates
 * @param control the control arm
 * @param experimental the experimental arms, at least one
 */
public record SeveralArms(
        double patients,
        StepFunction rates,
        ArrivalProcess arrivals,
        PlannedArm control,
        List<PlannedArm> experimental) {

    /** @throws IllegalArgumentException when there is no experimental arm */
    public SeveralArms {
        experimental = List.copyOf(experimental);
        if (experimental.isEmpty()) {
            throw new IllegalArgumentException("at least one experimental arm is needed, there is none");
        }
    }

    /** What is expected over calendar time; the control is arm 0, experimental arm h (from 0) is arm h + 1. */
    public ExpectedEvents expected() {
        List<PlannedArm> arms = new ArrayList<>(List.of(control));
        arms.addAll(experimental);
        return ExpectedEvents.of(patients, rates, arrivals, arms);
    }

    /** Experimental arm {@code h} (from 0) and the control: as many patients as these two have, at their rates. */
    public PlannedTrial comparison(int h) {
        double share = share(h);
        return new PlannedTrial(
                share * patients,
                share == 1 ? rates : rates.times(share),
                arrivals,
                List.of(new PlannedStratum(1, control, experimental.get(h))));
    }

    /** Share of the patients in experimental arm {@code h} (from 0) and the control. */
    public double share(int h) {
        double all = control.allocation()
                + experimental.stream().mapToDouble(PlannedArm::allocation).sum();
        return (control.allocation() + experimental.get(h).allocation()) / all;
    }

    /**
     * This trial when comparison {@code h} (from 0) is to be as {@code changed}: its experimental arm, and in
     * proportion the patients of all arms and their rates.
     */
    public SeveralArms withComparison(int h, PlannedTrial changed) {
        PlannedTrial before = comparison(h);
        List<PlannedArm> arms = new ArrayList<>(experimental);
        arms.set(h, changed.strata().get(0).experimental());
        return new SeveralArms(
                changed.patients() == before.patients() ? patients : changed.patients() / share(h),
                changed.rates().equals(before.rates()) ? rates : changed.rates().times(1 / share(h)),
                arrivals,
                control,
                arms);
    }

    /** This trial with other experimental arms. */
    public SeveralArms withExperimental(List<PlannedArm> other) {
        return new SeveralArms(patients, rates, arrivals, control, other);
    }

    /** Calendar time by which {@code patients} of all arms are expected at these rates. */
    public double enrolmentDuration(double patients) {
        return rates.inverseIntegral(patients);
    }
}
