package org.equipoise.core.planning.logrank;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.LastArrival;
import org.equipoise.core.planning.PlannedTrial;

/**
 * How some statistics of one trial vary together: one statistic over several looks, or several at one look. With
 * Poisson arrivals the time of the last arrival is random, and integrated over.
 */
final class JointStatistics {
    private final PlannedTrial trial;
    private final ExpectedEvents events;
    private final List<Statistic> statistics;
    private final List<Look> looks;
    private final boolean isOverLooks;

    private JointStatistics(
            PlannedTrial trial,
            ExpectedEvents events,
            List<Statistic> statistics,
            List<Look> looks,
            boolean isOverLooks) {
        this.trial = trial;
        this.events = events;
        this.statistics = statistics;
        this.looks = looks;
        this.isOverLooks = isOverLooks;
    }

    static JointStatistics overLooks(PlannedTrial trial, ExpectedEvents events, Statistic statistic, List<Look> looks) {
        return new JointStatistics(trial, events, Collections.nCopies(looks.size(), statistic), looks, true);
    }

    static JointStatistics atOneLook(PlannedTrial trial, ExpectedEvents events, List<Statistic> statistics, Look look) {
        return new JointStatistics(trial, events, statistics, Collections.nCopies(statistics.size(), look), false);
    }

    /** In the order of the looks, or of the statistics. */
    JointMoments moments() {
        double n = trial.patients();
        if (trial.arrivals() != ArrivalProcess.POISSON) {
            Entries entries = new Entries(trial.rates(), n, trial.arrivals() == ArrivalProcess.EVEN);
            return given(entries, times(entries));
        }
        List<LastArrival> nodes = LastArrival.nodes(n);
        Entries middle = new Entries(trial.rates(), LastArrival.mean(n), false);
        double[] times = times(middle);
        JointMoments given = given(middle, times);
        List<List<ExpectedLook>> parts = new ArrayList<>();
        for (LastArrival node : nodes) {
            parts.add(
                    node.total() == middle.total()
                            ? given.looks().stream().map(ExpectedLook::of).toList()
                            : expected(new Entries(trial.rates(), node.total(), false), times));
        }
        return Mixture.of(given, parts, nodes);
    }

    /** @param near calendar times about those of the looks */
    private List<ExpectedLook> expected(Entries entries, double[] near) {
        ExpectedEvents given = events.whenAllHaveCome(entries.total());
        return IntStream.range(0, near.length)
                .mapToObj(k -> ExpectedLook.of(
                        cut(entries, k, LookAt.timeOf(given, trial.patients(), looks.get(k), near[k])),
                        statistics.get(k)))
                .toList();
    }

    /** At the expected data, Poisson arrivals being taken at their mean. */
    Cut expected(int k) {
        Entries entries = new Entries(trial.rates(), trial.patients(), false);
        return cut(entries, k, timeOf(entries, looks.get(k)));
    }

    private Cut cut(Entries entries, int k, double time) {
        Courses courses = Courses.of(trial, entries, new double[] {time}, List.of(statistics.get(k)));
        return new Cut(courses, entries, trial.patients(), time);
    }

    private double[] times(Entries entries) {
        return looks.stream().mapToDouble(look -> timeOf(entries, look)).toArray();
    }

    private double timeOf(Entries entries, Look look) {
        return LookAt.timeOf(events.whenAllHaveCome(entries.total()), trial.patients(), look);
    }

    private JointMoments given(Entries entries, double[] times) {
        if (isOverLooks) {
            requireOrder(times);
        }
        List<LookAt> found = new ArrayList<>();
        for (int k = 0; k < times.length; k++) {
            found.add(LookAt.of(trial, entries, statistics.get(k), looks.get(k), events.maximum(), times[k]));
        }
        List<TestMoments> moments = found.stream().map(LookAt::moments).toList();
        return new JointMoments(moments, covariances(entries, found, times));
    }

    private void requireOrder(double[] times) {
        for (int k = 1; k < times.length; k++) {
            if (!(times[k] > times[k - 1])) {
                throw new IllegalArgumentException("looks must follow each other, but " + looks.get(k)
                        + " is expected at " + times[k] + ", not after " + times[k - 1] + ", where "
                        + looks.get(k - 1) + " is");
            }
        }
    }

    private double[][] covariances(Entries entries, List<LookAt> found, double[] times) {
        int count = found.size();
        double[][] covariance = new double[count][count];
        for (int k = 0; k < count; k++) {
            double deviation = found.get(k).moments().standardDeviation();
            covariance[k][k] = deviation * deviation;
        }
        if (count == 1) {
            return covariance;
        }
        Courses courses = Courses.of(trial, entries, times, statistics);
        List<Cut> cuts = new ArrayList<>();
        List<Linear> fluctuations = new ArrayList<>();
        double[] stretch = new double[count];
        for (int k = 0; k < count; k++) {
            boolean again = k > 0 && times[k] == times[k - 1];
            cuts.add(again ? cuts.get(k - 1) : new Cut(courses, entries, trial.patients(), times[k]));
            fluctuations.add(found.get(k).fluctuation(statistics.get(k).at(cuts.get(k))));
            // Statistics of the same data can be so alike that only variances of one order give correlations up to 1.
            stretch[k] = isOverLooks
                    ? 1
                    : found.get(k).moments().standardDeviation()
                            / Math.sqrt(cuts.get(k).variance(fluctuations.get(k)));
        }
        for (int j = 0; j < count; j++) {
            for (int k = j + 1; k < count; k++) {
                covariance[j][k] = stretch[j]
                        * stretch[k]
                        * cuts.get(j).covariance(fluctuations.get(j), cuts.get(k), fluctuations.get(k));
                covariance[k][j] = covariance[j][k];
            }
        }
        return covariance;
    }
}
