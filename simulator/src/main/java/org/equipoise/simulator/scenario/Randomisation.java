package org.equipoise.simulator.scenario;

import org.jspecify.annotations.Nullable;

/**
 * How patients are allocated to arms.
 *
 * @param method the mechanism
 * @param blockSize patients in a permuted block; twice the allocation sum when left out
 */
@Doc("How patients are allocated to arms.")
public record Randomisation(
        @Doc("The mechanism of allocation.") @Default("permutedBlock")
        Method method,

        @Doc("Patients in a permuted block, a multiple of the allocation sum; twice that sum when left out.")
        @Range(atLeast = 1, atMost = 100_000)
        @Nullable
        Integer blockSize) {

    /** The mechanisms of allocation. */
    @Doc("permutedBlock: blocks in random order; simple: each patient by lot; complete: fixed numbers in random order.")
    public enum Method {
        /** Each block holds every arm in its share, in random order. */
        PERMUTED_BLOCK,
        /** Each patient is allocated independently. */
        SIMPLE,
        /** The numbers per arm are fixed for the whole trial; their order is random. */
        COMPLETE
    }

    /** Validates the block size. */
    public Randomisation {
        Faults.of(Randomisation.class, method, blockSize)
                .and(f -> check(f, method, blockSize))
                .throwIfAny();
    }

    static void check(Faults faults, @Nullable Method method, @Nullable Integer blockSize) {
        if (blockSize != null && method != null && method != Method.PERMUTED_BLOCK) {
            faults.add("blockSize", "belongs to method permutedBlock alone", "leave it out, or use permutedBlock");
        }
    }
}
