package org.equipoise.core.proportion;

/**
 * Maximum likelihood estimates of the control arm's proportion when the effect is given (Miettinen and Nurminen 1985,
 * Statistics in Medicine 4:213, appendix; Farrington and Manning 1990, Statistics in Medicine 9:1447).
 */
final class Constrained {
    private Constrained() {}

    /** Given p₁ − p₀ = δ: the root of a cubic by its trigonometric solution. */
    static double byDifference(TwoProportions data, double delta) {
        double least = Math.max(0, -delta);
        double most = Math.min(1, 1 - delta);
        double n = data.patients();
        double n0 = data.patientsControl();
        double x0 = data.successesControl();
        double l2 = (data.patientsExperimental() + 2 * n0) * delta - n - data.successes();
        double l1 = (n0 * delta - n - 2 * x0) * delta + data.successes();
        double l0 = x0 * delta * (1 - delta);
        double third = l2 / (3 * n);
        double q = third * third * third - l1 * l2 / (6 * n * n) + l0 / (2 * n);
        double size = Math.sqrt(Math.max(0, third * third - l1 / (3 * n)));
        double p = q >= 0 ? size : -size;
        double cosine = p == 0 ? 0 : Math.max(-1, Math.min(1, q / (p * p * p)));
        double angle = (Math.PI + StrictMath.acos(cosine)) / 3;
        return Math.max(least, Math.min(most, 2 * p * StrictMath.cos(angle) - third));
    }

    /** Given p₁ / p₀ = θ: the smaller root of θN p₀² − (n₁θ + x₁ + n₀ + x₀θ) p₀ + x₁ + x₀. */
    static double byRatio(TwoProportions data, double theta) {
        double a = theta * data.patients();
        double b = (data.patientsExperimental() + (double) data.successesControl()) * theta
                + data.successesExperimental()
                + data.patientsControl();
        double c = data.successes();
        double root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
        return Math.min(Math.min(1, 1 / theta), 2 * c / (b + root));
    }

    /** Given the odds ratio ψ: the root of n₀(ψ − 1) p₀² + (n₁ψ + n₀ − m(ψ − 1)) p₀ − m in [0, 1], m = x₁ + x₀. */
    static double byOddsRatio(TwoProportions data, double psi) {
        double m = data.successes();
        double a = data.patientsControl() * (psi - 1);
        double b = data.patientsExperimental() * psi + data.patientsControl() - m * (psi - 1);
        double root = Math.sqrt(Math.max(0, b * b + 4 * a * m));
        // Of two equal forms the one without cancellation.
        double p0 = b >= 0 ? 2 * m / (b + root) : (root - b) / (2 * a);
        return Math.max(0, Math.min(1, p0));
    }
}
