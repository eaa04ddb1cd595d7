package org.equipoise.core.sequential;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a design is asked to be; the builder checks it, {@link Solver} finds the bounds. The last look has information 1
 * and spending time 1.
 *
 * @param alpha one-sided; of each side in a two-sided test
 * @param power P(efficacy bound crossed) under the design's drift
 * @param underNull total error of a futility bound that is spent under the null hypothesis; NaN when it is β
 * @param binding whether the efficacy bounds take credit for stopping at the futility bounds
 * @param withoutEfficacy indices, from 0, of looks without efficacy bound
 */
record Specification(
        double[] information,
        double[] spendingTime,
        int sides,
        double alpha,
        double power,
        Boundary efficacy,
        @Nullable Boundary futility,
        double underNull,
        boolean binding,
        BitSet withoutEfficacy,
        BitSet withoutFutility) {

    int looks() {
        return information.length;
    }

    /** The efficacy bounds alone, at another level. */
    Specification efficacyAt(double otherAlpha) {
        Boundary same = efficacy instanceof Boundary.SpentValues values ? values.times(otherAlpha / alpha) : efficacy;
        return new Specification(
                information,
                spendingTime,
                sides,
                otherAlpha,
                power,
                same,
                null,
                Double.NaN,
                false,
                withoutEfficacy,
                withoutFutility);
    }

    /** Whether the efficacy bounds depend on the futility bounds. */
    boolean bound() {
        return binding && futility != null;
    }

    /** Whether there may be no drift that gives the power: with bounds that are given, or that stop for futility. */
    boolean mayMissPower() {
        return futility != null || efficacy instanceof Boundary.GivenZ;
    }

    /** Whether the futility bounds depend on the drift. */
    boolean futilityNeedsDrift() {
        return futility != null && !(futility instanceof Boundary.GivenZ) && Double.isNaN(underNull);
    }

    /**
     * Takes one look of a walk.
     *
     * @param k index from 0
     * @param t information, planned or actual
     * @param time spending time
     * @param constant of a shape of efficacy bounds
     */
    void takeEfficacy(BoundWalk walk, int k, double t, double time, boolean last, double constant) {
        walk.efficacy(t, givenEfficacy(k, t, last, constant), alphaBy(k, time, last));
    }

    /**
     * The futility bound of the same look, if the design has any.
     *
     * @param finalEfficacy efficacy bound of the planned last look, for a shape of futility bounds
     */
    void takeFutility(BoundWalk walk, int k, double t, double time, boolean last, double finalEfficacy, double drift) {
        if (futility != null) {
            walk.futility(givenFutility(k, t, last, walk.efficacy(), finalEfficacy, drift), futilityBy(k, time, last));
        }
    }

    /** NaN when error spending decides. */
    private double givenEfficacy(int k, double t, boolean last, double constant) {
        if (withoutEfficacy.get(k) && !last) {
            return Double.POSITIVE_INFINITY;
        }
        if (efficacy instanceof Boundary.Shape shape) {
            return constant * shape.factor(t);
        }
        if (efficacy instanceof Boundary.HaybittlePeto peto) {
            return last ? Double.NaN : peto.z();
        }
        if (efficacy instanceof Boundary.GivenZ given) {
            double z = given.at(last ? given.looks() - 1 : Math.min(k, given.looks() - 1));
            return Double.isNaN(z) ? Double.POSITIVE_INFINITY : z;
        }
        return Double.NaN;
    }

    private double alphaBy(int k, double time, boolean last) {
        if (last) {
            return alpha;
        }
        if (efficacy instanceof Boundary.ErrorSpending spending) {
            return spent("alpha", spending.function(), alpha, time);
        }
        if (efficacy instanceof Boundary.SpentValues values) {
            return values.at(Math.min(k, values.looks() - 1));
        }
        return Double.NaN;
    }

    private double givenFutility(int k, double t, boolean last, double efficacyZ, double finalEfficacy, double drift) {
        if (last
                && Double.isNaN(underNull)
                && !(futility instanceof Boundary.GivenZ given && given.looks() == looks())) {
            return efficacyZ;
        }
        if (withoutFutility.get(k) && !last) {
            return Double.NEGATIVE_INFINITY;
        }
        if (futility instanceof Boundary.Shape shape) {
            return drift * Math.sqrt(t) - (drift - finalEfficacy) * shape.factor(t);
        }
        if (futility instanceof Boundary.GivenZ given) {
            double z = given.at(last ? given.looks() - 1 : Math.min(k, given.looks() - 1));
            return Double.isNaN(z) ? Double.NEGATIVE_INFINITY : z;
        }
        return Double.NaN;
    }

    private double futilityBy(int k, double time, boolean last) {
        double total = Double.isNaN(underNull) ? 1 - power : underNull;
        if (futility instanceof Boundary.ErrorSpending spending) {
            return last ? total : spent("beta", spending.function(), total, time);
        }
        if (futility instanceof Boundary.SpentValues values) {
            return last ? total : values.at(Math.min(k, values.looks() - 1));
        }
        return Double.NaN;
    }

    private static double spent(String what, Spending function, double total, double time) {
        double spent = function.spent(total, time);
        if (!(spent >= 0 && spent <= total)) {
            throw new IllegalArgumentException(
                    what + " spent by time " + time + " must be from 0.0 to " + total + ", was " + spent);
        }
        return spent;
    }
}
