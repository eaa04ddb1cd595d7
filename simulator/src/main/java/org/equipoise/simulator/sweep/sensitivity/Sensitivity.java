package org.equipoise.simulator.sweep.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.equipoise.simulator.reading.SweepAxis;
import org.jspecify.annotations.Nullable;

/**
 * What matters most for power among the things that a sweep varies.
 *
 * <p>Over a full grid: first-order and total effects, shares of the variance of power when every level is equally
 * likely (Sobol 1993, Mathematical Modelling and Computational Experiments 1:407; Saltelli et al. 2010, Computer
 * Physics Communications 181:259, equations 1 to 4), less what the Monte Carlo error adds to each in expectation. Over
 * a sample: squared coefficients of a regression between standardised ranks (Saltelli and Marivoet 1990, Reliability
 * Engineering and System Safety 28:229).
 *
 * @param shares of what varies, the largest first
 * @param overGrid whether they are of variance over a full grid; else of ranks over a sample
 * @param explained by all of them: 1 over a grid, R² of the regression over a sample
 * @param sd standard deviation of power over the scenarios, Monte Carlo error taken out
 */
public record Sensitivity(List<Share> shares, boolean overGrid, double explained, double sd) {
    /** Copies the list. */
    public Sensitivity {
        shares = List.copyOf(shares);
    }

    /**
     * Over a full grid.
     *
     * @param axes that are crossed, the last one fastest
     * @param power of each scenario, in the order of the grid
     * @param variance mean squared error of power
     * @param groups how the errors go together; null when scenarios do not share their luck
     * @return null when power does not vary beyond its error
     */
    public static @Nullable Sensitivity ofGrid(
            List<SweepAxis> axes, double[] power, double variance, @Nullable GroupedShares groups) {
        GridVariation grid =
                new GridVariation(axes.stream().mapToInt(SweepAxis::rows).toArray());
        if (grid.cells() != power.length) {
            throw new IllegalArgumentException(power.length + " scenarios do not fill a grid of " + grid.cells());
        }
        double[] observed = grid.of(power);
        double[] noise =
                groups == null || groups.groups() < 2 ? grid.ofIndependentErrors(variance) : groups.noise(grid);
        double all = observed[0] - noise[0];
        if (!(all > noise[0])) {
            return null;
        }
        List<Share> shares = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            double alone = (observed[1 + a] - noise[1 + a]) / all;
            int left = 1 + axes.size() + a;
            double inAll = 1 - (observed[left] - noise[left]) / all;
            shares.add(new Share(axes.get(a).paths(), share(alone), share(inAll)));
        }
        shares.sort(Comparator.comparingDouble(Share::inAll).reversed());
        return new Sensitivity(shares, true, 1, Math.sqrt(all));
    }

    /**
     * Over any scenarios whose values are numbers.
     *
     * @param paths what varies
     * @param values of each path, one for each scenario
     * @param power of each scenario
     * @param variance mean squared error of power
     * @return null when power does not vary beyond its error, or there are too few scenarios
     */
    public static @Nullable Sensitivity ofSample(
            List<String> paths, List<double[]> values, double[] power, double variance) {
        double[] observed = new GridVariation(new int[] {power.length}).of(power);
        double all = observed[0] - variance * (1 - 1.0 / power.length);
        if (!(all > variance) || power.length < 2 * (paths.size() + 1)) {
            return null;
        }
        RankRegression regression = RankRegression.of(values, power);
        List<Share> shares = new ArrayList<>();
        for (int p = 0; p < paths.size(); p++) {
            double beta = regression.coefficient(p);
            shares.add(new Share(List.of(paths.get(p)), share(beta * beta), Double.NaN));
        }
        shares.sort(Comparator.comparingDouble(Share::alone).reversed());
        return new Sensitivity(shares, false, share(regression.explained()), Math.sqrt(all));
    }

    /** Noise may lead a little beyond. */
    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
