package org.equipoise.core.numerics;

/**
 * Two-sided confidence limits.
 *
 * @param lower lower limit; may be infinite
 * @param upper upper limit, not below {@code lower}; may be infinite
 */
public record Limits(double lower, double upper) {
    /** Checks the order. */
    public Limits {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("lower must not exceed upper, were " + lower + " and " + upper);
        }
    }
}
