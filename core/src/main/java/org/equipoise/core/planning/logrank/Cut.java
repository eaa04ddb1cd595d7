package org.equipoise.core.planning.logrank;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The data expected at a cut at one calendar time, and moments of sums over patients.
 *
 * <p>Blocks of randomisation give the arms of a stratum the same entry times. So given those times patients are
 * independent, and a sum over patients varies with them only through the mean over both arms. Where arms are less
 * alike, or more, {@link Imbalance} tells what that adds. Indices of columns are stratum, arm, node; a node is a
 * patient time.
 */
final class Cut {
    final Courses courses;
    final Entries entries;
    final double time;
    final double patients;
    /** Number of nodes below the cut. */
    final int count;
    /**
     * Probability of being under observation for so long, as far as entry goes; and density of the longest such time.
     */
    final double[] followed;

    final double[] cutOff;
    /** Probability of being still under observation, and number at risk. */
    final double[][][] observed;

    final double[][][] atRisk;
    /** Density of the time of an event that is seen. */
    final double[][][] seen;

    private @Nullable Linear eventCount;

    Cut(Courses courses, Entries entries, double patients, double time) {
        this.courses = courses;
        this.entries = entries;
        this.time = time;
        this.patients = patients;
        count = courses.grid.nodesBelow(time);
        followed = new double[count];
        cutOff = new double[count];
        observed = new double[courses.strata][2][count];
        atRisk = new double[courses.strata][2][count];
        seen = new double[courses.strata][2][count];
        double end = entries.end();
        for (int i = 0; i < count; i++) {
            double entry = time - courses.grid.node(i);
            followed[i] = entries.by(entry);
            cutOff[i] = entry < end ? entries.rates().value(entry) / entries.total() : 0;
            for (int stratum = 0; stratum < courses.strata; stratum++) {
                for (int arm = 0; arm < 2; arm++) {
                    double share = courses.atRisk[stratum][arm][i] * followed[i];
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

    /** Patients of a stratum and arm, enrolled or not. */
    double size(int stratum, int arm) {
        return patients * courses.prevalence[stratum] * courses.armShare[arm];
    }

    /** Patients expected to be enrolled. */
    double enrolled() {
        return patients * entries.by(time);
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
        Linear made = eventCount;
        if (made == null) {
            double[][][] zero = new double[strata()][2][count];
            double[][][] one = new double[strata()][2][count];
            for (double[][] arms : one) {
                Arrays.fill(arms[0], 1);
                Arrays.fill(arms[1], 1);
            }
            made = new Linear(zero, zero, one);
            eventCount = made;
        }
        return made;
    }

    /** Rate at which the mean of a patient's part grows with the time for which observation is possible. */
    double[] growth(Linear f, int stratum, int arm) {
        return growth(f, stratum, arm, courses.atRisk[stratum][arm], courses.hazard[stratum][arm]);
    }

    /** The same for patients who are at risk, and have the event, as given at the nodes. */
    double[] growth(Linear f, int stratum, int arm, double[] atRisk, double[] hazard) {
        double[] rate = new double[count];
        for (int i = 0; i < count; i++) {
            rate[i] = atRisk[i] * (hazard[i] * f.jump()[stratum][arm][i] + f.slope()[stratum][arm][i]);
        }
        return rate;
    }

    /** Mean of a patient's part by the time for which observation is possible. Not to be modified. */
    double[] meanByFollowUp(Linear f, int stratum, int arm) {
        return f.byFollowUp(this)[stratum][arm];
    }

    /** The same, over the arms. A new column. */
    double[] meanByFollowUp(Linear f, int stratum) {
        double[] control = meanByFollowUp(f, stratum, Courses.CONTROL);
        double[] experimental = meanByFollowUp(f, stratum, Courses.EXPERIMENTAL);
        double[] mean = new double[count];
        for (int i = 0; i < count; i++) {
            mean[i] = courses.armShare[Courses.CONTROL] * control[i]
                    + courses.armShare[Courses.EXPERIMENTAL] * experimental[i];
        }
        return mean;
    }

    /** Mean of one patient's part, over arms and strata; 0 is counted for those not enrolled. */
    double mean(Linear f) {
        double sum = 0;
        for (int stratum = 0; stratum < strata(); stratum++) {
            sum += courses.prevalence[stratum] * overEntries(meanByFollowUp(f, stratum));
        }
        return sum;
    }

    /** Mean over entry times of what depends on the time for which observation is possible. */
    double overEntries(double[] byFollowUp) {
        double[] part = new double[count];
        for (int i = 0; i < count; i++) {
            part[i] = cutOff[i] * byFollowUp[i];
        }
        return integral(part);
    }

    double variance(Linear f) {
        return covariance(f, this, f);
    }

    /** Covariance of two sums over patients at this cut. */
    double covariance(Linear f, Linear g) {
        return covariance(f, this, g);
    }

    /**
     * Covariance of {@code f} at this cut with {@code g} at this or a later one. A patient under observation at this
     * cut is so for the time between the cuts more, unless an event or dropout comes first.
     */
    double covariance(Linear f, Cut later, Linear g) {
        boolean same = f == g && later == this;
        double sum = 0;
        double meanF = 0;
        double meanG = 0;
        double[] part = new double[count];
        for (int stratum = 0; stratum < strata(); stratum++) {
            double[] overF = new double[count];
            double[] overG = new double[count];
            double[] laterOverG = new double[later.count];
            for (int arm = 0; arm < 2; arm++) {
                double share = courses.armShare[arm];
                double[] ofF = meanByFollowUp(f, stratum, arm);
                double[] laterOfG = same ? ofF : later.meanByFollowUp(g, stratum, arm);
                double[] ofG = shifted(later, laterOfG);
                double[] pathF = f.path()[stratum][arm];
                double[] slopeF = f.slope()[stratum][arm];
                double[] jumpF = f.jump()[stratum][arm];
                double[] pathG = g.path()[stratum][arm];
                double[] slopeG = g.slope()[stratum][arm];
                double[] jumpG = g.jump()[stratum][arm];
                double[] events = seen[stratum][arm];
                double[] still = observed[stratum][arm];
                for (int i = 0; i < count; i++) {
                    double a = pathF[i];
                    double b = jumpF[i];
                    double c = pathG[i];
                    double d = jumpG[i];
                    part[i] = share
                            * (events[i] * (b * d + b * c + a * d)
                                    + still[i] * (a * slopeG[i] + c * slopeF[i])
                                    + cutOff[i] * (a * (ofG[i] - laterOfG[i]) - ofF[i] * ofG[i]));
                    overF[i] += share * ofF[i];
                    overG[i] += share * ofG[i];
                }
                for (int i = 0; i < later.count; i++) {
                    laterOverG[i] += share * laterOfG[i];
                }
                sum += patients * courses.prevalence[stratum] * integral(part);
            }
            if (!entries.fixed()) {
                for (int i = 0; i < count; i++) {
                    part[i] = cutOff[i] * overF[i] * overG[i];
                }
                sum += patients * courses.prevalence[stratum] * integral(part);
                meanF += courses.prevalence[stratum] * overEntries(overF);
                meanG += courses.prevalence[stratum] * later.overEntries(laterOverG);
            }
        }
        return sum - patients * meanF * meanG + Imbalance.covariance(f, this, later, g);
    }

    /** A column of the later cut, at patient times that are later by the time between the cuts. */
    double[] shifted(Cut later, double[] column) {
        if (later == this) {
            return column;
        }
        double[] moved = new double[count];
        double between = later.time - time;
        double end = courses.grid.node(later.count - 1);
        for (int i = 0; i < count; i++) {
            if (cutOff[i] > 0) {
                double age = courses.grid.node(i) + between;
                moved[i] = courses.grid.value(column, Math.min(age, end));
            }
        }
        return moved;
    }

    /** Third cumulant of a sum over patients, by the law of total cumulance over entry times. */
    double thirdCumulant(Linear f) {
        double sum = 0;
        double overallSquare = 0;
        double[] part = new double[count];
        double mean = mean(f);
        for (int stratum = 0; stratum < strata(); stratum++) {
            double[] overArms = meanByFollowUp(f, stratum);
            for (int arm = 0; arm < 2; arm++) {
                double share = courses.armShare[arm];
                double[] first = meanByFollowUp(f, stratum, arm);
                double[] second = running(momentGrowth(f, stratum, arm, 2));
                double[] third = running(momentGrowth(f, stratum, arm, 3));
                for (int i = 0; i < count; i++) {
                    double variance = second[i] - first[i] * first[i];
                    double within = third[i] - 3 * first[i] * second[i] + 2 * first[i] * first[i] * first[i];
                    double withEntry = entries.fixed() ? 0 : 3 * (overArms[i] - mean) * variance;
                    part[i] = share * cutOff[i] * (within + withEntry);
                }
                sum += courses.prevalence[stratum] * integral(part);
            }
            if (!entries.fixed()) {
                for (int i = 0; i < count; i++) {
                    part[i] = cutOff[i] * overArms[i] * overArms[i];
                }
                overallSquare += courses.prevalence[stratum] * integral(part);
                for (int i = 0; i < count; i++) {
                    part[i] *= overArms[i];
                }
                sum += courses.prevalence[stratum] * integral(part);
            }
        }
        double between = entries.fixed() ? 0 : 2 * mean * mean * mean - 3 * mean * overallSquare;
        return patients * (sum + between);
    }

    private double[] momentGrowth(Linear f, int stratum, int arm, int order) {
        double[] rate = new double[count];
        for (int i = 0; i < count; i++) {
            double a = f.path()[stratum][arm][i];
            double b = f.jump()[stratum][arm][i];
            double gain = order == 2 ? b * (2 * a + b) : b * (3 * a * (a + b) + b * b);
            double drift = order == 2 ? 2 * a : 3 * a * a;
            rate[i] = courses.atRisk[stratum][arm][i]
                    * (courses.hazard[stratum][arm][i] * gain + drift * f.slope()[stratum][arm][i]);
        }
        return rate;
    }
}
