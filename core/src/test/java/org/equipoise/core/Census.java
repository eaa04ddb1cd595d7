package org.equipoise.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts, topic by topic, how many reference cases agree, disagree and do not apply, with the reasons. */
public final class Census {
    private record Tally(int agree, List<String> disagree, List<String> notApplicable) {}

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<String> unexpected = new ArrayList<>();

    /** A case whose method does not exist here. */
    public void notApplicable(String topic, String name, String reason) {
        tally(topic, 0).notApplicable().add(name + ": " + reason);
    }

    /**
     * A case that was compared.
     *
     * @param differences one line for each figure that differs; empty when all agree
     * @param knownReason why it is known to differ; empty when it must agree
     */
    public void compared(String topic, String name, List<String> differences, String knownReason) {
        Tally tally = tally(topic, differences.isEmpty() ? 1 : 0);
        if (!differences.isEmpty()) {
            tally.disagree().add(name + ": " + knownReason + " " + differences);
        }
        if (differences.isEmpty() != knownReason.isEmpty()) {
            unexpected.add(name + (differences.isEmpty() ? " agrees, though it should not" : ": " + differences));
        }
    }

    private Tally tally(String topic, int agreeing) {
        return tallies.merge(
                topic,
                new Tally(agreeing, new ArrayList<>(), new ArrayList<>()),
                (old, more) -> new Tally(old.agree() + more.agree(), old.disagree(), old.notApplicable()));
    }

    public int agreeing() {
        return tallies.values().stream().mapToInt(Tally::agree).sum();
    }

    /** Cases that differ without a known reason, or agree in spite of one. */
    public List<String> unexpected() {
        return unexpected;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        tallies.forEach((topic, tally) -> {
            text.append(String.format(
                    "%-20s %4d agree, %2d disagree, %2d not applicable%n",
                    topic,
                    tally.agree(),
                    tally.disagree().size(),
                    tally.notApplicable().size()));
            tally.disagree()
                    .forEach(line -> text.append("    differs: ").append(line).append(System.lineSeparator()));
            tally.notApplicable()
                    .forEach(line -> text.append("    not here: ").append(line).append(System.lineSeparator()));
        });
        return text.toString();
    }
}
