package org.equipoise.core.sequential;

import java.util.Arrays;
import org.equipoise.core.numerics.StandardNormal;

/**
 * Where a look's bound comes from. All bounds are on the scale of Z, one-sided; in a two-sided test those of the other
 * side mirror them.
 *
 * <p>As a futility bound error spending and its values mean β; {@link Shape} means the lower bound of Pampallona and
 * Tsiatis 1994 (Journal of Statistical Planning and Inference 42:19-35).
 */
public sealed interface Boundary {
    /** Error spent by a function of time. */
    static Boundary spending(Spending function) {
        return new ErrorSpending(function);
    }

    /**
     * Error spent up to and including each look, one value a look.
     *
     * @param cumulative not decreasing, from 0 to below 1
     * @throws IllegalArgumentException when they are not
     */
    static Boundary cumulative(double... cumulative) {
        return new SpentValues(cumulative);
    }

    /** The same bound for the score at every look (O'Brien and Fleming 1979, Biometrics 35:549-556): C / √t. */
    static Boundary obrienFleming() {
        return new Shape(0);
    }

    /** The same bound for Z at every look (Pocock 1977, Biometrika 64:191-199). */
    static Boundary pocock() {
        return new Shape(0.5);
    }

    /**
     * C · t^(Δ - 1/2) (Wang and Tsiatis 1987, Biometrics 43:193-199).
     *
     * @param delta Δ in [-1, 1]; 0 is O'Brien and Fleming's, 0.5 Pocock's
     * @throws IllegalArgumentException when Δ is out of range
     */
    static Boundary wangTsiatis(double delta) {
        return new Shape(delta);
    }

    /**
     * A high bound at the interim looks, and at the last one whatever keeps the level (Haybittle 1971, British Journal
     * of Radiology 44:793-797; Peto et al. 1976, British Journal of Cancer 34:585-612). For efficacy only.
     *
     * @param z bound at the interim looks, in (0, 38)
     * @throws IllegalArgumentException when z is out of range
     */
    static Boundary haybittlePeto(double z) {
        return new HaybittlePeto(z);
    }

    /**
     * Given values of Z, one a look; NaN where a look has no bound. A futility bound may leave out the last look, where
     * it then meets the efficacy bound.
     */
    static Boundary z(double... z) {
        return new GivenZ(z);
    }

    /**
     * Bounds given as one-sided p-values, one a look; NaN where a look has no bound.
     *
     * @param p in (0, 1): efficacy at p and below, futility at p and above
     * @throws IllegalArgumentException when one is out of range
     */
    static Boundary nominalP(double... p) {
        double[] z = new double[p.length];
        for (int k = 0; k < p.length; k++) {
            z[k] = Double.isNaN(p[k])
                    ? Double.NaN
                    : StandardNormal.upperQuantile(Require.inside("p of look " + (k + 1), p[k], 0, 1));
        }
        return new GivenZ(z);
    }

    /**
     * See {@link Boundary#spending}.
     *
     * @param function what is spent by when
     */
    record ErrorSpending(Spending function) implements Boundary {}

    /**
     * See {@link Boundary#wangTsiatis}.
     *
     * @param delta Δ in [-1, 1]
     */
    record Shape(double delta) implements Boundary {
        public Shape {
            Require.between("delta", delta, -1, 1);
        }

        /** t^(Δ - 1/2). */
        double factor(double t) {
            return StrictMath.pow(t, delta - 0.5);
        }
    }

    /**
     * See {@link Boundary#haybittlePeto}.
     *
     * @param z in (0, 38)
     */
    record HaybittlePeto(double z) implements Boundary {
        public HaybittlePeto {
            Require.inside("z", z, 0, 38);
        }
    }

    /** See {@link Boundary#cumulative}. */
    final class SpentValues implements Boundary {
        private final double[] cumulative;

        private SpentValues(double[] cumulative) {
            this.cumulative = cumulative.clone();
            for (int k = 0; k < cumulative.length; k++) {
                double before = k == 0 ? 0 : cumulative[k - 1];
                if (!(cumulative[k] >= before && cumulative[k] < 1)) {
                    throw new IllegalArgumentException("cumulative error of look " + (k + 1) + " must be at least that"
                            + " of the look before, " + before + ", and less than 1, was " + cumulative[k]);
                }
            }
        }

        double at(int index) {
            return cumulative[index];
        }

        SpentValues times(double factor) {
            return new SpentValues(
                    Arrays.stream(cumulative).map(value -> value * factor).toArray());
        }

        int looks() {
            return cumulative.length;
        }
    }

    /** See {@link Boundary#z}. */
    final class GivenZ implements Boundary {
        private final double[] z;

        private GivenZ(double[] z) {
            this.z = z.clone();
        }

        double at(int index) {
            return z[index];
        }

        int looks() {
            return z.length;
        }
    }
}
