package org.equipoise.core.random;

/**
 * Standard exponentials, one from each 64-bit word, by the Ziggurat (Marsaglia and Tsang 2000, "The Ziggurat method for
 * generating random variables", Journal of Statistical Software 5(8)) with 256 layers and 52 random bits within a
 * layer.
 *
 * <p>One word gives one draw, so draw {@code i} of a stream is addressed like its word {@code i}: the few draws (2.2 %)
 * that the first word does not settle go on with words hashed from it. The bits are the same on every machine.
 */
public final class ExponentialSampler {
    // Layers of equal area lie under exp(-x), numbered from the widest, 0, which also stands for the tail. A word picks
    // a layer by its low 8 bits and a place in it by its high 53, the lowest of them set to keep draws above 0. INSIDE
    // is the share of a layer's width that lies wholly under the curve.

    private static final int LAYERS = 256;
    private static final double TAIL = 7.69711747013104972;
    private static final double AREA = 3.949659822581572e-3;

    private static final double[] EDGE = new double[LAYERS + 1];
    private static final double[] WIDTH = new double[LAYERS];
    private static final double[] HEIGHT = new double[LAYERS + 1];
    private static final long[] INSIDE = new long[LAYERS];

    static {
        EDGE[0] = AREA / StrictMath.exp(-TAIL);
        EDGE[1] = TAIL;
        for (int i = 1; i < LAYERS - 1; i++) {
            EDGE[i + 1] = -StrictMath.log(StrictMath.exp(-EDGE[i]) + AREA / EDGE[i]);
        }
        for (int i = 0; i < LAYERS; i++) {
            WIDTH[i] = EDGE[i] * 0x1p-53;
            HEIGHT[i] = i == 0 ? 0 : StrictMath.exp(-EDGE[i]);
            INSIDE[i] = (long) (EDGE[i + 1] / EDGE[i] * 0x1p53);
        }
        HEIGHT[LAYERS] = 1;
    }

    private ExponentialSampler() {}

    /** The standard exponential that belongs to a random word; above 0. */
    public static double of(long word) {
        int layer = (int) word & (LAYERS - 1);
        long place = word >>> 11 | 1;
        return place < INSIDE[layer] ? place * WIDTH[layer] : beyond(word);
    }

    /** Goes on where the first word leads into the wedge between a layer and the curve, or into the tail. */
    private static double beyond(long first) {
        long word = first;
        double shift = 0;
        while (true) {
            int layer = (int) word & (LAYERS - 1);
            long place = word >>> 11 | 1;
            double x = place * WIDTH[layer];
            if (place < INSIDE[layer]) {
                return shift + x;
            }
            if (layer == 0) {
                // Beyond the tail's beginning the exponential starts anew.
                shift += TAIL;
            } else {
                word = RandomStream.hash(word);
                if (isUnderTheCurve(layer, x, (word >>> 11) * 0x1p-53)) {
                    return shift + x;
                }
            }
            word = RandomStream.hash(word);
        }
    }

    /**
     * Whether a point of a layer's wedge lies under exp(-x). The curve is convex, so it lies under its chord and above
     * its tangents: almost always these tell, and the exponential need not be computed.
     *
     * @param up height of the point, as a share of the layer's
     */
    private static boolean isUnderTheCurve(int layer, double x, double up) {
        double low = HEIGHT[layer];
        double high = HEIGHT[layer + 1];
        double height = low + up * (high - low);
        double right = EDGE[layer] - x;
        double left = x - EDGE[layer + 1];
        if (height * (left + right) >= low * left + high * right) {
            return false;
        }
        return height < high * (1 - left) || height < low * (1 + right) || height < StrictMath.exp(-x);
    }

    /**
     * Fills {@code draws[from, to)} with the draws 0, 1, … of the stream's selected replicate; the stream's cursor does
     * not move.
     *
     * @param draws modified
     */
    public static void fill(RandomStream stream, double[] draws, int from, int to) {
        // In pairs, and words at the indices of their draws: of many ways to write this loop the one that both Java 17
        // and 25 compile well.
        long[] words = stream.words(from, to);
        int i = from;
        for (; i < to - 1; i += 2) {
            double first = of(words[i]);
            double second = of(words[i + 1]);
            draws[i] = first;
            draws[i + 1] = second;
        }
        if (i < to) {
            draws[i] = of(words[i]);
        }
    }

    /**
     * Fills {@code sums[0, count)} with partial sums of the stream's draws 0, 1, …: the points of a Poisson process of
     * rate 1. The stream's cursor does not move.
     *
     * @param sums modified
     * @return the sum of {@code count + 1} draws
     */
    public static double fillSums(RandomStream stream, double[] sums, int count) {
        long[] words = stream.words(count + 1);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += of(words[i]);
            sums[i] = sum;
        }
        return sum + of(words[count]);
    }
}
