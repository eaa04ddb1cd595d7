package org.equipoise.core.planning.fixed;

/** Answer to the question what gives a power: the value, or why there is none. */
public sealed interface Solution {
    /** What was asked for. */
    Unknown unknown();

    /**
     * A value that gives the power.
     *
     * @param unknown what was asked for
     * @param value its value, not rounded
     * @param design the design with that value
     * @param power of that design; more than asked for when the smallest value there is, 0, gives more
     */
    record Found(Unknown unknown, double value, FixedDesign design, double power) implements Solution {}

    /**
     * No value gives the power.
     *
     * @param unknown what was asked for
     * @param reason why there is none
     * @param power what was asked for
     * @param bestPower the most that is within reach
     * @param availableEvents events that the patients give under endless follow-up
     * @param neededEvents events that the power needs, from as many more patients as it takes; NaN when no number would
     *     do
     * @param neededPatients patients who would give the power, all else as it is; NaN when no number would do
     */
    record Impossible(
            Unknown unknown,
            Reason reason,
            double power,
            double bestPower,
            double availableEvents,
            double neededEvents,
            double neededPatients)
            implements Solution {
        /** In one sentence, with what would help. */
        public String explanation() {
            return switch (reason) {
                case NO_EFFECT ->
                    "The assumed effect is not better than the null hypothesis, so no size gives power " + power
                            + ": the experimental arm must do better, or the null hypothesis allow for more.";
                case TOO_FEW_EVENTS ->
                    "Power " + power + " needs " + (long) Math.ceil(neededEvents)
                            + " events, and the patients can give " + (long) Math.floor(availableEvents) + " (power "
                            + Math.rint(1e4 * bestPower) / 1e4 + "); " + (long) Math.ceil(neededPatients)
                            + " patients would do.";
            };
        }
    }

    /** Why there is no solution. */
    enum Reason {
        /** The test has no tendency to reject. */
        NO_EFFECT,
        /** Even endless follow-up of the patients does not give enough events. */
        TOO_FEW_EVENTS
    }
}
