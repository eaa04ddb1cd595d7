package org.equipoise.simulator.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bounds that stop a trial for futility.
 *
 * <p>A trial that meets one stops, whether the bounds bind or not; binding says how the efficacy bounds are found. With
 * binding bounds they are lower, because a trial that has stopped for futility cannot reject any more: the type I error
 * is α with the stops, and more if somebody overrules one. With bounds that do not bind the efficacy bounds are as if
 * there were none: the type I error is α without the stops, and less with them.
 */
@Doc("Bounds that stop the trial for futility: {spending}, {boundary}, {z}, {p} or {hazardRatio}.")
public sealed interface Futility extends Bounds
        permits Futility.OfZ, Futility.OfP, Futility.OfHazardRatio, Futility.BySpending, Futility.ByShape {
    /** Whether the efficacy bounds take credit for stopping. */
    boolean binding();

    /**
     * Given on the Z scale.
     *
     * @param z one for each look; null where there is none
     * @param binding whether the efficacy bounds take credit for stopping
     */
    @Doc("Futility bounds on the Z scale: the trial stops when Z is at or below them.")
    record OfZ(
            @Doc("One Z for each look; null where there is none.") @Range(atLeast = -20, atMost = 20)
            List<@Nullable Double> z,

            @Doc("Whether the efficacy bounds take credit for stopping for futility.") @Default("false")
            boolean binding)
            implements Futility, Bounds.Given {
        /** Validates the numbers. */
        public OfZ {
            z = Bounds.copy(z);
            Faults.of(OfZ.class, z, binding).throwIfAny();
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
     * Given as one-sided nominal p-values.
     *
     * @param p one for each look; null where there is none
     * @param binding whether the efficacy bounds take credit for stopping
     */
    @Doc("Futility bounds as one-sided nominal p-values: the trial stops when p is at or above them.")
    record OfP(
            @Doc("One p-value for each look; null where there is none.") @Range(above = 0, below = 1)
            List<@Nullable Double> p,

            @Doc("Whether the efficacy bounds take credit for stopping for futility.") @Default("false")
            boolean binding)
            implements Futility, Bounds.Given {
        /** Validates the numbers. */
        public OfP {
            p = Bounds.copy(p);
            Faults.of(OfP.class, p, binding).throwIfAny();
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
     * @param binding whether the efficacy bounds take credit for stopping
     */
    @Doc("Futility bounds as hazard ratios: the trial stops at or above them.")
    record OfHazardRatio(
            @Doc("One hazard ratio for each look; null where there is none.") @Range(above = 0, atMost = 1000)
            List<@Nullable Double> hazardRatio,

            @Doc("Whether the efficacy bounds take credit for stopping for futility.") @Default("false")
            boolean binding)
            implements Futility, Bounds.Given {
        /** Validates the numbers. */
        public OfHazardRatio {
            hazardRatio = Bounds.copy(hazardRatio);
            Faults.of(OfHazardRatio.class, hazardRatio, binding).throwIfAny();
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
     * Found by spending β.
     *
     * @param spending how β is spent
     * @param gamma in [-40, 40]; with hwangShihDeCani
     * @param rho in (0, 50]; with power
     * @param cumulative spent up to and including each look, the last is 1 - power; with values
     * @param by the time by which a function spends
     * @param binding whether the efficacy bounds take credit for stopping
     */
    @Doc("Futility bounds by spending beta over the looks.")
    record BySpending(
            @Doc("How beta is spent.") Function spending,

            @Doc("With hwangShihDeCani: about -4 spends late, 1 early, 0 evenly.")
            @Range(atLeast = -40, atMost = 40)
            @Nullable
            Double gamma,

            @Doc("With power: 3 spends late, 1 evenly.") @Range(above = 0, atMost = 50) @Nullable
            Double rho,

            @Doc("With values: spent up to and including each look; the last is 1 - power.")
            @Range(atLeast = 0, below = 1)
            @Nullable
            List<Double> cumulative,

            @Doc("The time by which a function spends; information when left out.") @Nullable
            Clock by,

            @Doc("Whether the efficacy bounds take credit for stopping for futility.") @Default("false")
            boolean binding)
            implements Futility, Bounds.Spent {
        /** Validates the numbers, and that each belongs to the function. */
        public BySpending {
            cumulative = cumulative == null ? null : List.copyOf(cumulative);
            List<Double> given = cumulative;
            Clock clock = by;
            Faults.of(BySpending.class, spending, gamma, rho, cumulative, by, binding)
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
                @Nullable Clock by,
                @Nullable Boolean binding) {
            BoundRules.checkParameters(faults, spending, gamma, rho, cumulative, by);
        }
    }

    /**
     * Of a classical shape (Pampallona and Tsiatis 1994, Journal of Statistical Planning and Inference 42:19-35), as
     * high as β asks.
     *
     * @param boundary the shape; not haybittlePeto
     * @param delta in [-1, 1]; with wangTsiatis and pampallonaTsiatis, which are the same here
     * @param binding whether the efficacy bounds take credit for stopping
     */
    @Doc("Futility bounds of a classical shape, as high as beta asks.")
    record ByShape(
            @Doc("The shape; not haybittlePeto.") Shape boundary,

            @Doc("With wangTsiatis and pampallonaTsiatis: 0 is O'Brien and Fleming's shape, 0.5 Pocock's.")
            @Range(atLeast = -1, atMost = 1)
            @Nullable
            Double delta,

            @Doc("Whether the efficacy bounds take credit for stopping for futility.") @Default("false")
            boolean binding)
            implements Futility, Bounds.Shaped {
        /** Validates the numbers, and that each belongs to the shape. */
        public ByShape {
            Faults.of(ByShape.class, boundary, delta, binding)
                    .and(f -> check(f, boundary, delta, binding))
                    .throwIfAny();
        }

        static void check(Faults faults, @Nullable Shape boundary, @Nullable Double delta, @Nullable Boolean binding) {
            BoundRules.checkParameters(faults, boundary, delta);
            if (boundary == Shape.HAYBITTLE_PETO) {
                faults.add("boundary", "haybittlePeto is a bound for efficacy alone", "use another shape, or spending");
            }
        }
    }
}
