package org.equipoise.core.numerics;

/** Confidence levels of two-sided limits. */
public final class ConfidenceLevel {
    private ConfidenceLevel() {}

    /** Half-width, in standard errors, of two-sided limits of confidence {@code level} in (0, 1). */
    public static double halfWidth(double level) {
        check(level);
        return StandardNormal.upperQuantile((1 - level) / 2);
    }

    /** Refuses a {@code level} outside (0, 1). */
    public static void check(double level) {
        if (!(level > 0 && level < 1)) {
            String hint = level > 1 && level < 100 ? "; 95 percent is written 0.95" : "";
            throw new IllegalArgumentException("level must be between 0 and 1, exclusive, was " + level + hint);
        }
    }
}
