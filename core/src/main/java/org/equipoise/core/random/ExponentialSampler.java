package org.equipoise.core.random;

/**
 * Standard exponentials, one from each 64-bit word, by inversion of the survival function.
 *
 * <p>One word gives one draw, so draw {@code i} of a stream is addressed like its word {@code i}. Only shifts, + and · are used: the
 * bits are the same on every machine. Resolution: the smallest draw is about 1e-16, the largest 44.4, which is exceeded with
 * probability 2⁻⁶⁴.
 */
public final class ExponentialSampler {
    // The leading zeros of a word are geometric: k of them, with probability 2^-(k+1), make a multiple of ln 2 (von
    // Neumann 1951; Ahrens
    // and Dieter 1972, CACM 15:873, split the same way). The bits after the first one are a uniform g in (0, 1), and
    // -ln(1 - g/2) fills the
    // interval between two multiples: with c the left end of one of 256 equal cells of g it is
    //     -ln(1 - c/2) - ln(1 - r),   r = (g - c) / (2 - c) < 2^-8,
    // the first from a table, the second by its Taylor series, whose rest is below 2^-58. The first cell has c = 0, so
    // small
    // draws keep their relative accuracy.

    private static final int CELLS = 256;
    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double[] OFFSET = new double[CELLS];
    private static final double[] RECIPROCAL = new double[CELLS];

    static {
        for (int i = 0; i < CELLS; i++) {
            double c = (double) i / CELLS;
            OFFSET[i] = -StrictMath.log1p(-0.5 * c);
            RECIPROCAL[i] = 1 / (2 - c);
        }
    }

    private ExponentialSampler() {}

    /** The standard exponential that belongs to a random word; above 0. */
    public static double of(long word) {
        int zeros = Long.numberOfLeadingZeros(word);
        long g = (word << (zeros + 1)) >>> 12;
        int cell = (int) (g >>> 44);
        double r = ((g & 0xFFFFFFFFFFFL) + 0.5) * 0x1p-52 * RECIPROCAL[cell];
        double series = r + r * r * (0.5 + r * (1.0 / 3 + r * (0.25 + r * (0.2 + r * (1.0 / 6)))));
        return zeros * LN2 + (OFFSET[cell] + series);
    }

    /**
     * Fills {@code draws[from, to)} with the draws 0, 1, … of the stream's selected replicate; the stream's cursor does not move.
     *
     * @param draws modified
     */
    public static void fill(RandomStream stream, double[] draws, int from, int to) {
        for (int i = from; i < to; i++) {
            draws[i] = of(stream.word(i - from));
        }
    }
}
