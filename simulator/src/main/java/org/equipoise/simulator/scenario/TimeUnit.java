package org.equipoise.simulator.scenario;

import java.util.Locale;

/** The unit of every time and rate of a scenario. */
@Doc("The unit of every time and rate in the scenario.")
public enum TimeUnit {
    /** Days. */
    DAY,
    /** Weeks. */
    WEEK,
    /** Months. */
    MONTH,
    /** Years. */
    YEAR;

    /** The unit's name in the plural, for axes and tables: {@code months}. */
    public String plural() {
        return name().toLowerCase(Locale.ROOT) + "s";
    }
}
