package org.equipoise.core.planning;

import java.util.List;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.numerics.StepFunction;

/**
 * A trial of two arms as it is planned: who comes when, and what is assumed of each stratum and arm. Patients need not
 * be a whole number, because sizes are rounded only when they are settled.
 *
 * @param patients number of patients of all arms and strata, positive and finite
 * @param rates patients per time unit over calendar time; the last rate &gt; 0 goes on until all have come
 * @param arrivals how entry times scatter around the rates
 * @param strata at least one; patients of different strata come in parallel
 * @param balance how patients are randomised
 * @param blocksWithin parts of the patients within which blocks are permuted, where the test does not tell them apart;
 *     empty where blocks are within the strata
 */
public record PlannedTrial(
        double patients,
        StepFunction rates,
        ArrivalProcess arrivals,
        List<PlannedStratum> strata,
        Balance balance,
        List<PlannedStratum> blocksWithin) {

    /** @throws IllegalArgumentException when one of the above does not hold, or strata have different allocations */
    public PlannedTrial {
        if (!(patients > 0 && patients <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("patients must be positive and finite, was " + patients);
        }
        if (!(rates.lastValue() > 0)) {
            throw new IllegalArgumentException(
                    "the last of the enrolment rates must be greater than 0, or the trial might never fill: " + rates);
        }
        strata = List.copyOf(strata);
        blocksWithin = List.copyOf(blocksWithin);
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("at least one stratum is needed, there is none");
        }
        double share = strata.get(0).experimentalShare();
        for (PlannedStratum stratum : strata) {
            if (Math.abs(stratum.experimentalShare() - share) > 1e-12) {
                throw new IllegalArgumentException("allocation must be the same in all strata: the experimental arm"
                        + " has a share of " + share + " in the first and of " + stratum.experimentalShare()
                        + " in another");
            }
        }
    }

    /** A trial with blocks within its strata. */
    public PlannedTrial(double patients, StepFunction rates, ArrivalProcess arrivals, List<PlannedStratum> strata) {
        this(patients, rates, arrivals, strata, Balance.BLOCKS, List.of());
    }

    /** A trial without strata. */
    public static PlannedTrial of(
            Enrolment enrolment, ArrivalProcess arrivals, PlannedArm control, PlannedArm experimental) {
        return new PlannedTrial(
                enrolment.patients(),
                enrolment.rates(),
                arrivals,
                List.of(new PlannedStratum(1, control, experimental)));
    }

    /** This trial with {@code patients} who come over the same time: every rate changes in proportion. */
    public PlannedTrial withPatientsInTheSameTime(double patients) {
        return new PlannedTrial(
                patients, rates.times(patients / this.patients), arrivals, strata, balance, blocksWithin);
    }

    /** This trial with {@code patients} who come at the same rates, for a longer or shorter time. */
    public PlannedTrial withPatientsAtTheSameRates(double patients) {
        return new PlannedTrial(patients, rates, arrivals, strata, balance, blocksWithin);
    }

    /** This trial with other strata. */
    public PlannedTrial withStrata(List<PlannedStratum> strata) {
        return new PlannedTrial(patients, rates, arrivals, strata, balance, blocksWithin);
    }

    /** Share of the patients in the experimental arm, in (0, 1). */
    public double experimentalShare() {
        return strata.get(0).experimentalShare();
    }

    /** Patients in the experimental arm per patient in the control arm. */
    public double allocationRatio() {
        return strata.get(0).experimental().allocation()
                / strata.get(0).control().allocation();
    }

    /** Share of the patients in stratum {@code index}, in (0, 1]. */
    public double prevalence(int index) {
        double total = strata.stream().mapToDouble(PlannedStratum::prevalence).sum();
        return strata.get(index).prevalence() / total;
    }

    /** Calendar time by which all patients are expected. */
    public double enrolmentDuration() {
        return rates.inverseIntegral(patients);
    }
}
