package org.equipoise.simulator.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.equipoise.simulator.engine.summary.Estimate;

/**
 * What one look shows over all replicates that can reach it, whether or not they stopped before.
 *
 * @param look from 1
 * @param reached share of replicates in which the look's condition can be met
 * @param calendarTime when it happens
 * @param enrolled patients by then
 * @param dropouts patients lost by then
 * @param events events by then, all arms together
 * @param eventsByArm events by arm, the control first
 */
public record LookResult(
        int look,
        Estimate reached,
        Spread calendarTime,
        Estimate enrolled,
        Estimate dropouts,
        Estimate events,
        Map<String, Estimate> eventsByArm) {
    /** Copies the map, keeping its order. */
    public LookResult {
        eventsByArm = Collections.unmodifiableMap(new LinkedHashMap<>(eventsByArm));
    }
}
