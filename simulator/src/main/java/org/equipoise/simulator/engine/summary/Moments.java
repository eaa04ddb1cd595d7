package org.equipoise.simulator.engine.summary;

/**
 * Number, mean and sum of squared deviations of a column; two of them merge into that of both columns.
 *
 * <p>Merging is exact in the count and rounds otherwise, so the order of merging matters to the last bits: merge in the
 * order of replicates.
 */
public final class Moments {
    private static final double ROUNDING = 1e-12;

    private long count;
    private double mean;
    private double squares;

    /**
     * Replaces the content by the moments of a column, in two passes.
     *
     * @param column not modified; NaN stands for a value that does not exist and is passed over
     * @param size how many entries of it count
     */
    public void read(double[] column, int size) {
        long n = 0;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double x = column[i];
            if (!Double.isNaN(x)) {
                n++;
                sum += x;
            }
        }
        double centre = n == 0 ? 0 : sum / n;
        double m2 = 0;
        for (int i = 0; i < size; i++) {
            double d = column[i] - centre;
            if (!Double.isNaN(d)) {
                m2 += d * d;
            }
        }
        count = n;
        mean = centre;
        squares = m2;
    }

    /**
     * Takes in another column's moments (Chan, Golub and LeVeque 1983, The American Statistician 37:242, equation 1.5).
     */
    public void merge(Moments other) {
        if (other.count == 0) {
            return;
        }
        double total = (double) count + other.count;
        double difference = other.mean - mean;
        mean += difference * (other.count / total);
        squares += other.squares + difference * difference * (count * (other.count / total));
        count += other.count;
    }

    /** Writes or reads all that it holds. */
    public void transfer(Transfer transfer) {
        count = transfer.pass(count);
        mean = transfer.pass(mean);
        squares = transfer.pass(squares);
    }

    /** How many values. */
    public long count() {
        return count;
    }

    /** Their mean; NaN when there are none. */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** Their standard deviation, with n - 1; NaN for fewer than two; 0 where they differ by no more than rounding. */
    public double sd() {
        if (count < 2) {
            return Double.NaN;
        }
        double sd = Math.sqrt(squares / (count - 1));
        return sd > ROUNDING * Math.abs(mean) ? sd : 0;
    }

    /** The mean with its Monte Carlo standard error. */
    public Estimate estimate() {
        return Estimate.mean(mean(), sd(), count);
    }
}
