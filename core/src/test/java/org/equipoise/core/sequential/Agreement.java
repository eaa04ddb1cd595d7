package org.equipoise.core.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts, topic by topic, the cases of other packages with which we agree. A case agrees when all its figures do,
 * within 1e-6. Disagreements are known, with a reason and a count, or they are faults.
 */
final class Agreement {
    private static final double TOLERANCE = 1e-6;

    /**
     * A disagreement with a reason.
     *
     * @param cases regular expression of id, blank and figure
     * @param within how much they may differ; infinite where two things differ in kind
     * @param count how many of those cases disagree
     */
    record Known(String cases, double within, int count, String why) {}

    private static final class Tally {
        private final Set<String> agree = new LinkedHashSet<>();
        private final Set<String> disagree = new LinkedHashSet<>();
        private final Map<String, Integer> notHere = new LinkedHashMap<>();
        private double worst;
    }

    private final List<Known> known;
    private final Map<Known, Set<String>> seen = new LinkedHashMap<>();
    private final Map<String, Tally> topics = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    Agreement(List<Known> known) {
        this.known = known;
        known.forEach(reason -> seen.put(reason, new LinkedHashSet<>()));
    }

    /** @param theirs NaN where the package says nothing */
    void compare(String topic, String id, String figure, double[] ours, double[] theirs) {
        Tally tally = topics.computeIfAbsent(topic, name -> new Tally());
        double difference = difference(ours, theirs);
        if (difference <= TOLERANCE) {
            tally.worst = Math.max(tally.worst, difference);
            if (!tally.disagree.contains(id)) {
                tally.agree.add(id);
            }
            return;
        }
        tally.agree.remove(id);
        tally.disagree.add(id);
        Known reason = known.stream()
                .filter(candidate -> (id + " " + figure).matches(candidate.cases()))
                .findFirst()
                .orElse(null);
        if (reason == null || !(difference <= reason.within())) {
            faults.add(id + ": " + figure + " differs by " + difference);
        } else {
            seen.get(reason).add(id);
        }
    }

    private static double difference(double[] ours, double[] theirs) {
        double largest = 0;
        for (int k = 0; k < theirs.length; k++) {
            if (ours[k] != theirs[k] && !Double.isNaN(theirs[k])) {
                double difference = Math.abs(ours[k] - theirs[k]);
                largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
            }
        }
        return largest;
    }

    void notHere(String topic, String why) {
        topics.computeIfAbsent(topic, name -> new Tally()).notHere.merge(why, 1, Integer::sum);
    }

    /** Prints the table, and fails on what it does not explain. */
    void report() {
        System.out.printf(
                "%-22s %5s %8s %15s  %s%n", "topic", "agree", "disagree", "not applicable", "worst agreement");
        topics.forEach((topic, tally) -> {
            int notHere =
                    tally.notHere.values().stream().mapToInt(Integer::intValue).sum();
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %5d %8d %15d  %.1e%n",
                    topic,
                    tally.agree.size(),
                    tally.disagree.size(),
                    notHere,
                    tally.worst);
            tally.notHere.forEach((why, count) -> System.out.println("    not applicable (" + count + "): " + why));
        });
        seen.forEach((reason, cases) ->
                System.out.println("    disagree (" + cases.size() + ") " + reason.cases() + ": " + reason.why()));
        assertThat(faults).as("disagreements without a reason").isEmpty();
        seen.forEach((reason, cases) -> assertThat(cases)
                .as("cases that disagree because %s", reason.why())
                .hasSize(reason.count()));
    }

    int agreeing() {
        return topics.values().stream().mapToInt(tally -> tally.agree.size()).sum();
    }
}
