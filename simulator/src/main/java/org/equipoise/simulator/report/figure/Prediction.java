package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.engine.Replicator;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.equipoise.simulator.report.chart.Mark.Edge;
import org.equipoise.simulator.scenario.Scenario;

/**
 * Where patients and events of single trials lie over calendar time, nine in ten of them: the 5 % and 95 % quantiles
 * over the first replicates.
 *
 * @param replicates how many there are
 * @param enrolled patients enrolled
 * @param events events, were there no look at which the trial stops
 */
public record Prediction(int replicates, List<Edge> enrolled, List<Edge> events) {
    private static final int REPLICATES = 400;

    /** Copies the lists. */
    public Prediction {
        enrolled = List.copyOf(enrolled);
        events = List.copyOf(events);
    }

    /** Of how many replicates the bands are. */
    public static int replicates(Scenario scenario) {
        return (int) Math.min(REPLICATES, scenario.simulation().replicates());
    }

    /** The bands at some calendar times, ascending. */
    static Prediction of(Scenario scenario, BoundPlan bounds, double[] times) {
        int number = replicates(scenario);
        double[][] enrolled = new double[times.length][number];
        double[][] events = new double[times.length][number];
        Replicator replicator = new Replicator(scenario, bounds);
        for (int r = 0; r < number; r++) {
            Cohort cohort = replicator.cohort(r);
            count(cohort.arrival, times, enrolled, r);
            double[] seen = cohort.eventCalendar.clone();
            Arrays.sort(seen);
            count(seen, times, events, r);
        }
        return new Prediction(number, edges(times, enrolled), edges(times, events));
    }

    private static void count(double[] sorted, double[] times, double[][] counts, int replicate) {
        int number = 0;
        for (int i = 0; i < times.length; i++) {
            while (number < sorted.length && sorted[number] <= times[i]) {
                number++;
            }
            counts[i][replicate] = number;
        }
    }

    private static List<Edge> edges(double[] times, double[][] counts) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            Arrays.sort(counts[i]);
            edges.add(new Edge(times[i], Numbers.quantile(counts[i], 0.05), Numbers.quantile(counts[i], 0.95)));
        }
        return edges;
    }
}
