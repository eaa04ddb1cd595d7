package org.equipoise.simulator.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.simulator.engine.look.LookColumns;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.engine.summary.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Gathers, block by block, how far estimates of the log hazard ratio are from the truth when one comparison is decided:
 * of all replicates, and of those that are decided at each look in each way.
 */
public final class EstimateTally implements BlockListener {
    private static final double Z95 = StandardNormal.upperQuantile(0.025);

    private final int comparison;
    private final double truth;
    private final Estimator estimator;
    private final List<Group> groups = new ArrayList<>();

    /** Makes of Cox's estimate what is tallied. */
    public interface Estimator {
        /**
         * An estimate with its 95 % limits.
         *
         * @param look from 1
         * @param logHazardRatio Cox's
         * @param standardError of that
         */
        Limited estimate(int look, double logHazardRatio, double standardError);
    }

    /**
     * A log hazard ratio with its 95 % limits.
     *
     * @param value estimated
     * @param low limit
     * @param high limit
     */
    public record Limited(double value, double low, double high) {}

    /** An empty tally of Cox's estimate and Wald's limits, as if there had been no look before. */
    public EstimateTally(int comparison, int looks, double truth) {
        this(
                comparison,
                looks,
                truth,
                (look, estimate, error) -> new Limited(estimate, estimate - Z95 * error, estimate + Z95 * error));
    }

    /**
     * An empty tally.
     *
     * @param comparison from 0
     * @param looks of the trial
     * @param truth log hazard ratio, finite
     */
    public EstimateTally(int comparison, int looks, double truth, Estimator estimator) {
        this.comparison = comparison;
        this.truth = truth;
        this.estimator = estimator;
        groups.add(new Group(0, null));
        for (int k = 1; k <= looks; k++) {
            groups.add(new Group(k, Decision.REJECT));
            groups.add(new Group(k, Decision.FUTILE));
            groups.add(new Group(k, Decision.NOT_REJECTED));
        }
    }

    @Override
    public void accept(Block block) {
        groups.forEach(group -> group.clear(block.size()));
        for (int i = 0; i < block.size(); i++) {
            int at = block.decidedAt(comparison, i);
            if (at != Block.NEVER) {
                LookColumns look = block.look(at);
                double estimate = look.logHazardRatio[comparison][i];
                double error = look.standardError[comparison][i];
                if (Double.isFinite(estimate) && Double.isFinite(error)) {
                    Limited made = estimator.estimate(at + 1, estimate, error);
                    for (Group group : groups) {
                        if (group.holds(at + 1, block.decision(comparison, i, at))) {
                            group.set(i, made, error, truth);
                        }
                    }
                }
            }
        }
        groups.forEach(group -> group.merge(block.size()));
    }

    /** The log hazard ratio that estimates are compared with. */
    public double truth() {
        return truth;
    }

    /**
     * What has been gathered: all replicates first, then each look and decision.
     *
     * @param fewest groups of fewer replicates are left out
     */
    public List<EstimateQuality> qualities(long fewest) {
        List<EstimateQuality> qualities = new ArrayList<>();
        for (Group group : groups) {
            if (group.differences.count() >= Math.max(2, fewest)) {
                qualities.add(group.quality());
            }
        }
        return qualities;
    }

    /** Replicates that are decided alike. */
    private static final class Group {
        private final int look;
        private final @Nullable Decision decision;
        private final Moments differences = new Moments();
        private final Moments squares = new Moments();
        private final Moments variances = new Moments();
        private final Moments block = new Moments();
        private final double[] difference = new double[Block.SIZE];
        private final double[] variance = new double[Block.SIZE];
        private long covered;
        private long below;

        Group(int look, @Nullable Decision decision) {
            this.look = look;
            this.decision = decision;
        }

        boolean holds(int at, Decision how) {
            return decision == null || look == at && decision == how;
        }

        void clear(int size) {
            Arrays.fill(difference, 0, size, Double.NaN);
            Arrays.fill(variance, 0, size, Double.NaN);
        }

        void set(int i, Limited made, double error, double truth) {
            difference[i] = made.value() - truth;
            variance[i] = error * error;
            covered += made.low() <= truth && truth <= made.high() ? 1 : 0;
            below += made.value() < truth ? 1 : 0;
        }

        void merge(int size) {
            merge(differences, difference, size);
            merge(variances, variance, size);
            for (int i = 0; i < size; i++) {
                difference[i] *= difference[i];
            }
            merge(squares, difference, size);
        }

        private void merge(Moments all, double[] column, int size) {
            block.read(column, size);
            all.merge(block);
        }

        EstimateQuality quality() {
            long n = differences.count();
            double sd = differences.sd();
            double model = Math.sqrt(variances.mean());
            return new EstimateQuality(
                    look,
                    decision,
                    n,
                    differences.estimate(),
                    estimate(sd, sd / Math.sqrt(2.0 * (n - 1))),
                    estimate(model, variances.sd() / (2 * Math.sqrt(n) * model)),
                    squares.estimate(),
                    Estimate.proportion(covered, n),
                    Estimate.proportion(below, n));
        }

        private static Estimate estimate(double value, double error) {
            return new Estimate(value, error, value - Z95 * error, value + Z95 * error);
        }
    }
}
