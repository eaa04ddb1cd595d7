package org.equipoise.core.numerics;

import java.util.Arrays;

/**
 * Right-continuous step function on [0, ∞) with values ≥ 0, its integral from 0, and the inverse of that integral.
 *
 * <p>A hazard, an enrolment rate and a hazard ratio that change at fixed times are all of this kind. Everything here
 * uses only + - * / and is therefore deterministic to the last bit. Immutable.
 */
public final class StepFunction {
    private final double[] starts;
    private final double[] values;
    /** Integral from 0 to each start. */
    private final double[] integrals;

    private StepFunction(double[] starts, double[] values) {
        this.starts = starts;
        this.values = values;
        integrals = new double[starts.length];
        for (int k = 1; k < starts.length; k++) {
            integrals[k] = integrals[k - 1] + values[k - 1] * (starts[k] - starts[k - 1]);
        }
    }

    /**
     * The function that is {@code values[k]} from {@code starts[k]} up to the next start; the last value goes on for
     * ever.
     *
     * @param what names the values in error messages, in the plural: "hazards"
     * @param starts ascending, the first is 0; not modified, not kept
     * @param values finite and ≥ 0, as many as starts; not modified, not kept
     * @throws IllegalArgumentException when one of these does not hold
     */
    public static StepFunction of(String what, double[] starts, double[] values) {
        if (starts.length != values.length || starts.length == 0) {
            throw new IllegalArgumentException(
                    "as many starts as " + what + " are needed, at least one of each: there are " + starts.length
                            + " starts and " + values.length + " " + what);
        }
        if (starts[0] != 0) {
            throw new IllegalArgumentException("the first of the " + what + " must start at 0, not at " + starts[0]);
        }
        for (int k = 0; k < starts.length; k++) {
            if (!(values[k] >= 0 && values[k] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        what + "[" + k + "] must be finite and at least 0, was " + values[k]);
            }
            if (k > 0 && !(starts[k] > starts[k - 1] && starts[k] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("the starts of the " + what + " must be finite and ascending, but "
                        + starts[k] + " follows " + starts[k - 1]);
            }
        }
        StepFunction function = new StepFunction(starts.clone(), values.clone());
        if (function.integrals[starts.length - 1] == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "the " + what + " must have a finite integral up to " + starts[starts.length - 1]);
        }
        return function;
    }

    /**
     * This function times {@code factor}.
     *
     * @param factor finite and ≥ 0
     * @throws IllegalArgumentException when it is not, or values get too large
     */
    public StepFunction times(double factor) {
        return of(
                "values",
                starts,
                Arrays.stream(values).map(value -> factor * value).toArray());
    }

    /** Number of steps, at least 1. */
    public int size() {
        return starts.length;
    }

    /** Where step {@code k} in [0, size) begins. */
    public double start(int k) {
        return starts[k];
    }

    /** Value on step {@code k} in [0, size). */
    public double stepValue(int k) {
        return values[k];
    }

    /** Value on the last step, which goes on for ever. */
    public double lastValue() {
        return values[values.length - 1];
    }

    /** Integral from 0 to where step {@code k} in [0, size) begins. */
    public double integralAtStart(int k) {
        return integrals[k];
    }

    /** Index of the step that holds {@code x}; 0 for negative x. */
    public int stepAt(double x) {
        int k = starts.length - 1;
        while (k > 0 && !(x >= starts[k])) {
            k--;
        }
        return k;
    }

    /** Value at {@code x}; 0 for negative x. */
    public double value(double x) {
        return x < 0 ? 0 : values[stepAt(x)];
    }

    /** Integral from 0 to {@code x}; 0 for x ≤ 0; may be infinite at infinity. */
    public double integral(double x) {
        if (x <= 0) {
            return 0;
        }
        int k = stepAt(x);
        return values[k] == 0 ? integrals[k] : integrals[k] + values[k] * (x - starts[k]);
    }

    /** The smallest x ≥ 0 at which the integral reaches {@code integral}; infinite when it never does. */
    public double inverseIntegral(double integral) {
        if (integral <= 0) {
            return 0;
        }
        int last = starts.length - 1;
        int k = 0;
        while (k < last && integrals[k + 1] < integral) {
            k++;
        }
        double rest = integral - integrals[k];
        if (k == last) {
            return rest > 0 ? starts[k] + rest / values[k] : starts[k];
        }
        return Math.min(starts[k] + rest / values[k], starts[k + 1]);
    }

    /**
     * {@link #inverseIntegral} of a whole column.
     *
     * @param integrals ascending, ≥ 0; modified: overwritten by the x at which each is reached
     * @param from first index
     * @param to index after the last
     */
    public void invertIntegrals(double[] integrals, int from, int to) {
        int last = starts.length - 1;
        int next = from;
        for (int k = 0; k <= last && next < to; k++) {
            int first = next;
            if (k == last) {
                next = to;
            } else {
                double above = this.integrals[k + 1];
                while (next < to && integrals[next] <= above) {
                    next++;
                }
            }
            invertOnStep(k, integrals, first, next);
        }
    }

    private void invertOnStep(int k, double[] integrals, int from, int to) {
        double below = this.integrals[k];
        double start = starts[k];
        double value = values[k];
        double end = k + 1 < starts.length ? starts[k + 1] : Double.POSITIVE_INFINITY;
        if (value == 0) {
            Arrays.fill(integrals, from, to, start);
            return;
        }
        for (int i = from; i < to; i++) {
            integrals[i] = Math.min(start + (integrals[i] - below) / value, end);
        }
    }

    /** Where the steps after the first begin: a new array, ascending, all &gt; 0. */
    public double[] jumps() {
        return Arrays.copyOfRange(starts, 1, starts.length);
    }

    /** Product with {@code other}, on the union of the steps. */
    public StepFunction times(StepFunction other) {
        double[] union = union(starts, other.starts);
        double[] products = new double[union.length];
        for (int k = 0; k < union.length; k++) {
            products[k] = value(union[k]) * other.value(union[k]);
        }
        return of("products", union, products);
    }

    /** The distinct numbers of both, ascending; both ascending, neither modified. */
    public static double[] union(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StepFunction that
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(values);
    }

    /** As {@code [0.12 from 0.0, 0.07 from 4.0]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int k = 0; k < starts.length; k++) {
            text.append(k == 0 ? "" : ", ").append(values[k]).append(" from ").append(starts[k]);
        }
        return text.append(']').toString();
    }
}
