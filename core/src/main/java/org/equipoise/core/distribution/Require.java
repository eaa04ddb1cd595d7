package org.equipoise.core.distribution;

/** Checks of parameters; messages name what, the value and the allowed range. */
final class Require {
    private Require() {}

    /** Positive, finite, and with a finite reciprocal. */
    static double positive(String what, double value) {
        if (!(value >= Double.MIN_NORMAL && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    what + " must be positive and finite (at least " + Double.MIN_NORMAL + "), was " + value);
        }
        return value;
    }

    static double finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " must be finite, was " + value);
        }
        return value;
    }

    /** Strictly between 0 and 1. */
    static double insideUnit(String what, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(what + " must be greater than 0 and less than 1, was " + value);
        }
        return value;
    }
}
