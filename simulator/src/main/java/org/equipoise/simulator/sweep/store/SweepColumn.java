package org.equipoise.simulator.sweep.store;

import java.util.function.ToDoubleFunction;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.summary.Estimate;

/** The figures of a scenario that a table of results has, in the order of its columns. */
public enum SweepColumn {
    /** Probability of rejecting any null hypothesis at any look. */
    POWER("power", told -> told.power().value()),
    /** Its Monte Carlo standard error. */
    POWER_STANDARD_ERROR("powerStandardError", told -> told.power().standardError()),
    /** Its lower 95 % limit. */
    POWER_LOW("powerLow", told -> told.power().low()),
    /** Its upper 95 % limit. */
    POWER_HIGH("powerHigh", told -> told.power().high()),
    /** Mean events at the last look. */
    EVENTS("events", told -> last(told).events().value()),
    /** Its Monte Carlo standard error. */
    EVENTS_STANDARD_ERROR("eventsStandardError", told -> last(told).events().standardError()),
    /** Mean calendar time of the last look. */
    CALENDAR_TIME("calendarTime", told -> time(told).value()),
    /** Its Monte Carlo standard error. */
    CALENDAR_TIME_STANDARD_ERROR("calendarTimeStandardError", told -> time(told).standardError()),
    /** Share of replicates that reach the last look. */
    REACHED("reached", told -> last(told).reached().value()),
    /** Mean calendar time at the stop. */
    DURATION("duration", told -> told.duration().mean().value()),
    /** Its Monte Carlo standard error. */
    DURATION_STANDARD_ERROR(
            "durationStandardError", told -> told.duration().mean().standardError()),
    /** Mean patients at the stop. */
    ENROLLED("enrolled", told -> told.enrolled().value()),
    /** Its Monte Carlo standard error. */
    ENROLLED_STANDARD_ERROR("enrolledStandardError", told -> told.enrolled().standardError()),
    /** Mean events at the stop. */
    EVENTS_AT_STOP("eventsAtStop", told -> told.eventsAtStop().value()),
    /** Its Monte Carlo standard error. */
    EVENTS_AT_STOP_STANDARD_ERROR(
            "eventsAtStopStandardError", told -> told.eventsAtStop().standardError()),
    /** Mean dropouts at the stop. */
    DROPOUTS("dropouts", told -> told.dropouts().value()),
    /** Its Monte Carlo standard error. */
    DROPOUTS_STANDARD_ERROR("dropoutsStandardError", told -> told.dropouts().standardError()),
    /** Power where the scenario assumes the null hypothesis; elsewhere missing. */
    TYPE_I_ERROR(
            "typeIError", told -> told.scenario().assumesNull() ? told.power().value() : Double.NaN),
    /** Power of a trial that overrules stops for futility; missing where there are none, or they bind. */
    POWER_WITHOUT_FUTILITY(
            "powerWithoutFutility",
            told -> told.powerWithoutFutility() == null
                    ? Double.NaN
                    : told.powerWithoutFutility().value()),
    /** Power without simulation, with one experimental arm, where it was asked for; elsewhere missing. */
    ANALYTIC_POWER("analyticPower", told -> Double.NaN);

    private final String label;
    private final ToDoubleFunction<SimulationResult> figure;

    SweepColumn(String label, ToDoubleFunction<SimulationResult> figure) {
        this.label = label;
        this.figure = figure;
    }

    /** The name of the column. */
    public String label() {
        return label;
    }

    /** The figure of a result; NaN where it has none. */
    double of(SimulationResult result) {
        return figure.applyAsDouble(result);
    }

    private static LookResult last(SimulationResult result) {
        return result.looks().get(result.looks().size() - 1);
    }

    private static Estimate time(SimulationResult result) {
        return last(result).calendarTime().mean();
    }
}
