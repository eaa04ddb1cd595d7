package org.equipoise.simulator.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is measured on each patient.
 *
 * @param type the kind of endpoint
 * @param model arm name to a model of that kind, which the scenario sees to
 * @param at time from randomisation at which an outcome is known; at once when null
 */
@Doc("What is measured on each patient.")
public record Endpoint(
        @Doc("The kind of endpoint.") @Default("timeToEvent")
        Type type,

        @Doc("A model for each arm, by the arm's name.") Map<String, EndpointModel> model,

        @Doc("Time from randomisation at which a binary or continuous outcome is known; at once when left out.")
        @Range(atLeast = 0, atMost = 1e6)
        @Nullable
        Double at) {

    /** The kinds of endpoint. */
    @Doc("timeToEvent: the time from randomisation to an event; binary: a response or none; continuous: a number.")
    public enum Type {
        /** The time from randomisation to an event. */
        TIME_TO_EVENT("time-to-event", "{median: 6.5}"),
        /** A response or none. */
        BINARY("binary", "{probability: 0.4}"),
        /** A number. */
        CONTINUOUS("continuous", "{mean: 10, sd: 4}");

        private final String words;
        private final String example;

        Type(String words, String example) {
            this.words = words;
            this.example = example;
        }

        /** The kind in words, to stand before a noun. */
        String words() {
            return words;
        }

        /** How a model of the kind may be spelled. */
        String example() {
            return example;
        }

        /** The kind that a model belongs to. */
        static Type of(EndpointModel model) {
            if (model instanceof OutcomeModel.Proportion) {
                return BINARY;
            }
            return model instanceof OutcomeModel.Normal ? CONTINUOUS : TIME_TO_EVENT;
        }
    }

    /** Copies the map, keeping its order, and validates the time. */
    public Endpoint {
        model = Collections.unmodifiableMap(new LinkedHashMap<>(model));
        Faults.of(Endpoint.class, type, model, at)
                .and(f -> check(f, type, null, at))
                .throwIfAny();
    }

    static void check(
            Faults faults, @Nullable Type type, @Nullable Map<String, EndpointModel> model, @Nullable Double at) {
        if (type == Type.TIME_TO_EVENT && at != null) {
            faults.add("at", "has no meaning for a time to event", "leave it out, or give type: binary or continuous");
        }
    }

    /** Time from randomisation at which an outcome is known. */
    public double knownAt() {
        return at == null ? 0 : at;
    }

    /** Whether it is the time to an event, not an outcome that is known at a given time. */
    public boolean isTimeToEvent() {
        return type == Type.TIME_TO_EVENT;
    }
}
