package org.equipoise.core.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

    /** Kaplan-Meier estimate of one arm, whatever the strata. */
    public KaplanMeier curve(boolean ofExperimental) {
        int[] chosen = IntStream.range(0, time.length)
                .filter(i -> experimental[i] == ofExperimental)
                .toArray();
        double[] chosenTime = new double[chosen.length];
        boolean[] chosenEvent = new boolean[chosen.length];
        for (int k = 0; k < chosen.length; k++) {
            chosenTime[k] = time[chosen[k]];
            chosenEvent[k] = event[chosen[k]];
        }
        return KaplanMeier.of(chosenTime, chosenEvent);
    }

    /**
     * The risk sets at the event times of each stratum, as a new object that holds exactly these: latest event time of
     * a stratum first, one stratum after the other.
     */
    public RiskSets riskSets() {
        RiskSets riskSets = new RiskSets(size());
        strata().forEach(stratum -> stratum.addTo(riskSets));
        return riskSets;
    }

    /** The risk sets stratum by stratum, with their event times. */
    List<StratumRiskSets> strata() {
        int[] order = IntStream.range(0, time.length)
                .boxed()
                // Adding 0 makes -0.0 the same time as 0.0.
                .sorted(Comparator.<Integer>comparingInt(i -> stratum[i]).thenComparingDouble(i -> -(time[i] + 0.0)))
                .mapToInt(Integer::intValue)
                .toArray();
        List<StratumRiskSets> strata = new ArrayList<>();
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && stratum[order[to]] == stratum[order[from]]) {
                to++;
            }
            strata.add(stratum(order, from, to));
            from = to;
        }
        return strata;
    }

    /** Walks back from the longest time, so that those met so far are those at risk. */
    private StratumRiskSets stratum(int[] order, int from, int to) {
        RiskSets riskSets = new RiskSets(to - from);
        double[] times = new double[to - from];
        int atRiskControl = 0;
        int atRiskExperimental = 0;
        for (int k = from; k < to; ) {
            double now = time[order[k]];
            int eventsControl = 0;
            int eventsExperimental = 0;
            for (; k < to && time[order[k]] == now; k++) {
                int patient = order[k];
                int had = event[patient] ? 1 : 0;
                if (experimental[patient]) {
                    atRiskExperimental++;
                    eventsExperimental += had;
                } else {
                    atRiskControl++;
                    eventsControl += had;
                }
            }
            times[riskSets.count()] = now;
            riskSets.add(atRiskControl, atRiskExperimental, eventsControl, eventsExperimental);
        }
        return new StratumRiskSets(riskSets, Arrays.copyOf(times, riskSets.count()));
    }
}
