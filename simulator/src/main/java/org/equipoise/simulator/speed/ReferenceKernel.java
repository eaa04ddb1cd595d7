package org.equipoise.simulator.speed;

import java.util.Arrays;

/**
 * A plain simulation of one trial, written once and never changed: the yardstick for the engine's speed.
 *
 * <p>176 patients, uniform arrivals over 18 months, permuted blocks of 4, exponential times with control median 6 and
 * hazard ratio 0.6, 5 % lost by month 12, log-rank test at 128 events: the scenario {@code configs/speed-176.yaml}. It
 * is what a competent programmer writes at first: scalar, one patient after the other, xoshiro256++ (Blackman and Vigna
 * 2021), Ziggurat exponentials (Marsaglia and Tsang 2000), quickselect for the cut, a bucket sort, one pass for the
 * log-rank.
 *
 * <p>Do not improve it. Every figure of speed that was ever published is a ratio to this code as it stands.
 */
public final class ReferenceKernel {
    private static final int PATIENTS = 176;
    private static final int EVENTS = 128;
    private static final double MONTHS = 18;
    private static final double HAZARD_CONTROL = Math.log(2) / 6;
    private static final double HAZARD_EXPERIMENTAL = 0.6 * HAZARD_CONTROL;
    private static final double HAZARD_DROPOUT = -Math.log(0.95) / 12;
    private static final double BOUND = 1.959963984540054;
    private static final int BUCKETS = 256;

    private final double[] entry = new double[PATIENTS];
    private final double[] time = new double[PATIENTS];
    private final boolean[] isEvent = new boolean[PATIENTS];
    private final boolean[] experimental = new boolean[PATIENTS];
    private final double[] calendar = new double[PATIENTS];
    private final double[] followUp = new double[PATIENTS];
    private final int[] bucketOf = new int[PATIENTS];
    private final int[] start = new int[BUCKETS + 1];
    private final int[] order = new int[PATIENTS];
    private final int[] unsorted = new int[PATIENTS];
    private final boolean[] seen = new boolean[PATIENTS];
    private final int[] block = new int[4];

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** A kernel with a stream of its own. */
    public ReferenceKernel(long seed) {
        s0 = seed;
        s1 = 0x9E3779B97F4A7C15L;
        s2 = 0xBF58476D1CE4E5B9L;
        s3 = 0x94D049BB133111EBL;
        for (int i = 0; i < 64; i++) {
            nextLong();
        }
    }

    /** Simulates trials; the number of those that reject is returned so that no work can be left out. */
    public int simulate(int trials) {
        int rejections = 0;
        for (int i = 0; i < trials; i++) {
            rejections += simulateOne() >= BOUND ? 1 : 0;
        }
        return rejections;
    }

    private double simulateOne() {
        enrol();
        allocate();
        follow();
        double cut = cut();
        int followed = observe(cut);
        sort(followed, cut);
        return logRank(followed);
    }

    private void enrol() {
        double sum = 0;
        for (int i = 0; i < PATIENTS; i++) {
            sum += nextExponential();
            entry[i] = sum;
        }
        double scale = MONTHS / (sum + nextExponential());
        for (int i = 0; i < PATIENTS; i++) {
            entry[i] *= scale;
        }
    }

    private void allocate() {
        for (int first = 0; first < PATIENTS; first += 4) {
            block[0] = 0;
            block[1] = 0;
            block[2] = 1;
            block[3] = 1;
            for (int i = 3; i > 0; i--) {
                int j = (int) ((nextLong() >>> 33) * (i + 1) >>> 31);
                int moved = block[i];
                block[i] = block[j];
                block[j] = moved;
            }
            for (int i = 0; i < 4; i++) {
                experimental[first + i] = block[i] == 1;
            }
        }
    }

    /** The first of event and dropout comes at the sum of their hazards; which of them it is, is drawn by lot. */
    private void follow() {
        for (int i = 0; i < PATIENTS; i++) {
            double hazard = experimental[i] ? HAZARD_EXPERIMENTAL : HAZARD_CONTROL;
            double total = hazard + HAZARD_DROPOUT;
            time[i] = nextExponential() / total;
            isEvent[i] = nextDouble() * total < hazard;
        }
    }

    private double cut() {
        int count = 0;
        for (int i = 0; i < PATIENTS; i++) {
            if (isEvent[i]) {
                calendar[count++] = entry[i] + time[i];
            }
        }
        if (count < EVENTS) {
            return Double.MAX_VALUE;
        }
        int low = 0;
        int high = count - 1;
        int k = EVENTS - 1;
        while (low < high) {
            double pivot = calendar[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (calendar[i] < pivot) {
                    i++;
                }
                while (calendar[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double moved = calendar[i];
                    calendar[i++] = calendar[j];
                    calendar[j--] = moved;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                break;
            }
        }
        return calendar[k];
    }

    private int observe(double cut) {
        int followed = 0;
        for (int i = 0; i < PATIENTS; i++) {
            if (entry[i] <= cut) {
                double limit = cut - entry[i];
                boolean ends = entry[i] + time[i] <= cut;
                followUp[i] = ends ? time[i] : limit;
                seen[i] = ends && isEvent[i];
                order[followed++] = i;
            }
        }
        return followed;
    }

    private void sort(int followed, double cut) {
        double longest = 0;
        for (int k = 0; k < followed; k++) {
            longest = Math.max(longest, followUp[order[k]]);
        }
        double scale = (BUCKETS - 1) / longest;
        Arrays.fill(start, 0);
        for (int k = 0; k < followed; k++) {
            int bucket = (int) (followUp[order[k]] * scale);
            bucketOf[k] = bucket;
            start[bucket + 1]++;
        }
        for (int b = 1; b <= BUCKETS; b++) {
            start[b] += start[b - 1];
        }
        System.arraycopy(order, 0, unsorted, 0, followed);
        for (int k = 0; k < followed; k++) {
            order[start[bucketOf[k]]++] = unsorted[k];
        }
        for (int k = 1; k < followed; k++) {
            int patient = order[k];
            double t = followUp[patient];
            int j = k - 1;
            while (j >= 0 && followUp[order[j]] > t) {
                order[j + 1] = order[j];
                j--;
            }
            order[j + 1] = patient;
        }
    }

    private double logRank(int followed) {
        double score = 0;
        double variance = 0;
        int atRisk = 0;
        int atRiskExperimental = 0;
        for (int k = followed - 1; k >= 0; k--) {
            int patient = order[k];
            atRisk++;
            if (experimental[patient]) {
                atRiskExperimental++;
            }
            if (seen[patient]) {
                double p = (double) atRiskExperimental / atRisk;
                score += p - (experimental[patient] ? 1 : 0);
                variance += p * (1 - p);
            }
        }
        return score / Math.sqrt(variance);
    }

    private long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    private double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    private double nextExponential() {
        while (true) {
            long bits = nextLong();
            int layer = (int) bits & 255;
            long u = bits >>> 11;
            double x = u * Layers.WIDTH[layer];
            if (u < Layers.INSIDE[layer]) {
                return x;
            }
            if (layer == 0) {
                return Layers.TAIL - Math.log(1 - nextDouble());
            }
            if (Layers.HEIGHT[layer] + nextDouble() * (Layers.HEIGHT[layer - 1] - Layers.HEIGHT[layer])
                    < Math.exp(-x)) {
                return x;
            }
        }
    }

    /** The Ziggurat's 256 layers of equal area under exp(-x), widest at the bottom. */
    private static final class Layers {
        static final double TAIL = 7.69711747013104972;
        static final double[] WIDTH = new double[256];
        static final double[] HEIGHT = new double[256];
        static final long[] INSIDE = new long[256];

        static {
            double area = 3.949659822581572e-3;
            double edge = TAIL;
            double before = TAIL;
            double bottom = area / Math.exp(-edge);
            INSIDE[0] = (long) (edge / bottom * 0x1p53);
            WIDTH[0] = bottom * 0x1p-53;
            WIDTH[255] = edge * 0x1p-53;
            HEIGHT[0] = 1;
            HEIGHT[255] = Math.exp(-edge);
            for (int i = 254; i >= 1; i--) {
                edge = -Math.log(area / edge + Math.exp(-edge));
                INSIDE[i + 1] = (long) (edge / before * 0x1p53);
                before = edge;
                HEIGHT[i] = Math.exp(-edge);
                WIDTH[i] = edge * 0x1p-53;
            }
            INSIDE[1] = 0;
        }
    }
}
