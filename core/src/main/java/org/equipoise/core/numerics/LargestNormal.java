package org.equipoise.core.numerics;

import java.util.Arrays;

/**
 * Distribution of the largest of up to four correlated normal variables with mean 0, told as a normal score: Φ⁻¹(P(max
 * ≤ z)), which has a standard normal distribution. Made to be asked again and again for covariances near some that are
 * known beforehand; allocates nothing then. Not safe for threads.
 *
 * <p>From the nearest of these references, whose scores are tabulated when they are first needed, the probability is
 * integrated to the covariances at hand ({@link OrthantGrowth}); the references themselves are reached from copies of
 * one variable; nearly equal variables, as a handful of events shows them, are left to {@link MultivariateNormal}.
 * Where no correlation is negative the score is within 4e-4 of what that says, from −4 to 8, at a hundredth of the
 * time.
 */
public final class LargestNormal {
    /** Given two of them, the others must be at most two, whose probability is known in closed form. */
    public static final int MOST_VARIABLES = 4;

    private static final GaussLegendre LONG = GaussLegendre.ofNodes(20);
    private static final GaussLegendre SHORT = GaussLegendre.ofNodes(3);
    /** Beyond a ratio of e to this between variances a reference is too far. */
    private static final double FAR = 0.7;
    /** And beyond this ratio between what correlations lack of 1. */
    private static final double MOST_APART = 2;

    /** What the correlation of twins lacks of 1. */
    private static final double TWINS = 1e-3;

    private static final int MOST_STEPS = 100;
    private static final double PRECISION = 1e-10;

    private static final double LEAST = -4;
    private static final double MOST = 9;
    private static final double STEP = 0.25;

    private final int size;
    private final double[][][] references;
    /** By reference: scores at {@link #LEAST}, one step before it, and so on to one step beyond {@link #MOST}. */
    private final double[][] tables;

    private final OrthantGrowth growth;
    private double below;
    private double above;

    /**
     * For covariances near those of some references.
     *
     * @param references each of 1 to {@link #MOST_VARIABLES} variables, positive semidefinite, with positive variances;
     *     not copied
     * @throws IllegalArgumentException when there is none, or one has another number of variables
     */
    public LargestNormal(double[][]... references) {
        if (references.length == 0) {
            throw new IllegalArgumentException("there must be a reference");
        }
        size = references[0].length;
        for (double[][] reference : references) {
            if (reference.length < 1 || reference.length > MOST_VARIABLES || reference.length != size) {
                throw new IllegalArgumentException("references must all have the same number of variables, from 1 to "
                        + MOST_VARIABLES + ", one had " + reference.length);
            }
        }
        this.references = references.clone();
        tables = new double[references.length][];
        growth = new OrthantGrowth(size);
    }

    /**
     * The z whose score is {@code score}: what a critical value of one standard normal variable becomes for the largest
     * of several.
     *
     * @param score from −8 to 8
     * @param covariance of 1 to {@link #MOST_VARIABLES} variables, with positive variances; not modified
     */
    public static double bound(double score, double[][] covariance) {
        LargestNormal largest = new LargestNormal(covariance);
        double z = score;
        // The score grows nearly as z does, so steps of the difference itself converge.
        for (int k = 0; k < MOST_STEPS; k++) {
            double step =
                    score - (covariance.length == 1 ? z : largest.withoutReference(z, covariance, covariance.length));
            z += step;
            if (Math.abs(step) < PRECISION) {
                break;
            }
        }
        return z;
    }

    /**
     * Φ⁻¹(P(max ≤ {@code z})).
     *
     * @param z finite
     * @param covariance of the first {@code count} variables, with positive variances; not modified
     * @param count from 1 to the number of variables of the references; where fewer, they may be any of them
     */
    public double score(double z, double[][] covariance, int count) {
        if (count == 1) {
            return z;
        }
        // So far out nothing is decided, and the score need only keep its order.
        double asked = Math.max(2 * LEAST, Math.min(MOST, z));
        int nearest = count < size || asked < LEAST ? -1 : nearest(covariance);
        double score =
                nearest < 0 ? withoutReference(asked, covariance, count) : fromReference(asked, nearest, covariance);
        return score + (z - asked);
    }

    /** The reference whose ratios of variances are most like those at hand; −1 when none is. */
    private int nearest(double[][] covariance) {
        int nearest = -1;
        double least = FAR;
        for (int r = 0; r < references.length; r++) {
            double[][] reference = references[r];
            double distance = 0;
            for (int i = 1; i < size; i++) {
                double ratio = covariance[i][i] * reference[0][0] / (covariance[0][0] * reference[i][i]);
                distance = Math.max(distance, Math.abs(StrictMath.log(ratio)));
            }
            if (distance < least) {
                least = distance;
                nearest = r;
            }
        }
        return nearest < 0 || isFar(references[nearest], covariance) ? -1 : nearest;
    }

    /** Whether two variables are much more or less alike than by a reference: the path there is then not smooth. */
    private boolean isFar(double[][] reference, double[][] covariance) {
        for (int i = 1; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double known = 1 - correlation(reference, i, j);
                double here = 1 - correlation(covariance, i, j);
                if (!(here < MOST_APART * known && known < MOST_APART * here)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double correlation(double[][] covariance, int i, int j) {
        return covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
    }

    private double withoutReference(double z, double[][] covariance, int count) {
        return hasTwins(covariance, count) ? exactly(z, covariance, count) : fromCopies(z, covariance, count);
    }

    /** Whether two variables are nearly the same: the path from copies then ends too steeply. */
    private static boolean hasTwins(double[][] covariance, int count) {
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                if (1 - correlation(covariance, i, j) < TWINS) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Slow, and not without allocation; asked where a handful of events tell the variables apart. */
    private static double exactly(double z, double[][] covariance, int count) {
        double[] upper = new double[count];
        double[][] correlation = new double[count][count];
        Arrays.fill(upper, z);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                correlation[i][j] = i == j ? 1 : Math.max(-1, Math.min(1, correlation(covariance, i, j)));
            }
        }
        return MultivariateNormal.score(upper, correlation);
    }

    /** With correlations 1 − t² (1 − ρ), t from 0 to 1: so the rate stays finite where they are 1. */
    private double fromCopies(double z, double[][] covariance, int count) {
        start(z);
        for (int k = 0; k < LONG.nodes(); k++) {
            double t = 0.5 * (1 + LONG.point(k));
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < i; j++) {
                    double less = Math.min(2, Math.max(0, 1 - correlation(covariance, i, j)));
                    growth.set(i, j, 1 - t * t * less, -2 * t * less);
                }
            }
            grow(0.5 * LONG.weight(k) * growth.rate(z, count));
        }
        return score();
    }

    /** With covariances that change evenly, so that a variable that is a sum of others stays so. */
    private double fromReference(double z, int which, double[][] covariance) {
        double[][] from = references[which];
        start(known(which, z));
        double scale = from[0][0] / covariance[0][0];
        for (int k = 0; k < SHORT.nodes(); k++) {
            double t = 0.5 * (1 + SHORT.point(k));
            for (int i = 0; i < size; i++) {
                double ownChange = scale * covariance[i][i] - from[i][i];
                double own = from[i][i] + t * ownChange;
                for (int j = 0; j < i; j++) {
                    double otherChange = scale * covariance[j][j] - from[j][j];
                    double other = from[j][j] + t * otherChange;
                    double bothChange = scale * covariance[i][j] - from[i][j];
                    double root = Math.sqrt(own * other);
                    double rho = Math.max(-1, Math.min(1, (from[i][j] + t * bothChange) / root));
                    growth.set(i, j, rho, bothChange / root - 0.5 * rho * (ownChange / own + otherChange / other));
                }
            }
            grow(0.5 * SHORT.weight(k) * growth.rate(z, size));
        }
        return score();
    }

    /** At a known score. */
    private void start(double score) {
        below = StandardNormal.lowerTail(score);
        above = StandardNormal.upperTail(score);
    }

    private void grow(double by) {
        below += by;
        above -= by;
    }

    private double score() {
        return above < 0.5
                ? StandardNormal.upperQuantile(Math.max(Double.MIN_NORMAL, above))
                : -StandardNormal.upperQuantile(Math.max(Double.MIN_NORMAL, below));
    }

    /** The score by a reference, through four points of its table by a cubic. */
    private double known(int which, double z) {
        double[] table = table(which);
        int k = (int) Math.min(table.length - 4, (z - LEAST) / STEP);
        double x = (z - LEAST) / STEP - k;
        return -x * (x - 1) * (x - 2) / 6 * table[k]
                + (x + 1) * (x - 1) * (x - 2) / 2 * table[k + 1]
                - (x + 1) * x * (x - 2) / 2 * table[k + 2]
                + (x + 1) * x * (x - 1) / 6 * table[k + 3];
    }

    private double[] table(int which) {
        double[] table = tables[which];
        if (table == null) {
            table = new double[(int) ((MOST - LEAST) / STEP) + 3];
            for (int k = 0; k < table.length; k++) {
                table[k] = withoutReference(LEAST + (k - 1) * STEP, references[which], size);
            }
            tables[which] = table;
        }
        return table;
    }
}
