package org.equipoise.core.planning.twosample;

import org.apache.commons.numbers.gamma.LogGamma;

/** Exact power of Fisher's exact test, one-sided in favour of the experimental arm. */
final class FisherPower {
    private FisherPower() {}

    /** Sum over the tables with p ≤ {@code alpha} of their binomial probabilities. */
    static double of(int controls, int experimentals, double control, double experimental, double alpha) {
        double[] ofControl = binomial(controls, control);
        double[] ofExperimental = binomial(experimentals, experimental);
        double power = 0;
        for (int responders = 0; responders <= controls + experimentals; responders++) {
            power += ofTables(controls, experimentals, responders, alpha, ofControl, ofExperimental);
        }
        return Math.min(1, power);
    }

    /** Among the tables with {@code responders} in both arms; the p-value is the upper hypergeometric tail. */
    private static double ofTables(
            int controls,
            int experimentals,
            int responders,
            double alpha,
            double[] ofControl,
            double[] ofExperimental) {
        int most = Math.min(responders, experimentals);
        int fewest = Math.max(0, responders - controls);
        double all = logChoose(controls + experimentals, responders);
        double tail = 0;
        double power = 0;
        for (int x = most; x >= fewest; x--) {
            tail += Math.exp(logChoose(experimentals, x) + logChoose(controls, responders - x) - all);
            if (tail > alpha * (1 + 1e-12)) {
                break;
            }
            power += ofExperimental[x] * ofControl[responders - x];
        }
        return power;
    }

    /** Probabilities of 0 to {@code n} successes. */
    static double[] binomial(int n, double p) {
        double[] probabilities = new double[n + 1];
        for (int x = 0; x <= n; x++) {
            probabilities[x] = Math.exp(logChoose(n, x) + x * Math.log(p) + (n - x) * Math.log1p(-p));
        }
        return probabilities;
    }

    private static double logChoose(int n, int k) {
        return LogGamma.value(n + 1.0) - LogGamma.value(k + 1.0) - LogGamma.value(n - k + 1.0);
    }
}
