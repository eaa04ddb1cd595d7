package org.equipoise.core.sequential;

/** Checks of arguments; messages name what, the value and the allowed range. */
final class Require {
    private Require() {}

    static double between(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(what + " must be from " + low + " to " + high + ", was " + value);
        }
        return value;
    }

    /** Strictly between two values. */
    static double inside(String what, double value, double low, double high) {
        if (!(value > low && value < high)) {
            throw new IllegalArgumentException(
                    what + " must be greater than " + low + " and less than " + high + ", was " + value);
        }
        return value;
    }

    static double finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " must be finite, was " + value);
        }
        return value;
    }

    static double positive(String what, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(what + " must be positive and finite, was " + value);
        }
        return value;
    }

    /** A look's number, from 1. */
    static int look(int look, int last) {
        if (!(look >= 1 && look <= last)) {
            throw new IllegalArgumentException("look must be from 1 to " + last + ", was " + look);
        }
        return look;
    }

    /** Positive, finite, each more than the one before. */
    static void ascending(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            positive(what, values[i]);
            if (i > 0 && !(values[i] > values[i - 1])) {
                throw new IllegalArgumentException(
                        what + " must increase from look to look, but " + values[i] + " follows " + values[i - 1]);
            }
        }
    }
}
