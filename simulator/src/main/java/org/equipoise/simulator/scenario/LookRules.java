package org.equipoise.simulator.scenario;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a list of looks must satisfy, and how many events each one waits for. */
final class LookRules {
    private static final int MOST_LOOKS = 100;

    private LookRules() {}

    static void check(Faults faults, List<Look> looks) {
        if (looks.isEmpty()) {
            faults.add("looks", "is empty", "give at least one, for example - {events: 137}");
            return;
        }
        if (looks.size() > MOST_LOOKS) {
            faults.add("looks", "has " + looks.size() + " looks, at most " + MOST_LOOKS + " are allowed", "");
            return;
        }
        Look last = looks.get(looks.size() - 1);
        for (int k = 0; k < looks.size(); k++) {
            checkInformation(faults, "looks." + k, looks.get(k), last);
        }
        for (int k = 1; k < looks.size(); k++) {
            checkIncrease(faults, looks, k);
        }
    }

    /** A share of the last look's events needs a last look that counts events. */
    private static void checkInformation(Faults faults, String path, Look look, Look last) {
        if (look instanceof Look.Information && eventsNamedBy(last).isEmpty()) {
            faults.add(
                    path + ".information",
                    "is a share of the last look's events, but the last look does not name events",
                    "make the last look {events: …}");
        }
        List<Look> inner = conditionsOf(look);
        for (int i = 0; i < inner.size(); i++) {
            String key = look instanceof Look.AllOf ? ".allOf." : ".anyOf.";
            checkInformation(faults, path + key + i, inner.get(i), last);
        }
    }

    /** The number of events that a look names, itself or first among its conditions. */
    private static OptionalDouble eventsNamedBy(Look look) {
        if (look instanceof Look.Events events) {
            return OptionalDouble.of(events.events());
        }
        for (Look inner : conditionsOf(look)) {
            OptionalDouble named = eventsNamedBy(inner);
            if (named.isPresent()) {
                return named;
            }
        }
        return OptionalDouble.empty();
    }

    private static List<Look> conditionsOf(Look look) {
        if (look instanceof Look.AllOf all) {
            return all.allOf();
        }
        return look instanceof Look.AnyOf any ? any.anyOf() : List.of();
    }

    private static void checkIncrease(Faults faults, List<Look> looks, int k) {
        Look here = looks.get(k);
        OptionalInt events = eventsOf(looks, here, k);
        for (int j = k - 1; j >= 0; j--) {
            Look before = looks.get(j);
            OptionalInt eventsBefore = eventsOf(looks, before, j);
            if (events.isPresent() && eventsBefore.isPresent()) {
                require(faults, k, key(here), events.getAsInt(), eventsBefore.getAsInt());
                return;
            }
            if (here instanceof Look.CalendarTime t && before instanceof Look.CalendarTime s) {
                require(faults, k, "calendarTime", t.calendarTime(), s.calendarTime());
                return;
            }
            if (here instanceof Look.AfterLastPatient t && before instanceof Look.AfterLastPatient s) {
                require(faults, k, "afterLastPatient", t.afterLastPatient(), s.afterLastPatient());
                return;
            }
        }
    }

    private static String key(Look look) {
        return look instanceof Look.Events ? "events" : "information";
    }

    private static void require(Faults faults, int look, String key, double here, double before) {
        if (!(here > before)) {
            faults.add(
                    "looks." + look + "." + key,
                    "looks must increase: " + Faults.plain(here) + (key.equals("information") ? " events" : "")
                            + " does not come after " + Faults.plain(before),
                    "put the looks in order");
        }
    }

    /**
     * No more events than patients. One of several conditions under {@code anyOf} may be out of reach: the others
     * decide.
     */
    static void checkEvents(Faults faults, int patients, List<Look> looks) {
        for (int k = 0; k < looks.size(); k++) {
            checkEvents(faults, patients, looks, k, "analysis.looks." + k, looks.get(k));
        }
    }

    private static void checkEvents(Faults faults, int patients, List<Look> looks, int k, String path, Look condition) {
        if (condition instanceof Look.Events look && eventsOf(looks, look, k).orElse(0) > patients) {
            faults.add(
                    path + ".events",
                    "asks for more events than there are patients: " + Faults.plain(look.events()) + " of " + patients,
                    "lower the events, or raise enrolment.patients");
        } else if (condition instanceof Look.AllOf all) {
            List<Look> inner = all.allOf();
            for (int i = 0; i < inner.size(); i++) {
                checkEvents(faults, patients, looks, k, path + ".allOf." + i, inner.get(i));
            }
        }
    }

    /** The events that a condition of look {@code k} (from 0) waits for; empty when it is not a number of events. */
    static OptionalInt eventsOf(List<Look> looks, Look condition, int k) {
        boolean isLast = k == looks.size() - 1;
        double wanted;
        if (condition instanceof Look.Events events) {
            wanted = events.events();
        } else if (condition instanceof Look.Information share
                && eventsNamedBy(looks.get(looks.size() - 1)).isPresent()) {
            wanted = share.information()
                    * Math.ceil(eventsNamedBy(looks.get(looks.size() - 1)).getAsDouble());
        } else {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.max(1, isLast ? Math.ceil(wanted) : Math.rint(wanted)));
    }
}
