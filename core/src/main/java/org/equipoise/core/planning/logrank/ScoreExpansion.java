package org.equipoise.core.planning.logrank;

/**
 * The weighted log-rank statistic Z = U / √V at one cut, as a functional of the data: its value at the expected data,
 * its first derivative (a sum over patients), and, when it is asked for, the mean of its second derivative.
 *
 * <p>U is the sum over events of w (p - 1 if experimental), V that of w² p (1 - p), with p = θ y₁ / (θ y₁ + y₀).
 */
final class ScoreExpansion implements Expansion {
    private final Cut cut;
    private final TestWeight weight;
    private final double theta;
    private final ExpectedStratum[] strata;
    private final Linear scorePart;
    private final Linear informationPart;
    private final Linear linear;
    private double score;
    private double information;

    ScoreExpansion(Cut cut, TestWeight weight, double theta) {
        this.cut = cut;
        this.weight = weight;
        this.theta = theta;
        strata = new ExpectedStratum[cut.strata()];
        scorePart = empty();
        informationPart = empty();
        for (int stratum = 0; stratum < strata.length; stratum++) {
            strata[stratum] = new ExpectedStratum(cut, weight, theta, stratum);
            add(strata[stratum]);
        }
        double root = Math.sqrt(information);
        linear = scorePart.combine(1 / root, informationPart, -score / (2 * information * root));
    }

    private Linear empty() {
        int count = cut.strata();
        return new Linear(
                new double[count][2][cut.count], new double[count][2][cut.count], new double[count][2][cut.count]);
    }

    @Override
    public Cut cut() {
        return cut;
    }

    @Override
    public double score() {
        return score;
    }

    @Override
    public double information() {
        return information;
    }

    @Override
    public double z() {
        return score / Math.sqrt(information);
    }

    /** First derivative of U. */
    Linear scorePart() {
        return scorePart;
    }

    /** First derivative of V. */
    Linear informationPart() {
        return informationPart;
    }

    /** First derivative of the derivative of V by ln θ, which is Σ p (1 - p) (1 - 2p); of a test without weights. */
    Linear slopePart() {
        Linear part = empty();
        for (ExpectedStratum stratum : strata) {
            double[] jump = new double[cut.count];
            for (int i = 0; i < cut.count; i++) {
                double p = theta * stratum.share[i] / (1 + (theta - 1) * stratum.share[i]);
                jump[i] = p * (1 - p) * (1 - 2 * p);
            }
            add(stratum, part, 3, jump, jump);
        }
        return part;
    }

    /** Derivative of V by ln θ, for {@code order} 3, or its second one, for 4; of a test without weights. */
    double derivative(int order) {
        RiskRate rate = new RiskRate();
        double sum = 0;
        for (ExpectedStratum stratum : strata) {
            double[] values = new double[cut.count];
            for (int i = 0; i < cut.count; i++) {
                stratum.rate(rate, order, i);
                values[i] = rate.value();
            }
            sum += cut.integral(values);
        }
        return sum;
    }

    /** Means of U and V less their values at the expected data. */
    double[] biases() {
        double[] biases = new double[2];
        for (ExpectedStratum stratum : strata) {
            SecondOrder second = new SecondOrder(stratum);
            biases[0] += second.bias(1);
            biases[1] += second.bias(2);
        }
        return biases;
    }

    @Override
    public double bias() {
        double[] biases = biases();
        double root = Math.sqrt(information);
        return biases[0] / root
                - cut.covariance(scorePart, informationPart) / (2 * information * root)
                - score * biases[1] / (2 * information * root)
                + 0.375 * score * cut.variance(informationPart) / (information * information * root);
    }

    @Override
    public double noise() {
        double noise = 0;
        for (ExpectedStratum stratum : strata) {
            noise += new SecondOrder(stratum).noise();
        }
        return noise / information;
    }

    @Override
    public double moved(double[][][] atRisk, double[][][] events, double step) {
        return FirstOrder.moved(cut, weight, theta, atRisk, events, step).mean();
    }

    @Override
    public Expansion at(Cut other) {
        return new ScoreExpansion(other, weight, theta);
    }

    @Override
    public Linear linear() {
        return linear;
    }

    /** One stratum's part of U, V and their first derivatives. */
    private void add(ExpectedStratum stratum) {
        double[] jumpControl = new double[cut.count];
        double[] jumpExperimental = new double[cut.count];
        for (int i = 0; i < cut.count; i++) {
            double p = theta * stratum.share[i] / (1 + (theta - 1) * stratum.share[i]);
            double w = stratum.value[i] * weight.ofNumber(stratum.atRisk[i]);
            jumpControl[i] = w * p;
            jumpExperimental[i] = w * (p - 1);
        }
        score += add(stratum, scorePart, 1, jumpControl, jumpExperimental);
        for (int i = 0; i < cut.count; i++) {
            jumpControl[i] *= -jumpExperimental[i];
        }
        information += add(stratum, informationPart, 2, jumpControl, jumpControl);
    }

    /**
     * U for {@code order} 1, V for 2, its derivative by ln θ for 3.
     *
     * @return its value
     */
    private double add(
            ExpectedStratum stratum, Linear part, int order, double[] jumpControl, double[] jumpExperimental) {
        int count = cut.count;
        RiskRate rate = new RiskRate();
        double[] values = new double[count];
        double[] weightEffect = new double[count];
        double[][] byArm = new double[2][count];
        for (int i = 0; i < count; i++) {
            double w = stratum.weight(order, i);
            stratum.rate(rate, order, i);
            values[i] = w * rate.value();
            weightEffect[i] = order * stratum.logSlope[i] * values[i];
            byArm[Courses.CONTROL][i] = w * rate.byControl();
            byArm[Courses.EXPERIMENTAL][i] = w * rate.byExperimental();
        }
        double[] ahead = weight.followsHazard() ? cut.remaining(weightEffect) : weightEffect;
        double[][] jumps = {jumpControl, jumpExperimental};
        for (int arm = 0; arm < 2; arm++) {
            double[] hazard = cut.courses.hazard[stratum.index][arm];
            double[] slope = part.slope()[stratum.index][arm];
            double[] jump = part.jump()[stratum.index][arm];
            for (int i = 0; i < count; i++) {
                double throughWeight = stratum.followed[i] * ahead[i] / stratum.atRisk[i];
                slope[i] = byArm[arm][i] - jumps[arm][i] * hazard[i] - throughWeight * stratum.pooled[i];
                jump[i] = jumps[arm][i] + throughWeight;
            }
            System.arraycopy(cut.running(slope), 0, part.path()[stratum.index][arm], 0, count);
        }
        return cut.integral(values);
    }
}
