package org.equipoise.simulator.analytic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.equipoise.core.planning.fixed.Unknown;
import org.jspecify.annotations.Nullable;

/** What a plan is to find; its name is what commands and results call it. */
public enum Sought {
    /** The power of the trial as it stands. */
    POWER("power", null),
    /** Events at the last look. */
    EVENTS("events", Unknown.EVENTS),
    /** Patients, who come over the same time. */
    PATIENTS("patients", Unknown.PATIENTS),
    /** Time from the last expected entry to the last look. */
    FOLLOW_UP("followUp", Unknown.FOLLOW_UP),
    /** Time for which patients come, at the same rates. */
    ENROLMENT_DURATION("enrolmentDuration", Unknown.ENROLMENT_DURATION),
    /** Average hazard ratio. */
    HAZARD_RATIO("hazardRatio", Unknown.HAZARD_RATIO);

    private final String key;
    private final @Nullable Unknown unknown;

    Sought(String key, @Nullable Unknown unknown) {
        this.key = key;
        this.unknown = unknown;
    }

    /** Its name. */
    public String key() {
        return key;
    }

    /** What is unknown; null when it is the power. */
    @Nullable
    Unknown unknown() {
        return unknown;
    }

    /** All names. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Sought::key).toList();
    }

    /** The one of that name. */
    public static Optional<Sought> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }
}
