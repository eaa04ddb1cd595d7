package org.equipoise.core.planning.twosample;

import org.equipoise.core.numerics.Roots;
import org.equipoise.core.numerics.StandardNormal;

/**
 * Power and size of a test whether the experimental proportion exceeds the control proportion.
 *
 * <p>For tests other than Fisher's: with N patients, shares q_C and q_E, σ₁² = p_C(1 - p_C)/q_C + p_E(1 - p_E)/q_E and
 * σ₀² the same at what the null hypothesis takes the proportions to be, Z exceeds z with probability Φ((√N (p_E - p_C +
 * margin) - z σ₀) / σ₁) (Farrington and Manning 1990, Statistics in Medicine 9:1447-1454, equation 4).
 *
 * @param control true proportion of the control arm, in (0, 1)
 * @param experimental true proportion of the experimental arm, in (0, 1)
 * @param allocationRatio patients in the experimental arm per patient in the control arm; positive and finite
 * @param margin the null hypothesis is p_E ≤ p_C - margin: 0 for superiority, positive for non-inferiority; in (-1, 1)
 * @param alpha one-sided level in (0, 1)
 */
public record ProportionPlan(double control, double experimental, double allocationRatio, double margin, double alpha) {

    /** @throws IllegalArgumentException when one of the above does not hold */
    public ProportionPlan {
        requireInside("control proportion", control, 0, 1);
        requireInside("experimental proportion", experimental, 0, 1);
        requireInside("allocation ratio", allocationRatio, 0, Double.POSITIVE_INFINITY);
        requireInside("margin", margin, -1, 1);
        requireInside("alpha", alpha, 0, 1);
    }

    private static void requireInside(String what, double value, double above, double below) {
        if (!(value > above && value < below)) {
            throw new IllegalArgumentException(
                    what + " must be greater than " + above + " and less than " + below + ", was " + value);
        }
    }

    /**
     * Probability of rejecting the null hypothesis.
     *
     * @param patients of both arms; for Fisher's test the arms get whole numbers next to their shares
     * @throws IllegalArgumentException when there are not more than 2, or the test does not know margins
     */
    public double power(ProportionTest test, double patients) {
        requireInside("patients", patients, 2, Double.POSITIVE_INFINITY);
        requireMarginFits(test);
        if (test == ProportionTest.FISHER_EXACT) {
            int inExperimental = (int) Math.rint(patients * experimentalShare());
            int inControl = (int) Math.rint(patients - inExperimental);
            return FisherPower.of(inControl, inExperimental, control, experimental, alpha);
        }
        double critical = StandardNormal.upperQuantile(alpha);
        double drift = Math.sqrt(patients) * effect();
        return StandardNormal.upperTail(
                (critical * nullDeviation(test, patients) - drift) / deviation(control, experimental));
    }

    /**
     * Patients of both arms for whom the power is {@code power}: not rounded, but for Fisher's test, whose power goes
     * up and down, the smallest whole number that gives it.
     *
     * @param power in (alpha, 1)
     * @throws IllegalArgumentException when the power is out of range, the test does not know margins, or the
     *     experimental proportion is not above what the null hypothesis allows, so that no number would do
     */
    public double requiredPatients(ProportionTest test, double power) {
        requireInside("power", power, alpha, 1);
        requireMarginFits(test);
        if (!(effect() > 0)) {
            throw new IllegalArgumentException("no number of patients gives power " + power
                    + ": the experimental proportion " + experimental + " must exceed " + (control - margin));
        }
        if (test == ProportionTest.FISHER_EXACT) {
            return smallestExact(power);
        }
        double critical = StandardNormal.upperQuantile(alpha);
        double other = -StandardNormal.upperQuantile(power);
        double root =
                (critical * nullDeviation(test, Double.POSITIVE_INFINITY) + other * deviation(control, experimental))
                        / effect();
        double size = root * root;
        if (test != ProportionTest.MIETTINEN_NURMINEN) {
            return size;
        }
        return Roots.between(n -> power(test, n), power, Math.max(size * 0.5, 2.0001), 2 * size + 10);
    }

    private double smallestExact(double power) {
        // Fisher's test is less powerful than the others; it needs more than half of what they do.
        int patients = Math.max(3, (int) (requiredPatients(ProportionTest.UNPOOLED, power) / 2));
        while (power(ProportionTest.FISHER_EXACT, patients) < power) {
            patients++;
        }
        return patients;
    }

    private void requireMarginFits(ProportionTest test) {
        boolean superiorityOnly = test == ProportionTest.POOLED || test == ProportionTest.FISHER_EXACT;
        if (superiorityOnly && margin != 0) {
            throw new IllegalArgumentException(
                    test + " tests for superiority only: the margin must be 0, was " + margin);
        }
    }

    private double effect() {
        return experimental - control + margin;
    }

    private double experimentalShare() {
        return allocationRatio / (1 + allocationRatio);
    }

    private double deviation(double control, double experimental) {
        double share = experimentalShare();
        return Math.sqrt(control * (1 - control) / (1 - share) + experimental * (1 - experimental) / share);
    }

    private double nullDeviation(ProportionTest test, double patients) {
        double share = experimentalShare();
        double mean = (1 - share) * control + share * experimental;
        return switch (test) {
            case POOLED -> deviation(mean, mean);
            case UNPOOLED, FISHER_EXACT -> deviation(control, experimental);
            case FARRINGTON_MANNING -> restrictedDeviation();
            case MIETTINEN_NURMINEN ->
                restrictedDeviation()
                        * (patients == Double.POSITIVE_INFINITY ? 1 : Math.sqrt(patients / (patients - 1)));
        };
    }

    private double restrictedDeviation() {
        double restricted = RestrictedProportion.experimental(experimental, control, 1 / allocationRatio, -margin);
        return deviation(restricted + margin, restricted);
    }
}
