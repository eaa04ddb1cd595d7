package org.equipoise.core.planning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is expected at the time of a given number of events.
 *
 * @param time mean calendar time
 * @param enrolled mean number of patients by then
 * @param events mean numbers of events by then, by arm; they add up to the given number
 * @param dropouts mean number of dropouts before an event by then, all arms together
 */
public record AtEvents(double time, double enrolled, List<Double> events, double dropouts) {
    /** Copies the list. */
    public AtEvents {
        events = List.copyOf(events);
    }

    AtEvents plus(AtEvents other) {
        List<Double> sums = IntStream.range(0, events.size())
                .mapToObj(arm -> events.get(arm) + other.events.get(arm))
                .toList();
        return new AtEvents(time + other.time, enrolled + other.enrolled, sums, dropouts + other.dropouts);
    }

    /** @param nodes as many as {@code parts} */
    static AtEvents average(List<AtEvents> parts, List<LastArrival> nodes) {
        double time = 0;
        double enrolled = 0;
        double dropouts = 0;
        double[] events = new double[parts.get(0).events.size()];
        for (int p = 0; p < parts.size(); p++) {
            AtEvents part = parts.get(p);
            double weight = nodes.get(p).weight();
            time += weight * part.time;
            enrolled += weight * part.enrolled;
            dropouts += weight * part.dropouts;
            for (int arm = 0; arm < events.length; arm++) {
                events[arm] += weight * part.events.get(arm);
            }
        }
        return new AtEvents(time, enrolled, Arrays.stream(events).boxed().toList(), dropouts);
    }
}
