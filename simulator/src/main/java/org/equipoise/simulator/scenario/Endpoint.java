package org.equipoise.simulator.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is measured on each patient.
 *
 * @param type the kind of endpoint
 * @param model arm name to time-to-event model
 */
@Doc("What is measured on each patient.")
public record Endpoint(
        @Doc("The kind of endpoint.") @Default("timeToEvent")
        Type type,

        @Doc("A model for each arm, by the arm's name.") Map<String, EventModel> model) {

    /** The kinds of endpoint. */
    @Doc("timeToEvent: the time from randomisation to an event.")
    public enum Type {
        /** The time from randomisation to an event. */
        TIME_TO_EVENT
    }

    /** Copies the map, keeping its order. */
    public Endpoint {
        model = Collections.unmodifiableMap(new LinkedHashMap<>(model));
    }
}
