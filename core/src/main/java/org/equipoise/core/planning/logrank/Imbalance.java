package org.equipoise.core.planning.logrank;

import org.equipoise.core.planning.Balance;

/**
 * What randomisation other than in blocks within the strata of the test adds to the covariance of two sums over
 * patients.
 *
 * <p>Let δ be the mean part of a patient of the experimental arm less that of a patient of the control arm, given what
 * randomisation makes alike in the arms, p being the experimental arm's share. Among n patients drawn and allotted
 * independently the covariance is n cov(f, g), and what is made alike takes n p (1 - p) E(δ_f δ_g) from it. That is
 * entry and stratum in blocks within strata, entry and part of the patients in blocks within these, the number in each
 * arm in complete randomisation, so that δ is a mean over entries, and nothing where each patient is allotted by lot.
 */
final class Imbalance {
    private Imbalance() {}

    /** To be added to what blocks within the strata leave, {@code f} at a cut and {@code g} at this or a later one. */
    static double covariance(Linear f, Cut cut, Cut later, Linear g) {
        Courses courses = cut.courses;
        boolean within = courses.prevalenceWithin.length > 0;
        if (courses.balance == Balance.BLOCKS && !within) {
            return 0;
        }
        double taken = 0;
        for (int stratum = 0; stratum < courses.strata; stratum++) {
            double[][] atRisk = courses.atRisk[stratum];
            double[][] hazard = courses.hazard[stratum];
            taken += courses.prevalence[stratum]
                    * alike(
                            cut,
                            later,
                            difference(f, stratum, cut, atRisk, hazard),
                            difference(g, stratum, later, atRisk, hazard));
        }
        double rest = 0;
        for (int part = 0; part < courses.prevalenceWithin.length; part++) {
            double[][] atRisk = courses.atRiskWithin[part];
            double[][] hazard = courses.hazardWithin[part];
            rest += courses.prevalenceWithin[part]
                    * alike(cut, later, difference(f, 0, cut, atRisk, hazard), difference(g, 0, later, atRisk, hazard));
        }
        if (courses.balance == Balance.COMPLETE) {
            rest = mean(f, cut) * mean(g, later);
        }
        double p = courses.armShare[Courses.EXPERIMENTAL];
        return cut.patients * p * (1 - p) * (taken - rest);
    }

    /** E(δ_f δ_g) over entries. */
    private static double alike(Cut cut, Cut later, double[] ofF, double[] ofG) {
        double[] moved = cut.shifted(later, ofG);
        double[] product = new double[cut.count];
        for (int i = 0; i < cut.count; i++) {
            product[i] = ofF[i] * moved[i];
        }
        return cut.overEntries(product);
    }

    private static double mean(Linear f, Cut cut) {
        double sum = 0;
        for (int stratum = 0; stratum < cut.strata(); stratum++) {
            sum += cut.courses.prevalence[stratum]
                    * cut.overEntries(
                            difference(f, stratum, cut, cut.courses.atRisk[stratum], cut.courses.hazard[stratum]));
        }
        return sum;
    }

    /** δ by the time for which observation is possible. */
    private static double[] difference(Linear f, int stratum, Cut cut, double[][] atRisk, double[][] hazard) {
        double[] control = cut.running(cut.growth(f, stratum, 0, atRisk[0], hazard[0]));
        double[] difference = cut.running(cut.growth(f, stratum, 1, atRisk[1], hazard[1]));
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= control[i];
        }
        return difference;
    }

    /**
     * Covariance of the numbers at risk of two arms over their product, beyond what they have in common: blocks keep
     * arms alike at all times, complete randomisation in the end.
     *
     * @param followed share of the patients who have entered so long ago, of those of the stratum
     */
    static double ofNumbers(Cut cut, int stratum, double followed, int one, int other) {
        if (cut.courses.balance == Balance.BLOCKS || followed == 0) {
            return 0;
        }
        double still = cut.courses.balance == Balance.COMPLETE ? 1 - followed : 1;
        double size = cut.patients * cut.courses.prevalence[stratum] * followed;
        double share = cut.courses.armShare[one];
        return still * (one == other ? (1 - share) / share : -1) / size;
    }
}
