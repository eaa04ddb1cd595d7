package org.equipoise.core.planning.logrank;

import org.equipoise.core.numerics.GaussGrid;

/**
 * The data expected at a cut at one calendar time, and moments of sums over patients.
 *
 * <p>Patients of one arm and stratum are independent and alike. Their numbers among those enrolled stand in the ratio
 * of the allocation, as blocks make it. Indices of columns are stratum, arm, node.
 */
final class Cut {
    final Courses courses;
    final Entries entries;
    final double time;
    final double patients;
    /** Share of the patients enrolled. */
    final double enrolled;
    /** Number of nodes below the cut. */
    final int count;
    /** Probability, of one enrolled, to be still under observation; and number at risk. */
    final double[][][] observed;

    final double[][][] atRisk;
    /** Density of the time of an event that is seen, for one enrolled. */
    final double[][][] seen;

    Cut(Courses courses, Entries entries, double patients, double time) {
        this.courses = courses;
        this.entries = entries;
        this.time = time;
        this.patients = patients;
        enrolled = entries.by(time);
        GaussGrid grid = courses.grid;
        count = grid.nodesBelow(time);
        observed = new double[courses.strata][2][count];
        atRisk = new double[courses.strata][2][count];
        seen = new double[courses.strata][2][count];
        for (int i = 0; i < count; i++) {
            double followed = entries.by(time - grid.node(i)) / enrolled;
            for (int stratum = 0; stratum < courses.strata; stratum++) {
                for (int arm = 0; arm < 2; arm++) {
                    double share = courses.atRisk[stratum][arm][i] * followed;
                    observed[stratum][arm][i] = share;
                    atRisk[stratum][arm][i] = size(stratum, arm) * share;
                    seen[stratum][arm][i] = courses.hazard[stratum][arm][i] * share;
                }
            }
        }
    }

    int strata() {
        return courses.strata;
    }

    double integral(double[] f) {
        return courses.grid.integral(f, count);
    }

    double[] running(double[] f) {
        return courses.grid.running(f, count);
    }

    double[] remaining(double[] f) {
        return courses.grid.remaining(f, count);
    }

    /** Patients of a stratum and arm expected to be enrolled. */
    double size(int stratum, int arm) {
        return size(stratum) * courses.armShare[arm];
    }

    /** Patients of a stratum expected to be enrolled. */
    double size(int stratum) {
        return patients * enrolled * courses.prevalence[stratum];
    }

    /** Variance of the number of patients of a stratum who are enrolled. */
    double sizeVariance(int stratum) {
        return size(stratum) * (1 - enrolled * courses.prevalence[stratum]);
    }

    /** Events expected. */
    double events() {
        double sum = 0;
        for (int stratum = 0; stratum < strata(); stratum++) {
            for (int arm = 0; arm < 2; arm++) {
                sum += size(stratum, arm) * integral(seen[stratum][arm]);
            }
        }
        return sum;
    }

    /** The number of events as a sum over patients. */
    Linear eventCount() {
        double[][][] zero = new double[strata()][2][count];
        double[][][] one = new double[strata()][2][count];
        for (double[][] arms : one) {
            java.util.Arrays.fill(arms[0], 1);
            java.util.Arrays.fill(arms[1], 1);
        }
        return new Linear(zero, zero, one);
    }

    /** Mean of one enrolled patient's part. */
    double mean(Linear f, int stratum, int arm) {
        double[] part = new double[count];
        for (int i = 0; i < count; i++) {
            part[i] = seen[stratum][arm][i] * f.jump()[stratum][arm][i]
                    + observed[stratum][arm][i] * f.slope()[stratum][arm][i];
        }
        return integral(part);
    }

    /** Mean of one enrolled patient's part, over the arms. */
    double mean(Linear f, int stratum) {
        return courses.armShare[0] * mean(f, stratum, 0) + courses.armShare[1] * mean(f, stratum, 1);
    }

    /** Mean of one enrolled patient's part, over arms and strata. */
    double mean(Linear f) {
        double sum = 0;
        for (int stratum = 0; stratum < strata(); stratum++) {
            sum += courses.prevalence[stratum] * mean(f, stratum);
        }
        return sum;
    }

    double variance(Linear f) {
        return covariance(f, f);
    }

    /** Covariance of two sums over patients at this cut. */
    double covariance(Linear f, Linear g) {
        double within = 0;
        double between = 0;
        for (int stratum = 0; stratum < strata(); stratum++) {
            for (int arm = 0; arm < 2; arm++) {
                double product = meanProduct(f, g, stratum, arm);
                within += size(stratum, arm) * (product - mean(f, stratum, arm) * mean(g, stratum, arm));
            }
            between += courses.prevalence[stratum] * mean(f, stratum) * mean(g, stratum);
        }
        return within + patients * enrolled * (between - enrolled * mean(f) * mean(g));
    }

    private double meanProduct(Linear f, Linear g, int stratum, int arm) {
        double[] part = new double[count];
        for (int i = 0; i < count; i++) {
            double a = f.path()[stratum][arm][i];
            double b = f.jump()[stratum][arm][i];
            double c = g.path()[stratum][arm][i];
            double d = g.jump()[stratum][arm][i];
            part[i] = seen[stratum][arm][i] * (b * d + b * c + a * d)
                    + observed[stratum][arm][i] * (a * g.slope()[stratum][arm][i] + c * f.slope()[stratum][arm][i]);
        }
        return integral(part);
    }

    /**
     * Sum of the third central moments of the patients' parts. The number enrolled is taken as it is expected: what its
     * scatter adds is of a smaller order.
     */
    double thirdMoment(Linear f) {
        double sum = 0;
        double[] part = new double[count];
        for (int stratum = 0; stratum < strata(); stratum++) {
            for (int arm = 0; arm < 2; arm++) {
                double mean = mean(f, stratum, arm);
                for (int i = 0; i < count; i++) {
                    double a = f.path()[stratum][arm][i] - mean;
                    double b = f.jump()[stratum][arm][i];
                    part[i] = seen[stratum][arm][i] * b * (3 * a * a + 3 * a * b + b * b)
                            + observed[stratum][arm][i] * 3 * a * a * f.slope()[stratum][arm][i];
                }
                sum += size(stratum, arm) * (integral(part) - mean * mean * mean);
            }
        }
        return sum;
    }

    /**
     * Covariance of {@code f} at this cut with {@code g} at a later one. A patient under observation at this cut is so
     * for the time between the cuts more, unless an event or dropout comes first.
     */
    double covariance(Linear f, Cut later, Linear g) {
        double within = 0;
        double between = 0;
        for (int stratum = 0; stratum < strata(); stratum++) {
            double meanOfF = 0;
            double meanOfG = 0;
            for (int arm = 0; arm < 2; arm++) {
                double[] product = new double[count];
                double[] mean = new double[count];
                double[] gained = gain(later, g, stratum, arm);
                for (int i = 0; i < count; i++) {
                    double a = f.path()[stratum][arm][i];
                    double b = f.jump()[stratum][arm][i];
                    double c = g.path()[stratum][arm][i];
                    double d = g.jump()[stratum][arm][i];
                    product[i] = seen[stratum][arm][i] * (b * d + b * c + a * d)
                            + observed[stratum][arm][i]
                                    * (a * g.slope()[stratum][arm][i] + c * f.slope()[stratum][arm][i])
                            + a * gained[i];
                    mean[i] = seen[stratum][arm][i] * d
                            + observed[stratum][arm][i] * g.slope()[stratum][arm][i]
                            + gained[i];
                }
                double ofF = mean(f, stratum, arm);
                double ofG = integral(mean);
                within += size(stratum, arm) * (integral(product) - ofF * ofG);
                meanOfF += courses.armShare[arm] * ofF;
                meanOfG += courses.armShare[arm] * ofG;
            }
            between += courses.prevalence[stratum] * meanOfF * meanOfG;
        }
        return within + patients * enrolled * (between - mean(f) * later.enrolled * later.mean(g));
    }

    /** Mean of what {@code g} gains after this cut, times the density of being cut off here, at each patient time. */
    private double[] gain(Cut later, Linear g, int stratum, int arm) {
        double[] rate = new double[later.count];
        for (int i = 0; i < later.count; i++) {
            rate[i] = courses.atRisk[stratum][arm][i]
                    * (courses.hazard[stratum][arm][i] * g.jump()[stratum][arm][i] + g.slope()[stratum][arm][i]);
        }
        double whole = later.integral(rate);
        double[] gained = later.running(rate);
        double[] gain = new double[count];
        double last = later.count == courses.grid.size() ? courses.grid.node(later.count - 1) : later.time;
        for (int i = 0; i < count; i++) {
            double age = courses.grid.node(i);
            double cutOff = entries.density(time - age) / enrolled;
            if (cutOff > 0) {
                double end = age + later.time - time;
                gain[i] = cutOff * ((end < last ? courses.grid.value(gained, end) : whole) - gained[i]);
            }
        }
        return gain;
    }
}
