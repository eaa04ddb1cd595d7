package org.equipoise.simulator.report;

import org.equipoise.simulator.engine.StopQuantity;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.sweep.difference.Difference;
import org.equipoise.simulator.sweep.difference.SharedLuck;
import org.equipoise.simulator.sweep.difference.TracedResult;
import org.jspecify.annotations.Nullable;

/** The figures by which scenarios are compared. */
public enum ComparedFigure {
    POWER("power", "Power", null),
    DURATION("duration", "Duration", StopQuantity.DURATION),
    ENROLLED("enrolled", "Patients at the stop", StopQuantity.ENROLLED),
    EVENTS_AT_STOP("eventsAtStop", "Events at the stop", StopQuantity.EVENTS),
    DROPOUTS("dropouts", "Dropouts at the stop", StopQuantity.DROPOUTS);

    private final String key;
    private final String words;
    private final @Nullable StopQuantity quantity;

    ComparedFigure(String key, String words, @Nullable StopQuantity quantity) {
        this.key = key;
        this.words = words;
        this.quantity = quantity;
    }

    /** Its key in the JSON of {@code run}. */
    public String key() {
        return key;
    }

    /** The figure in words. */
    public String words() {
        return words;
    }

    /** The figure of one scenario, with its Monte Carlo error. */
    public Estimate of(TracedResult traced) {
        return quantity == null ? traced.result().power() : SharedLuck.estimate(quantity, traced);
    }

    /** Of a scenario less the first one. */
    public Difference between(TracedResult scenario, TracedResult first) {
        SharedLuck luck = SharedLuck.between(scenario, first);
        return quantity == null ? luck.power() : luck.mean(quantity);
    }
}
