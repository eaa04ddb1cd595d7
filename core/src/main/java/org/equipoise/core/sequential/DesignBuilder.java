package org.equipoise.core.sequential;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a group-sequential design is asked to be; made by {@link GroupSequentialDesign#at}. What is not said:
 * one-sided α 0.025, power 0.8, efficacy by O'Brien-Fleming-type spending, no futility.
 */
public final class DesignBuilder {
    private static final int MOST_LOOKS = 1000;

    private final double[] information;
    private double[] spendingTime;
    private int sides = 1;
    private double alpha = 0.025;
    private double power = 0.8;
    private Boundary efficacy = Boundary.spending(Spending.lanDeMetsOBrienFleming());
    private @Nullable Boundary futility;
    private double underNull = Double.NaN;
    private boolean binding;
    private final BitSet withoutEfficacy = new BitSet();
    private final BitSet withoutFutility = new BitSet();

    DesignBuilder(double[] looks) {
        if (looks.length == 0 || looks.length > MOST_LOOKS) {
            throw new IllegalArgumentException(
                    "a design must have from 1 to " + MOST_LOOKS + " looks, had " + looks.length);
        }
        Require.ascending("information", looks);
        double last = looks[looks.length - 1];
        information = Arrays.stream(looks).map(at -> at / last).toArray();
        spendingTime = information;
    }

    /** One-sided level, in (0, 0.5). */
    public DesignBuilder alpha(double oneSided) {
        alpha = Require.inside("alpha", oneSided, 0, 0.5);
        sides = 1;
        return this;
    }

    /**
     * A symmetric two-sided test.
     *
     * @param total level of both sides together, in (0, 1); each side has half of it, and spends it as a one-sided test
     *     of that level would
     */
    public DesignBuilder alphaTwoSided(double total) {
        alpha = Require.inside("alpha of a two-sided test", total, 0, 1) / 2;
        sides = 2;
        return this;
    }

    /**
     * Probability of rejecting upwards under the alternative, greater than α and less than 1. It decides the drift that
     * the design is for, and 1 - power is the β that a futility bound may spend.
     */
    public DesignBuilder power(double target) {
        power = Require.inside("power", target, 0, 1);
        return this;
    }

    /** Spends errors by another time than information, say by calendar time: one value a look, relative to the last. */
    public DesignBuilder spendingTimes(double... times) {
        Require.ascending("spending time", times);
        looksOf("spending time", times.length, false);
        double last = times[times.length - 1];
        spendingTime = Arrays.stream(times).map(at -> at / last).toArray();
        return this;
    }

    /** Efficacy bounds. */
    public DesignBuilder efficacy(Boundary boundary) {
        efficacy = boundary;
        return this;
    }

    /** Efficacy bounds by error spending. */
    public DesignBuilder efficacy(Spending function) {
        return efficacy(Boundary.spending(function));
    }

    /** Futility bounds that may be overruled: the efficacy bounds take no credit for them. */
    public DesignBuilder futility(Boundary boundary) {
        return futility(boundary, false, Double.NaN);
    }

    /** Futility bounds by β-spending that may be overruled. */
    public DesignBuilder futility(Spending function) {
        return futility(Boundary.spending(function));
    }

    /** Futility bounds that bind: the trial must stop there, and the efficacy bounds are lower for it. */
    public DesignBuilder bindingFutility(Boundary boundary) {
        return futility(boundary, true, Double.NaN);
    }

    /** Futility bounds by β-spending that bind. */
    public DesignBuilder bindingFutility(Spending function) {
        return bindingFutility(Boundary.spending(function));
    }

    /**
     * Lower bounds of a one-sided test that spend an error of their own under the null hypothesis, as a sign of harm;
     * they may be overruled, and need not meet the efficacy bound at the last look.
     *
     * @param total error to be spent under the null hypothesis, in (0, 1 - α)
     */
    public DesignBuilder harm(Spending function, double total) {
        return futility(Boundary.spending(function), false, Require.inside("error for harm", total, 0, 1));
    }

    /** See {@link #harm}, but the trial must stop there. */
    public DesignBuilder bindingHarm(Spending function, double total) {
        return futility(Boundary.spending(function), true, Require.inside("error for harm", total, 0, 1));
    }

    private DesignBuilder futility(Boundary boundary, boolean binds, double nullError) {
        futility = boundary;
        binding = binds;
        underNull = nullError;
        return this;
    }

    /** Looks, from 1, that cannot stop for efficacy; not the last one. */
    public DesignBuilder withoutEfficacyAt(int... looks) {
        return mark(withoutEfficacy, looks);
    }

    /** Looks, from 1, that cannot stop for futility; not the last one. */
    public DesignBuilder withoutFutilityAt(int... looks) {
        return mark(withoutFutility, looks);
    }

    private DesignBuilder mark(BitSet marks, int[] looks) {
        marks.clear();
        for (int look : looks) {
            if (!(look >= 1 && look < information.length)) {
                throw new IllegalArgumentException("a look without a bound must be from 1 to "
                        + (information.length - 1) + " (the last one must have it), was " + look);
            }
            marks.set(look - 1);
        }
        return this;
    }

    /**
     * Finds the bounds.
     *
     * @throws IllegalArgumentException when the parts do not fit together, or there are no such bounds
     */
    public GroupSequentialDesign build() {
        Require.inside("power", power, alpha, 1);
        checkEfficacy();
        checkFutility();
        return GroupSequentialDesign.of(new Specification(
                information,
                spendingTime,
                sides,
                alpha,
                power,
                efficacy,
                futility,
                underNull,
                binding,
                (BitSet) withoutEfficacy.clone(),
                (BitSet) withoutFutility.clone()));
    }

    private void checkEfficacy() {
        if (efficacy instanceof Boundary.SpentValues values) {
            looksOf("cumulative alpha", values.looks(), false);
            double last = values.at(values.looks() - 1);
            if (!(Math.abs(last - alpha) <= 1e-9)) {
                throw new IllegalArgumentException(
                        "the last value of cumulative alpha must be the one-sided alpha, " + alpha + ", was " + last);
            }
        }
        if (efficacy instanceof Boundary.GivenZ given) {
            looksOf("efficacy bounds", given.looks(), false);
            Require.finite("the last efficacy bound", given.at(given.looks() - 1));
        }
    }

    private void checkFutility() {
        if (futility instanceof Boundary.HaybittlePeto) {
            throw new IllegalArgumentException(
                    "futility bounds cannot be of Haybittle and Peto's kind; it is one for" + " efficacy");
        }
        if (!Double.isNaN(underNull)) {
            if (sides == 2) {
                throw new IllegalArgumentException(
                        "a bound for harm needs a one-sided test; a two-sided one has its lower" + " efficacy bound");
            }
            Require.inside("error for harm", underNull, 0, 1 - alpha);
        }
        if (futility instanceof Boundary.SpentValues values) {
            looksOf("cumulative beta", values.looks(), false);
            double last = values.at(values.looks() - 1);
            if (!(Math.abs(last - (1 - power)) <= 1e-9)) {
                throw new IllegalArgumentException(
                        "the last value of cumulative beta must be 1 - power, " + (1 - power) + ", was " + last);
            }
        }
        if (futility instanceof Boundary.GivenZ given) {
            looksOf("futility bounds", given.looks(), true);
        }
    }

    private void looksOf(String what, int values, boolean lastMayBeMissing) {
        int looks = information.length;
        if (values != looks && !(lastMayBeMissing && values == looks - 1)) {
            throw new IllegalArgumentException(what + " must have one value a look, " + looks
                    + (lastMayBeMissing ? " or " + (looks - 1) : "") + ", had " + values);
        }
    }
}
