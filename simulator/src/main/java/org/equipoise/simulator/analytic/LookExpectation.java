package org.equipoise.simulator.analytic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is expected at one look, without simulation: every random number in its place taken at its expectation.
 *
 * @param calendarTime when the look's condition is met in expectation; infinite when it never is
 * @param enrolled patients by then
 * @param events events by then, all arms together
 * @param eventsByArm events by arm, the control first
 * @param dropouts patients lost by then
 */
public record LookExpectation(
        double calendarTime, double enrolled, double events, Map<String, Double> eventsByArm, double dropouts) {
    /** Copies the map, keeping its order. */
    public LookExpectation {
        eventsByArm = Collections.unmodifiableMap(new LinkedHashMap<>(eventsByArm));
    }

    /** Whether the look's condition is ever met in expectation. */
    public boolean isReached() {
        return calendarTime < Double.POSITIVE_INFINITY;
    }
}
