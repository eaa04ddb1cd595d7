package org.equipoise.core.planning.logrank;

/** How the score and the variance of a weighted log-rank test fluctuate in one stratum, to second order. */
final class SecondOrder {
    /** exp(-MANY) is lost beside 1. */
    private static final double MANY = 38;

    private final ExpectedStratum of;
    private final Cut cut;
    /**
     * Near 1 as long as patients are at risk. An expansion about y expected patients is worthless where hardly one is
     * left; there the exact means of y₁y₀/y vanish like this factor times their second-order term.
     */
    private final double[] present;
    /** Variances of the numbers at risk by arm, and their covariance. */
    private final double[][] variance;

    private final double[] covariance;
    /**
     * Fluctuation of the cumulative pooled hazard: variance, covariance with the numbers at risk, bias; 0 where the
     * weight does not follow it.
     */
    private final double[] hazardVariance;

    private final double[][] hazardCovariance;
    private final double[] hazardBias;

    SecondOrder(ExpectedStratum of) {
        this.of = of;
        cut = of.cut;
        present = new double[cut.count];
        variance = new double[2][cut.count];
        covariance = new double[cut.count];
        for (int i = 0; i < cut.count; i++) {
            present[i] = of.atRisk[i] > MANY ? 1 : -Math.expm1(-of.atRisk[i]);
            for (int arm = 0; arm < 2; arm++) {
                double number = cut.atRisk[of.index][arm][i];
                variance[arm][i] = number * (1 - cut.courses.atRisk[of.index][arm][i])
                        + number * number * commonVariance(i, arm, arm);
            }
            covariance[i] = cut.atRisk[of.index][0][i] * cut.atRisk[of.index][1][i] * commonVariance(i, 0, 1);
        }
        hazardVariance = new double[cut.count];
        hazardCovariance = new double[2][cut.count];
        if (of.test.followsHazard()) {
            fluctuateHazard();
        }
        hazardBias = of.test.followsHazard() ? biasOfHazard() : new double[cut.count];
    }

    /** Mean of U, for {@code order} 1, or V, for 2, less its value at the expected data. */
    double bias(int order) {
        RiskRate rate = new RiskRate();
        double[] biases = new double[cut.count];
        for (int i = 0; i < cut.count; i++) {
            double slope = of.logSlope[i];
            double first = order * slope;
            double second = order == 1 ? of.relativeCurvature[i] : 2 * (slope * slope + of.relativeCurvature[i]);
            double w = of.weight(order, i);
            of.rate(rate, order, i);
            double value = w * rate.value();
            double alongHazard = w * rate.byControl() * hazardCovariance[Courses.CONTROL][i]
                    + w * rate.byExperimental() * hazardCovariance[Courses.EXPERIMENTAL][i];
            biases[i] = present[i]
                            * (second * value * hazardVariance[i] / 2
                                    + first * alongHazard
                                    + w * meanCurvature(rate, i) / 2)
                    + first * value * hazardBias[i];
        }
        return cut.integral(biases);
    }

    /** A patient moves the Nelson-Aalen estimate at t by 1{event by t}/y - ∫ pooled/y up to exit or t. */
    private void fluctuateHazard() {
        int count = cut.count;
        double[] rate = new double[count];
        for (int i = 0; i < count; i++) {
            rate[i] = -of.followed[i] * of.pooled[i] / of.atRisk[i];
        }
        double[] path = cut.running(rate);
        double[][] mean = new double[2][];
        double[][] growth = new double[2][count];
        double[] part = new double[count];
        for (int arm = 0; arm < 2; arm++) {
            double[] under = cut.courses.atRisk[of.index][arm];
            double[] hazard = cut.courses.hazard[of.index][arm];
            for (int i = 0; i < count; i++) {
                growth[arm][i] = under[i] * (of.followed[i] * hazard[i] / of.atRisk[i] + rate[i]);
            }
            mean[arm] = cut.running(growth[arm]);
            for (int i = 0; i < count; i++) {
                double jump = of.followed[i] / of.atRisk[i];
                double square = under[i] * (hazard[i] * jump * (2 * path[i] + jump) + 2 * path[i] * rate[i]);
                part[i] = cut.followed[i] * (square - 2 * mean[arm][i] * growth[arm][i]);
            }
            double[] within = cut.running(part);
            for (int i = 0; i < count; i++) {
                hazardVariance[i] += cut.size(of.index, arm) * within[i];
                hazardCovariance[arm][i] = cut.atRisk[of.index][arm][i] * (path[i] - mean[arm][i]);
            }
        }
        if (!cut.entries.fixed()) {
            varyWithEntries(mean, growth);
        }
    }

    private void varyWithEntries(double[][] mean, double[][] growth) {
        int count = cut.count;
        double prevalence = cut.courses.prevalence[of.index];
        double[] over = new double[count];
        double[] first = new double[count];
        double[] second = new double[count];
        for (int i = 0; i < count; i++) {
            double change = 0;
            for (int arm = 0; arm < 2; arm++) {
                over[i] += cut.courses.armShare[arm] * mean[arm][i];
                change += cut.courses.armShare[arm] * growth[arm][i];
            }
            first[i] = cut.followed[i] * change;
            second[i] = cut.followed[i] * 2 * over[i] * change;
        }
        first = cut.running(first);
        second = cut.running(second);
        for (int i = 0; i < count; i++) {
            hazardVariance[i] += cut.patients * prevalence * (second[i] - prevalence * first[i] * first[i]);
            for (int arm = 0; arm < 2; arm++) {
                hazardCovariance[arm][i] += cut.atRisk[of.index][arm][i] * (over[i] - prevalence * first[i]);
            }
        }
    }

    /** Of -ln of the Kaplan-Meier estimate, whose factor 1 - 1/y adds 1/(2y) per event beyond the Nelson-Aalen term. */
    private double[] biasOfHazard() {
        RiskRate rate = new RiskRate();
        double[] part = new double[cut.count];
        for (int i = 0; i < cut.count; i++) {
            rate.pooledHazard(of.share[i], of.atRisk[i], of.control[i], of.experimental[i]);
            part[i] = of.followed[i] * present[i] * (meanCurvature(rate, i) / 2 + of.pooled[i] / (2 * of.atRisk[i]));
        }
        return cut.running(part);
    }

    private double meanCurvature(RiskRate rate, int i) {
        return rate.meanCurvature(variance[Courses.CONTROL][i], variance[Courses.EXPERIMENTAL][i], covariance[i]);
    }

    /** Of the fluctuations of w (p - a), a being 1 for the experimental arm, against the events' martingale. */
    double noise() {
        double power = of.test.atRiskPower();
        double[] part = new double[cut.count];
        for (int i = 0; i < cut.count; i++) {
            double y = of.atRisk[i];
            double x = of.share[i];
            double denominator = 1 + (of.theta - 1) * x;
            double p = of.theta * x / denominator;
            double slope = of.theta / (denominator * denominator * y);
            double varControl = variance[Courses.CONTROL][i];
            double varExperimental = variance[Courses.EXPERIMENTAL][i];
            double between = covariance[i];
            double ofShare = (1 - x) * (1 - x) * varExperimental + x * x * varControl - 2 * x * (1 - x) * between;
            double shareAndSize = (1 - x) * (varExperimental + between) - x * (varControl + between);
            double shareAndHazard = (1 - x) * hazardCovariance[1][i] - x * hazardCovariance[0][i];
            // The logarithm of the weight moves with the cumulative hazard and with the number at risk.
            double byHazard = of.logSlope[i];
            double bySize = power / y;
            double ofWeight = byHazard * byHazard * hazardVariance[i]
                    + 2 * byHazard * bySize * (hazardCovariance[0][i] + hazardCovariance[1][i])
                    + bySize * bySize * (varControl + varExperimental + 2 * between);
            double both = slope * (byHazard * shareAndHazard + bySize * shareAndSize);
            double sum = 0;
            for (int arm = 0; arm < 2; arm++) {
                double q = p - arm;
                sum += cut.atRisk[of.index][arm][i]
                        * cut.courses.hazard[of.index][arm][i]
                        * (slope * slope * ofShare + 2 * q * both + q * q * ofWeight);
            }
            double w = of.value[i] * of.test.ofNumber(y);
            part[i] = present[i] * w * w * sum;
        }
        return cut.integral(part);
    }

    /**
     * Covariance of two arms' numbers at risk over their product, as far as it comes from entry, which blocks make
     * common, and from randomisation.
     */
    private double commonVariance(int i, int one, int other) {
        double followed = cut.courses.prevalence[of.index] * cut.followed[i];
        double common = cut.entries.fixed() ? 0 : (1 - followed) / (cut.patients * followed);
        return common + Imbalance.ofNumbers(cut, of.index, cut.followed[i], one, other);
    }
}
