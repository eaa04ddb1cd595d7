package org.equipoise.simulator.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How patients are allocated to arms.
 *
 * @param method the mechanism
 * @param blockSize patients in a permuted block; twice the allocation sum when left out
 * @param strata factors within whose strata blocks are permuted; null when they run over all patients
 */
@Doc("How patients are allocated to arms.")
public record Randomisation(
        @Doc("The mechanism of allocation.") @Default("permutedBlock")
        Method method,

        @Doc("Patients in a permuted block, a multiple of the allocation sum; twice that sum when left out.")
        @Range(atLeast = 1, atMost = 100_000)
        @Nullable
        Integer blockSize,

        @Doc("Factors of strata within which blocks are permuted; when left out they run over all patients.") @Nullable
        List<String> strata) {

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
        strata = strata == null ? null : List.copyOf(strata);
        List<String> factors = strata;
        Faults.of(Randomisation.class, method, blockSize, strata)
                .and(f -> check(f, method, blockSize, factors))
                .throwIfAny();
    }

    static void check(
            Faults faults, @Nullable Method method, @Nullable Integer blockSize, @Nullable List<String> strata) {
        if (strata != null && method != null && method != Method.PERMUTED_BLOCK) {
            faults.add("strata", "belongs to method permutedBlock alone", "leave it out, or use permutedBlock");
        } else if (strata != null && strata.isEmpty()) {
            faults.add("strata", "is empty", "name at least one factor, or leave it out");
        }
        if (blockSize != null && method != null && method != Method.PERMUTED_BLOCK) {
            faults.add("blockSize", "belongs to method permutedBlock alone", "leave it out, or use permutedBlock");
        }
    }
}
