package org.equipoise.core.planning.logrank;

/**
 * The expected data of a cut moved in the direction of their covariances with a sum over patients, and what Z and the
 * bias of its expansion do on that way. Moments of second order are derivatives along it.
 */
final class Perturbation {
    /** Largest relative change of a number at risk in the difference quotient of second order. */
    private static final double STEP = 2e-3;
    /** Largest relative change of a hazard in the difference quotient of first order. */
    private static final double TILT = 0.02;

    private final Expansion z;
    private final Cut cut;
    /** By stratum, arm and node: covariances with numbers at risk, and with the density of events. */
    private final double[][][] atRisk;

    private final double[][][] events;
    private double largest;

    Perturbation(Expansion z, Linear f) {
        this.z = z;
        cut = z.cut();
        atRisk = new double[cut.strata()][2][cut.count];
        events = new double[cut.strata()][2][cut.count];
        double overall = cut.entries.fixed() ? 0 : cut.mean(f);
        for (int stratum = 0; stratum < cut.strata(); stratum++) {
            double[] overArms = cut.entries.fixed() ? new double[cut.count] : cut.meanByFollowUp(f, stratum);
            for (int arm = 0; arm < 2; arm++) {
                covary(f, stratum, arm, overall, overArms);
            }
        }
    }

    private void covary(Linear f, int stratum, int arm, double overall, double[] overArms) {
        double[] mean = cut.meanByFollowUp(f, stratum, arm);
        double[] growth = cut.growth(f, stratum, arm);
        double[] common = new double[cut.count];
        for (int i = 0; i < cut.count; i++) {
            growth[i] *= cut.followed[i];
            common[i] = cut.cutOff[i] * (overArms[i] - mean[i]);
        }
        double[] later = cut.remaining(growth);
        common = cut.remaining(common);
        double size = cut.size(stratum, arm);
        for (int i = 0; i < cut.count; i++) {
            double under = cut.courses.atRisk[stratum][arm][i];
            double still = cut.observed[stratum][arm][i];
            double path = f.path()[stratum][arm][i] - overall;
            atRisk[stratum][arm][i] = size * (still * path + later[i] + under * common[i]);
            events[stratum][arm][i] = size
                    * cut.courses.hazard[stratum][arm][i]
                    * (still * (path + f.jump()[stratum][arm][i]) + under * common[i]);
            double change = Math.abs(atRisk[stratum][arm][i]) / Math.max(cut.atRisk[stratum][arm][i], 1e-9 * size);
            largest = Math.max(largest, change);
        }
    }

    /** Second derivative of Z: the cumulant of the sum, the sum, and half the second derivative of Z in the data. */
    double curvature() {
        if (largest == 0) {
            return 0;
        }
        double step = STEP / largest;
        return (moved(step) - 2 * moved(0) + moved(-step)) / (step * step);
    }

    /** Z at the moved data. */
    private double moved(double step) {
        return z.moved(atRisk, events, step);
    }

    /**
     * What the second and third order add to the variance of the sum. Twice its covariance with the terms of these
     * orders is twice the derivative of the bias when the law of the patients is tilted by the sum; of that the tilt of
     * the hazards is kept. The variance of the second order itself is kept as far as it comes from the weights of the
     * events.
     */
    double varianceCorrection() {
        double[][][] tilt = new double[cut.strata()][2][cut.count];
        double most = 0;
        for (int stratum = 0; stratum < cut.strata(); stratum++) {
            for (int arm = 0; arm < 2; arm++) {
                for (int i = 0; i < cut.count; i++) {
                    double hazard = cut.courses.hazard[stratum][arm][i];
                    double y = cut.atRisk[stratum][arm][i];
                    if (hazard > 0 && y > 1e-9 * cut.patients) {
                        tilt[stratum][arm][i] =
                                (events[stratum][arm][i] - hazard * atRisk[stratum][arm][i]) / (hazard * y);
                        most = Math.max(most, Math.abs(tilt[stratum][arm][i]));
                    }
                }
            }
        }
        if (most == 0) {
            return 0;
        }
        double step = TILT / most;
        return (tiltedBias(tilt, step) - tiltedBias(tilt, -step)) / step + z.noise();
    }

    private double tiltedBias(double[][][] tilt, double step) {
        Cut tilted = new Cut(cut.courses.tilted(tilt, step), cut.entries, cut.patients, cut.time);
        return z.at(tilted).bias();
    }
}
