package org.equipoise.core.sequential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.equipoise.core.numerics.NormalMean;

/**
 * How the comparisons of several experimental arms with one control end together: each as a trial of its own, the
 * control's patients being the same in all (Dunnett 1955, Journal of the American Statistical Association 50:1096-1121;
 * over several looks Follmann, Proschan and Geller 1994, Biometrics 50:325-336, and Magirr, Jaki and Whitehead 2012,
 * Biometrika 99:494-501). Immutable.
 *
 * <p>Z of comparison h is λ_h times what it has from the control plus √(1 - λ_h²) times what it has from its own arm,
 * both Brownian over the looks. So Z of comparisons g and h at one look have correlation λ_g λ_h; where each arm has as
 * many patients as the control, ½. Given what comes from the control, comparisons are independent, and each is a
 * recursion with moved bounds; what comes from the control has one variable for each look, and is averaged over.
 *
 * <p>Probabilities have an absolute error below 1e-5 for up to three looks and below 1e-4 for more.
 */
public final class ManyToOne {
    /** Nodes for what varies most of the control's path, by number of looks. */
    private static final int[] NODES = {64, 20, 14, 12};

    /** Panels of a recursion are that much longer than those which leave an error of 1e-12. */
    private static final double RESOLUTION = 0.5;

    private final int looks;
    private final double[] any;
    private final double[] all;
    private final double[] decided;

    /**
     * One comparison.
     *
     * @param bounds when it is decided
     * @param information times of a Brownian motion whose correlations over looks are those of Z, increasing
     * @param scale on which Z is standard normal
     * @param loading λ, in [0, 1): the root of the share that the control has in the variance of the estimated effect
     */
    public record Comparison(
            StoppingBounds bounds, List<Double> information, StoppingBounds.Scale scale, double loading) {
        /** @throws IllegalArgumentException when the loading is out of range */
        public Comparison {
            information = List.copyOf(information);
            if (!(loading >= 0 && loading < 1)) {
                throw new IllegalArgumentException("loading must be at least 0 and less than 1, was " + loading);
            }
        }

        /** The same, from an array of information. */
        public static Comparison of(
                StoppingBounds bounds, double[] information, StoppingBounds.Scale scale, double loading) {
            return new Comparison(bounds, Arrays.stream(information).boxed().toList(), scale, loading);
        }

        /** Z has mean {@code drift} at the information 1 of the bounds. */
        public static Comparison under(double drift, StoppingBounds bounds, double loading) {
            double[] information = new double[bounds.looks()];
            Arrays.setAll(information, k -> bounds.information(k + 1));
            return of(bounds, information, (look, z) -> z - drift * Math.sqrt(information[look - 1]), loading);
        }
    }

    private ManyToOne(List<Comparison> comparisons) {
        looks = comparisons.get(0).bounds().looks();
        any = new double[looks];
        all = new double[looks];
        decided = new double[looks];
        List<Conditional> conditional = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            if (comparison.bounds().looks() != looks) {
                throw new IllegalArgumentException("comparisons must have equally many looks, had " + looks + " and "
                        + comparison.bounds().looks());
            }
            conditional.add(new Conditional(comparison));
        }
        double[] information = conditional.get(0).corridor.information();
        NormalMean mean = NormalMean.of(covariance(information), NODES[Math.min(looks, NODES.length) - 1]);
        for (int i = 0; i < mean.nodes(); i++) {
            add(conditional, increments(mean.point(i), information), mean.weight(i));
        }
    }

    /**
     * All comparisons of a trial.
     *
     * @param comparisons at least one, with equally many looks
     * @throws IllegalArgumentException when there is none, or they have different numbers of looks
     * @throws ArithmeticException when a bound has no place on its scale
     */
    public static ManyToOne of(List<Comparison> comparisons) {
        if (comparisons.isEmpty()) {
            throw new IllegalArgumentException("at least one comparison is needed, there is none");
        }
        return new ManyToOne(comparisons);
    }

    private static double[][] covariance(double[] information) {
        double[][] covariance = new double[information.length][information.length];
        for (int j = 0; j < information.length; j++) {
            for (int k = 0; k < information.length; k++) {
                covariance[j][k] = Math.min(information[j], information[k]);
            }
        }
        return covariance;
    }

    /** Those of a Brownian motion between looks, each over its standard deviation. */
    private static double[] increments(double[] path, double[] information) {
        double[] increments = new double[path.length];
        for (int k = 0; k < path.length; k++) {
            double before = k == 0 ? 0 : path[k - 1];
            double time = information[k] - (k == 0 ? 0 : information[k - 1]);
            increments[k] = (path[k] - before) / Math.sqrt(time);
        }
        return increments;
    }

    /** @param control independent standard normal parts of the control's path, one for each look */
    private void add(List<Conditional> comparisons, double[] control, double weight) {
        double[] none = filled(weight);
        double[] every = filled(weight);
        double[] stopped = filled(weight);
        for (Conditional comparison : comparisons) {
            comparison.given(control);
            for (int k = 0; k < looks; k++) {
                none[k] *= 1 - comparison.rejected[k];
                every[k] *= comparison.rejected[k];
                stopped[k] *= comparison.stopped[k];
            }
        }
        for (int k = 0; k < looks; k++) {
            any[k] += weight - none[k];
            all[k] += every[k];
            decided[k] += stopped[k];
        }
    }

    private double[] filled(double value) {
        double[] filled = new double[looks];
        Arrays.fill(filled, value);
        return filled;
    }

    /** P(some null hypothesis is rejected by this look, from 1), in either direction of a two-sided test. */
    public double any(int look) {
        return any[Require.look(look, looks) - 1];
    }

    /** P(every null hypothesis is rejected by this look). */
    public double all(int look) {
        return all[Require.look(look, looks) - 1];
    }

    /** P(every comparison is decided by this look, so that the trial ends there or before); 1 at the last one. */
    public double decided(int look) {
        return Require.look(look, looks) == looks ? 1 : decided[look - 1];
    }

    /** Number of looks. */
    public int looks() {
        return looks;
    }

    /** One comparison when it is known what comes from the control. */
    private static final class Conditional {
        private final Corridor corridor;
        private final boolean twoSided;
        private final double loading;
        private final double own;
        /** Roots of the parts of the information at a look that came since the look before, by look. */
        private final double[] steps;

        /** Cumulative, by look. */
        final double[] rejected;

        final double[] stopped;

        Conditional(Comparison comparison) {
            double[] information = comparison.information().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            corridor = comparison.bounds().onScale(information, comparison.scale());
            twoSided = comparison.bounds().sides() == 2;
            loading = comparison.loading();
            own = Math.sqrt((1 - loading) * (1 + loading));
            steps = new double[information.length];
            for (int k = 0; k < steps.length; k++) {
                steps[k] = Math.sqrt(information[k] - (k == 0 ? 0 : information[k - 1]));
            }
            rejected = new double[steps.length];
            stopped = new double[steps.length];
        }

        void given(double[] control) {
            double[] shift = new double[steps.length];
            double path = 0;
            for (int k = 0; k < steps.length; k++) {
                path += steps[k] * control[k];
                shift[k] = loading * path / Math.sqrt(corridor.information()[k]);
            }
            Corridor moved = new Corridor(
                    corridor.information(),
                    moved(corridor.lower(), shift),
                    moved(corridor.wedgeLow(), shift),
                    moved(corridor.wedgeHigh(), shift),
                    moved(corridor.upper(), shift));
            Recursion recursion = new Recursion(moved, 0, 0, 0, RESOLUTION);
            double rejections = 0;
            double stops = 0;
            for (int k = 0; k < steps.length; k++) {
                double up = recursion.upper(k, 0);
                double low = recursion.lower(k, 0);
                rejections += up + (twoSided ? low : 0);
                stops += up + low + (twoSided ? recursion.wedge(k, 0) : 0);
                rejected[k] = Math.min(1, rejections);
                stopped[k] = Math.min(1, stops);
            }
        }

        private double[] moved(double[] bounds, double[] shift) {
            double[] moved = new double[bounds.length];
            Arrays.setAll(moved, k -> (bounds[k] - shift[k]) / own);
            return moved;
        }
    }
}
