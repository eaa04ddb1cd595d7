package org.equipoise.core.numerics;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Points that fill a cube evenly: a Sobol sequence (Sobol 1967) with the direction numbers of Joe and Kuo (2008,
 * "Constructing Sobol sequences with better two-dimensional projections", SIAM Journal on Scientific Computing
 * 30:2635-2654), and a digital shift (L'Ecuyer and Lemieux 2002, "Recent advances in randomized quasi-Monte Carlo
 * methods", section 4): all first coordinates have the same bits turned over, all second ones others, and so on.
 *
 * <p>The shift keeps how evenly the points lie: of the first 2^k, each interval of length 2^-k holds exactly one in
 * each coordinate. With random bits each point by itself is uniform, so averages over the points have no bias.
 */
public final class SobolPoints {
    /** Most coordinates of a point. */
    public static final int MOST_COORDINATES = 1000;

    private static final int BITS = 52;

    private SobolPoints() {}

    /**
     * The first points of a sequence; every coordinate lies in (0, 1).
     *
     * @param points how many
     * @param shift for each coordinate a word whose upper 52 bits say which bits are turned over; not modified
     * @param coordinates of each point, at most {@link #MOST_COORDINATES} and the length of {@code shift}
     */
    public static double[][] shifted(int points, long[] shift, int coordinates) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(coordinates);
        double[][] shifted = new double[points][];
        for (int i = 0; i < points; i++) {
            double[] point = sequence.nextVector();
            for (int j = 0; j < coordinates; j++) {
                long bits = (long) (point[j] * 0x1p52) ^ (shift[j] >>> (Long.SIZE - BITS));
                point[j] = (bits + 0.5) * 0x1p-52; // between two multiples of 2^-52, hence neither 0 nor 1
            }
            shifted[i] = point;
        }
        return shifted;
    }
}
