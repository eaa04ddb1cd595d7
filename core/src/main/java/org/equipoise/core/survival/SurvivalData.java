package org.equipoise.core.survival;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Right-censored times of patients in two arms, possibly in strata. Immutable; what exists is valid.
 *
 * <p>A patient censored at the time of an event was still at risk then: the event comes first. Event times are tied
 * when they are exactly equal.
 */
public final class SurvivalData {
    private final double[] time;
    private final boolean[] event;
    private final boolean[] experimental;
    private final int[] stratum;

    private SurvivalData(double[] time, boolean[] event, boolean[] experimental, int[] stratum) {
        SurvivalChecks.check(time, event, experimental, stratum);
        this.time = time;
        this.event = event;
        this.experimental = experimental;
        this.stratum = stratum;
    }

    /**
     * Data without strata. All arrays are copied and have one entry a patient.
     *
     * @param time time to event or censoring, in any one unit; finite and ≥ 0
     * @param event whether the patient had the event at that time, rather than being censored
     * @param experimental whether the patient is in the experimental arm, rather than in the control arm
     * @throws IllegalArgumentException naming every fault: a time that is NaN, infinite or negative, arrays of
     *     different lengths, no patients, an arm without patients
     */
    public static SurvivalData of(double[] time, boolean[] event, boolean[] experimental) {
        return of(time, event, experimental, new int[time.length]);
    }

    /**
     * Data in strata: patients are compared with patients of their own stratum only. A stratum in which one arm is
     * missing is allowed; it adds nothing to the comparison.
     *
     * @param time as in {@link #of(double[], boolean[], boolean[])}, and so the next two
     * @param stratum any number for the patient's stratum
     * @throws IllegalArgumentException as in {@link #of(double[], boolean[], boolean[])}
     */
    public static SurvivalData of(double[] time, boolean[] event, boolean[] experimental, int[] stratum) {
        return new SurvivalData(time.clone(), event.clone(), experimental.clone(), stratum.clone());
    }

    /** Number of patients. */
    public int size() {
        return time.length;
    }

    /** The risk sets at the event times of each stratum, as a new object that holds exactly these. */
    public RiskSets riskSets() {
        int[] order = IntStream.range(0, time.length)
                .boxed()
                // Adding 0 makes -0.0 the same time as 0.0.
                .sorted(Comparator.<Integer>comparingInt(i -> stratum[i]).thenComparingDouble(i -> time[i] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        int events =
                (int) IntStream.range(0, event.length).filter(i -> event[i]).count();
        RiskSets riskSets = new RiskSets(events);
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && stratum[order[to]] == stratum[order[from]]) {
                to++;
            }
            addStratum(order, from, to, riskSets);
            from = to;
        }
        return riskSets;
    }

    private void addStratum(int[] order, int from, int to, RiskSets riskSets) {
        int experimentalAtRisk = 0;
        for (int k = from; k < to; k++) {
            experimentalAtRisk += experimental[order[k]] ? 1 : 0;
        }
        int controlAtRisk = to - from - experimentalAtRisk;
        for (int k = from; k < to; ) {
            double now = time[order[k]];
            int controlEvents = 0;
            int experimentalEvents = 0;
            int controlLeaving = 0;
            int experimentalLeaving = 0;
            for (; k < to && time[order[k]] == now; k++) {
                int patient = order[k];
                int had = event[patient] ? 1 : 0;
                if (experimental[patient]) {
                    experimentalEvents += had;
                    experimentalLeaving++;
                } else {
                    controlEvents += had;
                    controlLeaving++;
                }
            }
            riskSets.add(controlAtRisk, experimentalAtRisk, controlEvents, experimentalEvents);
            controlAtRisk -= controlLeaving;
            experimentalAtRisk -= experimentalLeaving;
        }
    }
}
