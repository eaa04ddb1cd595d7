package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.engine.Decision;

/**
 * A replicate that stands for many.
 *
 * @param kind what it is an example of
 * @param replicate its number
 * @param look (from 0) at which its first comparison is decided
 */
public record ExampleTrial(Kind kind, long replicate, int look) {
    /** What there are examples of. */
    public enum Kind {
        /** Rejects at the last look, with a Z in the middle of those that do. */
        WIN_AT_LAST_LOOK("A win at the last look"),
        /** Rejects before. */
        EARLY_WIN("An early win"),
        /** Stops for futility. */
        FUTILITY_STOP("A stop for futility"),
        /** Does not reject at the last look, with the Z closest to the bound. */
        NEAR_MISS("A near miss"),
        /** Does not reject at the last look, with a Z in the middle of those that do not. */
        LOSS("A loss");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The kind in words. */
        public String words() {
            return words;
        }
    }

    /** One of each kind that occurs. */
    public static List<ExampleTrial> of(ReplicateColumns trace, BoundPlan bounds) {
        int last = trace.looks() - 1;
        List<ExampleTrial> examples = new ArrayList<>();
        add(examples, Kind.WIN_AT_LAST_LOOK, last, middle(trace, last, Decision.REJECT));
        for (int k = 0; k < last; k++) {
            if (examples.stream().noneMatch(e -> e.kind() == Kind.EARLY_WIN)) {
                // Of the first look at which one trial in a hundred wins, so that it is no curiosity.
                int look = k;
                long wins = found(trace, i -> trace.decisionOf(i, look) == Decision.REJECT)
                        .count();
                if (100 * wins >= trace.size() || k == last - 1) {
                    add(examples, Kind.EARLY_WIN, k, middle(trace, k, Decision.REJECT));
                }
            }
        }
        for (int k = 0; k < last && examples.stream().noneMatch(e -> e.kind() == Kind.FUTILITY_STOP); k++) {
            add(examples, Kind.FUTILITY_STOP, k, middle(trace, k, Decision.FUTILE));
        }
        double bound = bounds.comparison(0).efficacy(last);
        OptionalInt miss = least(
                trace,
                i -> trace.decisionOf(i, last) == Decision.NOT_REJECTED && trace.zOf(i, last) < bound,
                i -> bound - trace.zOf(i, last));
        add(examples, Kind.NEAR_MISS, last, miss);
        add(examples, Kind.LOSS, last, middle(trace, last, Decision.NOT_REJECTED));
        return examples;
    }

    private static void add(List<ExampleTrial> examples, Kind kind, int look, OptionalInt replicate) {
        boolean told = replicate.isPresent() && examples.stream().anyMatch(e -> e.replicate() == replicate.getAsInt());
        if (replicate.isPresent() && !told) {
            examples.add(new ExampleTrial(kind, replicate.getAsInt(), look));
        }
    }

    private static IntStream found(ReplicateColumns trace, IntPredicate which) {
        return IntStream.range(0, trace.size()).filter(which);
    }

    /** The one whose Z is the median of those that are decided like that at a look. */
    private static OptionalInt middle(ReplicateColumns trace, int look, Decision decision) {
        double[] z = found(trace, i -> trace.decisionOf(i, look) == decision)
                .mapToDouble(i -> trace.zOf(i, look))
                .sorted()
                .toArray();
        if (z.length == 0) {
            return OptionalInt.empty();
        }
        double median = z[z.length / 2];
        return least(trace, i -> trace.decisionOf(i, look) == decision, i -> Math.abs(trace.zOf(i, look) - median));
    }

    /** The first of those with the least value. */
    private static OptionalInt least(ReplicateColumns trace, IntPredicate which, IntToDoubleFunction value) {
        return found(trace, which)
                .boxed()
                .min(Comparator.comparingDouble(value::applyAsDouble))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
