package org.equipoise.simulator.engine;

import java.util.List;
import org.equipoise.simulator.engine.summary.Estimate;

/**
 * How a figure is distributed over replicates.
 *
 * @param mean its mean
 * @param sd its standard deviation between replicates (which does not shrink with their number)
 * @param quantiles ascending; empty where none are kept
 */
public record Spread(Estimate mean, double sd, List<Quantile> quantiles) {
    /** Copies the list. */
    public Spread {
        quantiles = List.copyOf(quantiles);
    }
}
