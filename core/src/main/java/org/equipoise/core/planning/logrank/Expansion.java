package org.equipoise.core.planning.logrank;

/**
 * The weighted log-rank statistic Z = U / √V at one cut, as a functional of the data: its value at the expected data,
 * its first derivative (a sum over patients), the mean of its second derivative, and its second derivative along a
 * given direction.
 *
 * <p>U is the sum over events of w (p - 1 if experimental), V that of w² p (1 - p), with p = θ y₁ / (θ y₁ + y₀).
 */
final class Expansion {
    /** exp(-MANY) is lost beside 1. */
    private static final double MANY = 38;

    private final Cut cut;
    private final TestWeight weight;
    private final double theta;
    /** 1 before the horizon of the weight. */
    private final double[] followed;

    private final double[][] value;
    private final double[][] logSlope;
    private final double[][] relativeCurvature;

    private double score;
    private double information;
    private double scoreBias;
    private double informationBias;
    private final Linear linear;
    private final double bias;
    private double noise;

    Expansion(Cut cut, TestWeight weight, double theta) {
        this.cut = cut;
        this.weight = weight;
        this.theta = theta;
        int strata = cut.strata();
        followed = new double[cut.count];
        for (int i = 0; i < cut.count; i++) {
            followed[i] = cut.courses.grid.node(i) < weight.horizon() ? 1 : 0;
        }
        value = new double[strata][cut.count];
        logSlope = new double[strata][cut.count];
        relativeCurvature = new double[strata][cut.count];
        Linear scorePart = empty();
        Linear informationPart = empty();
        for (int stratum = 0; stratum < strata; stratum++) {
            new OfStratum(stratum).addTo(scorePart, informationPart);
        }
        double root = Math.sqrt(information);
        linear = scorePart.combine(1 / root, informationPart, -score / (2 * information * root));
        // E(U / √V) to second order in the fluctuations of U and V about their values at the expected data.
        bias = scoreBias / root
                - cut.covariance(scorePart, informationPart) / (2 * information * root)
                - score * informationBias / (2 * information * root)
                + 0.375 * score * cut.variance(informationPart) / (information * information * root);
    }

    private Linear empty() {
        int strata = cut.strata();
        return new Linear(
                new double[strata][2][cut.count], new double[strata][2][cut.count], new double[strata][2][cut.count]);
    }

    Cut cut() {
        return cut;
    }

    /** U at the expected data. */
    double score() {
        return score;
    }

    /** V at the expected data. */
    double information() {
        return information;
    }

    /** Z at the expected data. */
    double z() {
        return score / Math.sqrt(information);
    }

    /** Mean of Z less its value at the expected data, to second order. */
    double bias() {
        return bias;
    }

    /**
     * Variance of ∫ Σ (fluctuation of w (p - a)) dM over the events' martingale M, over V: part of Z's second order.
     */
    double noise() {
        return noise / information;
    }

    TestWeight weight() {
        return weight;
    }

    double theta() {
        return theta;
    }

    /** First derivative of Z. */
    Linear linear() {
        return linear;
    }

    /** One stratum's part of U, V, their first derivatives and the means of their second ones. */
    private final class OfStratum {
        private final int stratum;
        private final double[] control;
        private final double[] experimental;
        /** Patients at risk, both arms, and their pooled hazard. */
        private final double[] atRisk;

        private final double[] share;
        private final double[] pooled;
        /** Fluctuation of the cumulative pooled hazard: variance, covariance with the numbers at risk, bias. */
        private final double[] hazardVariance;

        private final double[][] hazardCovariance;
        private final double[] hazardBias;
        /**
         * Near 1 as long as patients are at risk. An expansion about y expected patients is worthless where hardly one
         * is left; there the exact means of y₁y₀/y vanish like this factor times their second-order term.
         */
        private final double[] present;

        OfStratum(int stratum) {
            this.stratum = stratum;
            int count = cut.count;
            control = cut.courses.hazard[stratum][Courses.CONTROL];
            experimental = cut.courses.hazard[stratum][Courses.EXPERIMENTAL];
            atRisk = new double[count];
            share = new double[count];
            pooled = new double[count];
            present = new double[count];
            double[] followedHazard = new double[count];
            for (int i = 0; i < count; i++) {
                double y1 = cut.atRisk[stratum][Courses.EXPERIMENTAL][i];
                atRisk[i] = y1 + cut.atRisk[stratum][Courses.CONTROL][i];
                share[i] = y1 / atRisk[i];
                pooled[i] = control[i] + (experimental[i] - control[i]) * share[i];
                present[i] = atRisk[i] > MANY ? 1 : -Math.expm1(-atRisk[i]);
                followedHazard[i] = followed[i] * pooled[i];
            }
            double[] cumulative = cut.running(followedHazard);
            for (int i = 0; i < count; i++) {
                value[stratum][i] = weight.value(cumulative[i]);
                logSlope[stratum][i] = weight.logSlope(cumulative[i]);
                relativeCurvature[stratum][i] = weight.relativeCurvature(cumulative[i]);
            }
            hazardVariance = new double[count];
            hazardCovariance = new double[2][];
            fluctuateHazard();
            hazardBias = biasOfHazard();
        }

        /** A patient moves the Nelson-Aalen estimate at t by 1{event by t}/y - ∫ pooled/y up to exit or t. */
        private void fluctuateHazard() {
            int count = cut.count;
            double[] rate = new double[count];
            for (int i = 0; i < count; i++) {
                rate[i] = -followed[i] * pooled[i] / atRisk[i];
            }
            double[] path = cut.running(rate);
            double[][] mean = new double[2][];
            double[][] growth = new double[2][count];
            double[] part = new double[count];
            for (int arm = 0; arm < 2; arm++) {
                double[] under = cut.courses.atRisk[stratum][arm];
                double[] hazard = cut.courses.hazard[stratum][arm];
                for (int i = 0; i < count; i++) {
                    growth[arm][i] = under[i] * (followed[i] * hazard[i] / atRisk[i] + rate[i]);
                }
                mean[arm] = cut.running(growth[arm]);
                for (int i = 0; i < count; i++) {
                    double jump = followed[i] / atRisk[i];
                    double square = under[i] * (hazard[i] * jump * (2 * path[i] + jump) + 2 * path[i] * rate[i]);
                    part[i] = cut.followed[i] * (square - 2 * mean[arm][i] * growth[arm][i]);
                }
                double[] within = cut.running(part);
                hazardCovariance[arm] = new double[count];
                for (int i = 0; i < count; i++) {
                    hazardVariance[i] += cut.size(stratum, arm) * within[i];
                    hazardCovariance[arm][i] = cut.atRisk[stratum][arm][i] * (path[i] - mean[arm][i]);
                }
            }
            if (!cut.entries.fixed()) {
                varyWithEntries(mean, growth);
            }
        }

        private void varyWithEntries(double[][] mean, double[][] growth) {
            int count = cut.count;
            double prevalence = cut.courses.prevalence[stratum];
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
                    hazardCovariance[arm][i] += cut.atRisk[stratum][arm][i] * (over[i] - prevalence * first[i]);
                }
            }
        }

        /**
         * Of -ln of the Kaplan-Meier estimate, whose factor 1 - 1/y adds 1/(2y) per event beyond the Nelson-Aalen term.
         */
        private double[] biasOfHazard() {
            RiskRate rate = new RiskRate();
            double[] part = new double[cut.count];
            for (int i = 0; i < cut.count; i++) {
                rate.pooledHazard(share[i], atRisk[i], control[i], experimental[i]);
                part[i] = followed[i] * present[i] * (meanCurvature(rate, i) / 2 + pooled[i] / (2 * atRisk[i]));
            }
            return cut.running(part);
        }

        private double meanCurvature(RiskRate rate, int i) {
            double y0 = cut.atRisk[stratum][Courses.CONTROL][i];
            double y1 = cut.atRisk[stratum][Courses.EXPERIMENTAL][i];
            return rate.meanCurvature(
                    y0 * (1 - cut.courses.atRisk[stratum][Courses.CONTROL][i]) + y0 * y0 * commonVariance(i, 0, 0),
                    y1 * (1 - cut.courses.atRisk[stratum][Courses.EXPERIMENTAL][i]) + y1 * y1 * commonVariance(i, 1, 1),
                    y0 * y1 * commonVariance(i, 0, 1));
        }

        /** Of the fluctuations of w (p - a), a being 1 for the experimental arm, against the events' martingale. */
        private double noise() {
            double power = weight.atRiskPower();
            double[] part = new double[cut.count];
            for (int i = 0; i < cut.count; i++) {
                double y = atRisk[i];
                double x = share[i];
                double denominator = 1 + (theta - 1) * x;
                double p = theta * x / denominator;
                double slope = theta / (denominator * denominator * y);
                double[] size = {cut.atRisk[stratum][Courses.CONTROL][i], cut.atRisk[stratum][Courses.EXPERIMENTAL][i]};
                double varControl =
                        size[0] * (1 - cut.courses.atRisk[stratum][0][i]) + size[0] * size[0] * commonVariance(i, 0, 0);
                double varExperimental =
                        size[1] * (1 - cut.courses.atRisk[stratum][1][i]) + size[1] * size[1] * commonVariance(i, 1, 1);
                double between = size[0] * size[1] * commonVariance(i, 0, 1);
                double ofShare = (1 - x) * (1 - x) * varExperimental + x * x * varControl - 2 * x * (1 - x) * between;
                double shareAndSize = (1 - x) * (varExperimental + between) - x * (varControl + between);
                double shareAndHazard = (1 - x) * hazardCovariance[1][i] - x * hazardCovariance[0][i];
                // The logarithm of the weight moves with the cumulative hazard and with the number at risk.
                double byHazard = logSlope[stratum][i];
                double bySize = power / y;
                double ofWeight = byHazard * byHazard * hazardVariance[i]
                        + 2 * byHazard * bySize * (hazardCovariance[0][i] + hazardCovariance[1][i])
                        + bySize * bySize * (varControl + varExperimental + 2 * between);
                double both = slope * (byHazard * shareAndHazard + bySize * shareAndSize);
                double sum = 0;
                for (int arm = 0; arm < 2; arm++) {
                    double q = p - arm;
                    sum += size[arm]
                            * cut.courses.hazard[stratum][arm][i]
                            * (slope * slope * ofShare + 2 * q * both + q * q * ofWeight);
                }
                double w = value[stratum][i] * Math.pow(y, power);
                part[i] = present[i] * w * w * sum;
            }
            return cut.integral(part);
        }

        /**
         * Covariance of two arms' numbers at risk over their product, as far as it comes from entry, which blocks make
         * common, and from randomisation.
         */
        private double commonVariance(int i, int one, int other) {
            double followed = cut.courses.prevalence[stratum] * cut.followed[i];
            double common = cut.entries.fixed() ? 0 : (1 - followed) / (cut.patients * followed);
            return common + Imbalance.ofNumbers(cut, stratum, cut.followed[i], one, other);
        }

        void addTo(Linear scorePart, Linear informationPart) {
            double power = weight.atRiskPower();
            double[] jumpControl = new double[cut.count];
            double[] jumpExperimental = new double[cut.count];
            for (int i = 0; i < cut.count; i++) {
                double p = theta * share[i] / (1 + (theta - 1) * share[i]);
                double w = value[stratum][i] * Math.pow(atRisk[i], power);
                jumpControl[i] = w * p;
                jumpExperimental[i] = w * (p - 1);
            }
            noise += noise();
            double[] result = add(scorePart, 1, jumpControl, jumpExperimental);
            score += result[0];
            scoreBias += result[1];
            for (int i = 0; i < cut.count; i++) {
                jumpControl[i] *= -jumpExperimental[i];
            }
            result = add(informationPart, 2, jumpControl, jumpControl);
            information += result[0];
            informationBias += result[1];
        }

        /**
         * U for {@code order} 1, V for 2.
         *
         * @return value and bias
         */
        private double[] add(Linear part, int order, double[] jumpControl, double[] jumpExperimental) {
            int count = cut.count;
            RiskRate rate = new RiskRate();
            double[] values = new double[count];
            double[] weightEffect = new double[count];
            double[] biases = new double[count];
            double[][] byArm = new double[2][count];
            for (int i = 0; i < count; i++) {
                double w = order == 1 ? value[stratum][i] : value[stratum][i] * value[stratum][i];
                double first = order * logSlope[stratum][i];
                double second = order == 1
                        ? relativeCurvature[stratum][i]
                        : 2 * (logSlope[stratum][i] * logSlope[stratum][i] + relativeCurvature[stratum][i]);
                if (order == 1) {
                    rate.score(share[i], atRisk[i], 1 + weight.atRiskPower(), theta, control[i], experimental[i]);
                } else {
                    rate.variance(
                            share[i], atRisk[i], 1 + 2 * weight.atRiskPower(), theta, control[i], experimental[i]);
                }
                values[i] = w * rate.value();
                weightEffect[i] = first * values[i];
                byArm[Courses.CONTROL][i] = w * rate.byControl();
                byArm[Courses.EXPERIMENTAL][i] = w * rate.byExperimental();
                double alongHazard = byArm[Courses.CONTROL][i] * hazardCovariance[Courses.CONTROL][i]
                        + byArm[Courses.EXPERIMENTAL][i] * hazardCovariance[Courses.EXPERIMENTAL][i];
                biases[i] = present[i]
                                * (second * values[i] * hazardVariance[i] / 2
                                        + first * alongHazard
                                        + w * meanCurvature(rate, i) / 2)
                        + weightEffect[i] * hazardBias[i];
            }
            double[] ahead = cut.remaining(weightEffect);
            double[][] jumps = {jumpControl, jumpExperimental};
            for (int arm = 0; arm < 2; arm++) {
                double[] hazard = cut.courses.hazard[stratum][arm];
                double[] slope = part.slope()[stratum][arm];
                double[] jump = part.jump()[stratum][arm];
                for (int i = 0; i < count; i++) {
                    double throughWeight = followed[i] * ahead[i] / atRisk[i];
                    slope[i] = byArm[arm][i] - jumps[arm][i] * hazard[i] - throughWeight * pooled[i];
                    jump[i] = jumps[arm][i] + throughWeight;
                }
                System.arraycopy(cut.running(slope), 0, part.path()[stratum][arm], 0, count);
            }
            return new double[] {cut.integral(values), cut.integral(biases)};
        }
    }
}
