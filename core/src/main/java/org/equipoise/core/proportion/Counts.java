package org.equipoise.core.proportion;

/** Checks of numbers of successes and patients. */
final class Counts {
    private Counts() {}

    static void check(String arm, int successes, int patients) {
        if (patients < 1) {
            throw new IllegalArgumentException("patients" + arm + " must be at least 1, was " + patients);
        }
        if (successes < 0 || successes > patients) {
            throw new IllegalArgumentException(
                    "successes" + arm + " must be from 0 to " + patients + ", was " + successes);
        }
    }
}
