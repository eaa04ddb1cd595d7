package org.equipoise.core.planning.logrank;

import java.util.function.DoubleFunction;

/**
 * Wald's Z of the Cox model, (β₀ - β̂) √V(β̂), at one cut, as a functional of the data: U(β̂) = 0, U and V as in
 * {@link ScoreExpansion} without weights, at the hazard ratio e^β.
 *
 * <p>About the β at which U is 0 at the expected data, with u, v, t and q values there of U, V and its first two
 * derivatives by β, and b = β₀ - β, Z is to second order
 *
 * <p>b √v + u/√v - b t u / (2 v^1.5) + b u² (q / (4 v^2.5) - 3 t² / (8 v^3.5)).
 */
final class WaldExpansion implements Expansion {
    private static final int MOST_STEPS = 50;
    private static final double PRECISION = 1e-13;

    private final Cut cut;
    private final double logRatioH0;
    private final double logRatio;
    private final ScoreExpansion at;
    private final double excess;
    private final double information;
    private final double slope;
    private final Linear linear;

    WaldExpansion(Cut cut, double logRatioH0) {
        this.cut = cut;
        this.logRatioH0 = logRatioH0;
        logRatio = estimate(0, ratio -> FirstOrder.of(cut, TestWeight.LOG_RANK, ratio));
        at = new ScoreExpansion(cut, TestWeight.LOG_RANK, Math.exp(logRatio));
        excess = logRatioH0 - logRatio;
        information = at.information();
        slope = at.derivative(3);
        linear = at.scorePart().combine(byScore(), at.informationPart(), excess / (2 * Math.sqrt(information)));
    }

    /** At the expected data alone. */
    static FirstOrder expected(Cut cut, double logRatioH0) {
        DoubleFunction<FirstOrder> score = ratio -> FirstOrder.of(cut, TestWeight.LOG_RANK, ratio);
        double estimate = estimate(0, score);
        return wald(logRatioH0 - estimate, score.apply(Math.exp(estimate)));
    }

    /** With the score Z √V, so that both say the same of Z. */
    private static FirstOrder wald(double excess, FirstOrder score) {
        return new FirstOrder(excess * score.information(), score.information());
    }

    /** The logarithm of the hazard ratio at which the score is 0, by Newton's steps. */
    private static double estimate(double start, DoubleFunction<FirstOrder> score) {
        double estimate = start;
        for (int k = 0; k < MOST_STEPS; k++) {
            FirstOrder here = score.apply(Math.exp(estimate));
            // The score is steepest near its root; far off a step may be too long.
            double step = Math.max(-1, Math.min(1, here.score() / here.information()));
            estimate -= step;
            if (Math.abs(step) < PRECISION) {
                break;
            }
        }
        return estimate;
    }

    private double byScore() {
        return (1 - excess * slope / (2 * information)) / Math.sqrt(information);
    }

    @Override
    public Cut cut() {
        return cut;
    }

    @Override
    public double score() {
        return excess * information;
    }

    @Override
    public double information() {
        return information;
    }

    @Override
    public double z() {
        return excess * Math.sqrt(information);
    }

    @Override
    public Linear linear() {
        return linear;
    }

    @Override
    public double bias() {
        double v = information;
        double root = Math.sqrt(v);
        Linear score = at.scorePart();
        Linear variance = at.informationPart();
        double[] biases = at.biases();
        return byScore() * biases[0]
                + excess / (2 * root) * biases[1]
                - excess / (8 * v * root) * cut.variance(variance)
                + (0.75 * excess * slope / v - 0.5) / (v * root) * cut.covariance(score, variance)
                - excess / (2 * v * root) * cut.covariance(score, at.slopePart())
                + excess / (v * v * root) * (at.derivative(4) / 4 - 0.375 * slope * slope / v) * cut.variance(score);
    }

    @Override
    public double noise() {
        double stretch = byScore();
        return stretch * stretch * information * at.noise();
    }

    @Override
    public double moved(double[][][] atRisk, double[][][] events, double step) {
        DoubleFunction<FirstOrder> score =
                ratio -> FirstOrder.moved(cut, TestWeight.LOG_RANK, ratio, atRisk, events, step);
        double estimate = estimate(logRatio, score);
        return wald(logRatioH0 - estimate, score.apply(Math.exp(estimate))).mean();
    }

    @Override
    public Expansion at(Cut other) {
        return new WaldExpansion(other, logRatioH0);
    }
}
