package org.equipoise.simulator.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One experimental arm against the control.
 *
 * @param arm name of the experimental arm
 * @param stopping how often its null hypothesis is rejected, and when
 * @param z by look: the log-rank statistic, above 0 in favour of the experimental arm
 * @param hazardRatio by look: quantiles of the Cox estimate, experimental over control; null when none is made
 */
public record ComparisonResult(
        String arm,
        Stopping stopping,
        List<Spread> z,
        @Nullable List<List<Quantile>> hazardRatio) {
    /** Copies the lists. */
    public ComparisonResult {
        z = List.copyOf(z);
        hazardRatio = hazardRatio == null ? null : List.copyOf(hazardRatio);
    }
}
