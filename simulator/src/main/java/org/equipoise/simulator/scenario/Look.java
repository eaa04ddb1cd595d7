package org.equipoise.simulator.scenario;

import java.util.List;

/** When an analysis happens. */
@Doc("When an analysis happens.")
public sealed interface Look
        permits Look.Events, Look.Information, Look.CalendarTime, Look.AfterLastPatient, Look.AllOf, Look.AnyOf {
    /**
     * When a number of events, all arms together, has been seen.
     *
     * @param events rounded up at the last look and to the nearest at the others
     */
    @Doc("When this many events have been seen, all arms together.")
    record Events(
            @Doc("Number of events, all arms together; rounded up at the last look, to the nearest before.")
            @Range(above = 0, atMost = 1_000_000)
            double events)
            implements Look {
        /** Validates the number. */
        public Events {
            Faults.of(Events.class, events).throwIfAny();
        }
    }

    /**
     * When a share of the last look's events has been seen.
     *
     * @param information the share
     */
    @Doc("When this share of the last look's events has been seen.")
    record Information(
            @Doc("Share of the last look's events.") @Range(above = 0, atMost = 1)
            double information) implements Look {
        /** Validates the share. */
        public Information {
            Faults.of(Information.class, information).throwIfAny();
        }
    }

    /**
     * At a calendar time.
     *
     * @param calendarTime since the first possible enrolment
     */
    @Doc("At this calendar time, counted from the first possible enrolment.")
    record CalendarTime(
            @Doc("Time since the first possible enrolment.") @Range(above = 0, atMost = 1e6)
            double calendarTime) implements Look {
        /** Validates the time. */
        public CalendarTime {
            Faults.of(CalendarTime.class, calendarTime).throwIfAny();
        }
    }

    /**
     * Some time after the last patient has come.
     *
     * @param afterLastPatient time since the last patient was enrolled
     */
    @Doc("This long after the last patient was enrolled.")
    record AfterLastPatient(
            @Doc("Time since the last patient was enrolled.") @Range(atLeast = 0, atMost = 1e6)
            double afterLastPatient) implements Look {
        /** Validates the time. */
        public AfterLastPatient {
            Faults.of(AfterLastPatient.class, afterLastPatient).throwIfAny();
        }
    }

    /**
     * When all of several conditions hold.
     *
     * @param allOf at least one condition
     */
    @Doc("When all of these conditions hold.")
    record AllOf(@Doc("The conditions.") List<Look> allOf) implements Look {
        /** Copies the list. */
        public AllOf {
            allOf = List.copyOf(allOf);
            requireSome("allOf", allOf);
        }
    }

    /**
     * When the first of several conditions holds.
     *
     * @param anyOf at least one condition
     */
    @Doc("When the first of these conditions holds.")
    record AnyOf(@Doc("The conditions.") List<Look> anyOf) implements Look {
        /** Copies the list. */
        public AnyOf {
            anyOf = List.copyOf(anyOf);
            requireSome("anyOf", anyOf);
        }
    }

    private static void requireSome(String key, List<Look> conditions) {
        if (conditions.isEmpty()) {
            throw new InvalidScenarioException(List.of(new Fault(key, "is empty", "give at least one condition")));
        }
    }
}
