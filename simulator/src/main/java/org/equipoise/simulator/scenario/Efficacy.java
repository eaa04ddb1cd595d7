package org.equipoise.simulator.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bounds that reject the null hypothesis. */
@Doc("Bounds that reject the null hypothesis: {spending}, {boundary}, {z}, {p} or {hazardRatio}.")
public sealed interface Efficacy extends Bounds
        permits Efficacy.OfZ, Efficacy.OfP, Efficacy.OfHazardRatio, Efficacy.BySpending, Efficacy.ByShape {
    /**
     * Given on the Z scale.
     *
     * @param z one for each look; null where there is none
     */
    @Doc("Efficacy bounds on the Z scale; Z above 0 favours the experimental arm.")
    record OfZ(
            @Doc("One Z for each look; null where there is none.") @Range(atLeast = -20, atMost = 20)
            List<@Nullable Double> z)
            implements Efficacy, Bounds.Given {
        /** Validates the numbers. */
        public OfZ {
            z = Bounds.copy(z);
            Faults.of(OfZ.class, z).throwIfAny();
        }

        @Override
        public List<@Nullable Double> values() {
            return z;
        }

        @Override
        public Scale scale() {
            return Scale.Z;
        }
    }

    /**
     * Given as nominal p-values; two-sided when the analysis is.
     *
     * @param p one for each look; null where there is none
     */
    @Doc("Efficacy bounds as nominal p-values; two-sided when the analysis is.")
    record OfP(
            @Doc("One p-value for each look; null where there is none.") @Range(above = 0, below = 1)
            List<@Nullable Double> p)
            implements Efficacy, Bounds.Given {
        /** Validates the numbers. */
        public OfP {
            p = Bounds.copy(p);
            Faults.of(OfP.class, p).throwIfAny();
        }

        @Override
        public List<@Nullable Double> values() {
            return p;
        }

        @Override
        public Scale scale() {
            return Scale.P;
        }
    }

    /**
     * Given as estimates of the hazard ratio; turned into Z with the events that are planned for the look.
     *
     * @param hazardRatio one for each look; null where there is none
     */
    @Doc("Efficacy bounds as hazard ratios: reject at or below.")
    record OfHazardRatio(
            @Doc("One hazard ratio for each look; null where there is none.") @Range(above = 0, atMost = 1000)
            List<@Nullable Double> hazardRatio)
            implements Efficacy, Bounds.Given {
        /** Validates the numbers. */
        public OfHazardRatio {
            hazardRatio = Bounds.copy(hazardRatio);
            Faults.of(OfHazardRatio.class, hazardRatio).throwIfAny();
        }

        @Override
        public List<@Nullable Double> values() {
            return hazardRatio;
        }

        @Override
        public Scale scale() {
            return Scale.HAZARD_RATIO;
        }
    }

    /**
     * Found by spending α.
     *
     * @param spending how α is spent
     * @param gamma in [-40, 40]; with hwangShihDeCani
     * @param rho in (0, 50]; with power
     * @param cumulative spent up to and including each look, two-sided when the analysis is; the last is alpha; with
     *     values
     * @param by the time by which a function spends
     */
    @Doc("Efficacy bounds by spending alpha over the looks.")
    record BySpending(
            @Doc("How alpha is spent.") Function spending,

            @Doc("With hwangShihDeCani: about -4 spends late, 1 early, 0 evenly.")
            @Range(atLeast = -40, atMost = 40)
            @Nullable
            Double gamma,

            @Doc("With power: 3 spends late, 1 evenly.") @Range(above = 0, atMost = 50) @Nullable
            Double rho,

            @Doc("With values: spent up to and including each look; two-sided when the analysis is; the last is alpha.")
            @Range(atLeast = 0, below = 1)
            @Nullable
            List<Double> cumulative,

            @Doc("The time by which a function spends; information when left out.") @Nullable
            Clock by)
            implements Efficacy, Bounds.Spent {
        /** Validates the numbers, and that each belongs to the function. */
        public BySpending {
            cumulative = cumulative == null ? null : List.copyOf(cumulative);
            List<Double> given = cumulative;
            Clock clock = by;
            Faults.of(BySpending.class, spending, gamma, rho, cumulative, by)
                    .and(f -> BoundRules.checkParameters(f, spending, gamma, rho, given, clock))
                    .throwIfAny();
            by = by == Clock.INFORMATION ? null : by;
        }

        static void check(
                Faults faults,
                @Nullable Function spending,
                @Nullable Double gamma,
                @Nullable Double rho,
                @Nullable List<Double> cumulative,
                @Nullable Clock by) {
            BoundRules.checkParameters(faults, spending, gamma, rho, cumulative, by);
        }
    }

    /**
     * Of a classical shape, as high as α asks.
     *
     * @param boundary the shape
     * @param delta in [-1, 1]; with wangTsiatis and pampallonaTsiatis
     * @param z bound at the interim looks; with haybittlePeto
     */
    @Doc("Efficacy bounds of a classical shape, as high as alpha asks.")
    record ByShape(
            @Doc("The shape.") Shape boundary,

            @Doc("With wangTsiatis and pampallonaTsiatis: 0 is O'Brien and Fleming's shape, 0.5 Pocock's.")
            @Range(atLeast = -1, atMost = 1)
            @Nullable
            Double delta,

            @Doc("With haybittlePeto: the bound at the interim looks.") @Range(above = 0, atMost = 20) @Nullable
            Double z)
            implements Efficacy, Bounds.Shaped {
        /** Validates the numbers, and that each belongs to the shape. */
        public ByShape {
            Faults.of(ByShape.class, boundary, delta, z)
                    .and(f -> check(f, boundary, delta, z))
                    .throwIfAny();
        }

        static void check(Faults faults, @Nullable Shape boundary, @Nullable Double delta, @Nullable Double z) {
            BoundRules.checkParameters(faults, boundary, delta);
            BoundRules.checkParameter(faults, "z", z, boundary, Shape.HAYBITTLE_PETO, "haybittlePeto");
        }
    }
}
