package org.equipoise.core.planning;

/** The cumulative incidence of a time that another one competes with, and the area below it, over patient time. */
sealed interface IncidenceCurve permits IncidenceTable, SteppedIncidence {
    /** Incidence after endless time. */
    double total();

    /** Begins at a patient time ≥ 0. */
    Walk walkFrom(double time);

    /** Goes up in patient time, from one end of an area to the next. */
    interface Walk {
        /**
         * Area below the incidence from where the walk stands, or has begun, up to {@code next}, where it stands then.
         *
         * @param width how far that is; late in time the difference would be mostly rounding
         */
        double areaUpTo(double next, double width);
    }
}
