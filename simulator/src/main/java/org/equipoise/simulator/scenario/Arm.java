package org.equipoise.simulator.scenario;

/**
 * One treatment arm.
 *
 * @param role control or experimental; a trial has exactly one control
 * @param allocation its share in the allocation ratio
 */
@Doc("One treatment arm.")
public record Arm(
        @Doc("control or experimental; exactly one arm is the control.")
        Role role,

        @Doc("Share in the allocation ratio, a whole number.") @Default("1") @Range(atLeast = 1, atMost = 1000)
        int allocation) {

    /** What an arm is for. */
    @Doc("What the arm is for.")
    public enum Role {
        /** The arm that the others are compared with. */
        CONTROL,
        /** An arm whose effect is asked for. */
        EXPERIMENTAL
    }

    /** Validates the allocation. */
    public Arm {
        Faults.of(Arm.class, role, allocation).throwIfAny();
    }
}
