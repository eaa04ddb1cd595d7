package org.equipoise.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.summary.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * How often a null hypothesis is rejected, and when.
 *
 * @param power probability of rejecting it at any look
 * @param rejected by look: probability of rejecting it there, for the first time
 * @param cumulativeRejected by look: probability of having rejected it by then
 * @param futile by look: probability of stopping there for futility
 * @param powerWithoutFutility probability of rejecting it at any look of a trial that overrules stops for futility;
 *     null where there are none, or they bind
 */
public record Stopping(
        Estimate power,
        List<Estimate> rejected,
        List<Estimate> cumulativeRejected,
        List<Estimate> futile,
        @Nullable Estimate powerWithoutFutility) {
    /** Copies the lists. */
    public Stopping {
        rejected = List.copyOf(rejected);
        cumulativeRejected = List.copyOf(cumulativeRejected);
        futile = List.copyOf(futile);
    }

    /**
     * From how often, out of {@code n} replicates, each look rejects or stops for futility.
     *
     * @param anyway how often a look rejects when stops for futility are overruled; negative when that is not told
     */
    static Stopping of(long[] rejected, long[] futile, long anyway, long n) {
        List<Estimate> first = new ArrayList<>();
        List<Estimate> cumulative = new ArrayList<>();
        List<Estimate> stops = new ArrayList<>();
        long sum = 0;
        for (int k = 0; k < rejected.length; k++) {
            sum += rejected[k];
            first.add(Estimate.proportion(rejected[k], n));
            cumulative.add(Estimate.proportion(sum, n));
            stops.add(Estimate.proportion(futile[k], n));
        }
        return new Stopping(
                Estimate.proportion(sum, n),
                first,
                cumulative,
                stops,
                anyway < 0 ? null : Estimate.proportion(anyway, n));
    }
}
