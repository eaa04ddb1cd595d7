package org.equipoise.core.planning.fixed;

/** What is to be found for a given power. */
public enum Unknown {
    /** Events at the analysis, all else as it is. */
    EVENTS,
    /**
     * Patients, who come over the same time: rates change in proportion. An analysis by events keeps its share of the
     * patients, and so its calendar time.
     */
    PATIENTS,
    /** Time from the last expected entry to the analysis. */
    FOLLOW_UP,
    /**
     * Time for which patients come at the rates as they are, with the time from the last expected entry to the analysis
     * as it is (Kim and Tsiatis 1990, Biometrics 46:81-92).
     */
    ENROLMENT_DURATION,
    /** Average hazard ratio; the experimental arm's hazard is multiplied by a constant. */
    HAZARD_RATIO
}
