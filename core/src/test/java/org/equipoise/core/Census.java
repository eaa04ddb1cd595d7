package org.equipoise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cases that other programs computed, topic by topic: how many agree with ours, differ, or are not here, and why. */
public final class Census {
    private enum Verdict {
        AGREES,
        DIFFERS,
        NOT_HERE
    }

    private record Case(String test, String topic, String id, Verdict verdict, String why, Differences differences) {}

    /** Below this, figures agree to rounding. */
    private static final double ROUNDING = 1e-10;

    private final String test;
    private final List<Case> cases = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();

    /** A census of one test. */
    public Census(Class<?> test) {
        this.test = test.getSimpleName();
    }

    /** Counts a case whose method does not exist here. */
    public void notHere(String topic, String id, String why) {
        cases.add(new Case(test, topic, id, Verdict.NOT_HERE, why, new Differences()));
    }

    /**
     * Counts a case that was compared.
     *
     * @param why why it is known to differ; empty when it must agree
     */
    public void compared(String topic, String id, Differences differences, String why) {
        boolean agrees = differences.differing().isEmpty();
        cases.add(new Case(test, topic, id, agrees ? Verdict.AGREES : Verdict.DIFFERS, why, differences));
        if (agrees != why.isEmpty()) {
            unexpected.add(id + (agrees ? " agrees, though it should not" : ": " + differences.differing()));
        }
    }

    /** Counts the cases of another census too. */
    public void add(Census other) {
        cases.addAll(other.cases);
        unexpected.addAll(other.unexpected);
    }

    /** Prints the counts, and fails on cases that differ without a known reason, or agree in spite of one. */
    public void printAndRequireReasons() {
        System.out.println(this);
        assertThat(unexpected).as("cases without a reason").isEmpty();
    }

    /** Ids of all cases of a topic, or of several by a regular expression. */
    public List<String> ids(String topics) {
        return of(topics).map(Case::id).toList();
    }

    /** A row of a Markdown table: what, agree, to within, differ, not here, why, tests. */
    public String row(String what, String topics) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        of(topics)
                .filter(each -> each.verdict() != Verdict.AGREES)
                .forEach(each -> reasons.merge(
                        (each.verdict() == Verdict.NOT_HERE ? "not here: " : "differ: ") + each.why(),
                        1,
                        Integer::sum));
        String why = reasons.entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining("; "));
        String tests = of(topics)
                .filter(each -> each.verdict() != Verdict.NOT_HERE)
                .map(each -> "`" + each.test() + "`")
                .distinct()
                .collect(Collectors.joining(", "));
        return "| %s | %d | %s | %d | %d | %s | %s |"
                .formatted(
                        what,
                        count(topics, Verdict.AGREES),
                        agreement(topics),
                        count(topics, Verdict.DIFFERS),
                        count(topics, Verdict.NOT_HERE),
                        why,
                        tests);
    }

    /** A row with the counts of all. */
    public String total() {
        String all = ".*";
        return "| all | %d | | %d | %d | | |"
                .formatted(count(all, Verdict.AGREES), count(all, Verdict.DIFFERS), count(all, Verdict.NOT_HERE));
    }

    private Stream<Case> of(String topics) {
        return cases.stream().filter(each -> each.topic().matches(topics));
    }

    private long count(String topics, Verdict verdict) {
        return of(topics).filter(each -> each.verdict() == verdict).count();
    }

    /** How far apart figures of cases that agree are at most, rounded up to one digit. */
    private String agreement(String topics) {
        if (count(topics, Verdict.AGREES) == 0) {
            return "";
        }
        double furthest = of(topics)
                .filter(each -> each.verdict() == Verdict.AGREES)
                .mapToDouble(each -> each.differences().furthest())
                .max()
                .orElseThrow();
        return "%.0e"
                .formatted(BigDecimal.valueOf(Math.max(ROUNDING, furthest)).round(new MathContext(1, RoundingMode.UP)));
    }

    /** The counts of each topic, and below it each case that does not agree, with the figures. */
    @Override
    public String toString() {
        Map<String, List<Case>> byTopic =
                cases.stream().collect(Collectors.groupingBy(Case::topic, TreeMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        byTopic.keySet().forEach(topic -> {
            text.append("%-20s %4d agree, %2d differ, %2d not here  %s%n"
                    .formatted(
                            topic,
                            count(topic, Verdict.AGREES),
                            count(topic, Verdict.DIFFERS),
                            count(topic, Verdict.NOT_HERE),
                            agreement(topic)));
            of(topic)
                    .filter(each -> each.verdict() != Verdict.AGREES)
                    .forEach(each -> text.append("    %s: %s %s%n"
                            .formatted(
                                    each.id(),
                                    each.why(),
                                    each.differences().differing().isEmpty()
                                            ? ""
                                            : each.differences().differing())));
        });
        return text.toString();
    }
}
