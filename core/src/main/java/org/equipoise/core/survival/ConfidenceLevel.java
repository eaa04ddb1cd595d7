package org.equipoise.core.survival;

import org.equipoise.core.numerics.StandardNormal;

/** Confidence levels of two-sided limits. */
final class ConfidenceLevel {
    private ConfidenceLevel() {}

    /** Half-width, in standard errors, of two-sided limits of confidence {@code level} in (0, 1). */
    static double halfWidth(double level) {
        if (!(level > 0 && level < 1)) {
            String hint = level > 1 && level < 100 ? "; 95 percent is written 0.95" : "";
            throw new IllegalArgumentException("level must be between 0 and 1, exclusive, was " + level + hint);
        }
        return StandardNormal.upperQuantile((1 - level) / 2);
    }
}
