package org.equipoise.simulator.engine;

import org.equipoise.simulator.engine.look.LookColumns;
import org.equipoise.simulator.engine.summary.Moments;

/** What is told of the moment at which a trial stops. */
public enum StopQuantity {
    /** Calendar time. */
    DURATION,
    /** Patients enrolled by then. */
    ENROLLED,
    /** Patients lost by then. */
    DROPOUTS,
    /** Events by then. */
    EVENTS;

    /** Its column at the look at which the trial stops. */
    double[] of(LookColumns look) {
        return switch (this) {
            case DURATION -> look.time;
            case ENROLLED -> look.enrolled;
            case DROPOUTS -> look.dropouts;
            case EVENTS -> look.events;
        };
    }

    /** Its moments over replicates. */
    Moments of(StopTally tally) {
        return switch (this) {
            case DURATION -> tally.duration;
            case ENROLLED -> tally.enrolled;
            case DROPOUTS -> tally.dropouts;
            case EVENTS -> tally.events;
        };
    }
}
