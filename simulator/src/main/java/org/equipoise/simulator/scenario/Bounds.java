package org.equipoise.simulator.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.equipoise.core.numerics.StandardNormal;
import org.jspecify.annotations.Nullable;

/** Bounds given outright, one for each look; null where a look has none. */
public sealed interface Bounds {
    /** One number or null for each look, as the file gives them. */
    List<@Nullable Double> values();

    /** Whether the numbers are nominal p-values rather than Z. */
    boolean areProbabilities();

    /** Bounds that reject the null hypothesis. */
    @Doc("Efficacy bounds: z or p, one number for each look, null where there is none.")
    sealed interface Efficacy extends Bounds {}

    /** Bounds that stop a trial for futility. */
    @Doc("Futility bounds: z or p, one number for each look, null where there is none.")
    sealed interface Futility extends Bounds {
        /** Whether the efficacy bounds take credit for stopping. */
        boolean binding();
    }

    /**
     * Efficacy on the Z scale.
     *
     * @param z one for each look; null where there is none
     */
    @Doc("Efficacy bounds on the Z scale; Z above 0 favours the experimental arm.")
    record EfficacyZ(
            @Doc("One Z for each look; null where there is none.") @Range(atLeast = -20, atMost = 20)
            List<@Nullable Double> z)
            implements Efficacy {
        /** Validates the bounds. */
        public EfficacyZ {
            z = copy(z);
            Faults.of(EfficacyZ.class, z).throwIfAny();
        }

        @Override
        public List<@Nullable Double> values() {
            return z;
        }

        @Override
        public boolean areProbabilities() {
            return false;
        }
    }

    /**
     * Efficacy on the scale of nominal p-values.
     *
     * @param p one for each look; null where there is none; two-sided when the analysis is
     */
    @Doc("Efficacy bounds as nominal p-values; two-sided when the analysis is.")
    record EfficacyP(
            @Doc("One p-value for each look; null where there is none.") @Range(above = 0, below = 1)
            List<@Nullable Double> p)
            implements Efficacy {
        /** Validates the bounds. */
        public EfficacyP {
            p = copy(p);
            Faults.of(EfficacyP.class, p).throwIfAny();
        }

        @Override
        public List<@Nullable Double> values() {
            return p;
        }

        @Override
        public boolean areProbabilities() {
            return true;
        }
    }

    /**
     * Futility on the Z scale.
     *
     * @param z one for each look; null where there is none
     * @param binding whether the efficacy bounds take credit for stopping
     */
    @Doc("Futility bounds on the Z scale: the trial stops when Z is at or below them.")
    record FutilityZ(
            @Doc("One Z for each look; null where there is none.") @Range(atLeast = -20, atMost = 20)
            List<@Nullable Double> z,

            @Doc("Whether the efficacy bounds take credit for stopping for futility.") @Default("false")
            boolean binding)
            implements Futility {
        /** Validates the bounds. */
        public FutilityZ {
            z = copy(z);
            Faults.of(FutilityZ.class, z, binding).throwIfAny();
        }

        @Override
        public List<@Nullable Double> values() {
            return z;
        }

        @Override
        public boolean areProbabilities() {
            return false;
        }
    }

    /**
     * Futility on the scale of one-sided nominal p-values.
     *
     * @param p one for each look; null where there is none
     * @param binding whether the efficacy bounds take credit for stopping
     */
    @Doc("Futility bounds as one-sided nominal p-values: the trial stops when p is at or above them.")
    record FutilityP(
            @Doc("One p-value for each look; null where there is none.") @Range(above = 0, below = 1)
            List<@Nullable Double> p,

            @Doc("Whether the efficacy bounds take credit for stopping for futility.") @Default("false")
            boolean binding)
            implements Futility {
        /** Validates the bounds. */
        public FutilityP {
            p = copy(p);
            Faults.of(FutilityP.class, p, binding).throwIfAny();
        }

        @Override
        public List<@Nullable Double> values() {
            return p;
        }

        @Override
        public boolean areProbabilities() {
            return true;
        }
    }

    private static List<@Nullable Double> copy(List<@Nullable Double> values) {
        return Collections.unmodifiableList(new ArrayList<>(values));
    }

    /**
     * The bound at a look on the Z scale, or null where there is none.
     *
     * @param look from 0
     * @param sides by how many a p-value is shared
     */
    default @Nullable Double zAt(int look, int sides) {
        Double value = values().get(look);
        if (value == null || !areProbabilities()) {
            return value;
        }
        return StandardNormal.upperQuantile(value / sides);
    }
}
