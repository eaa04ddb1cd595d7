package org.equipoise.benchmarks.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.equipoise.benchmarks.probe.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What several measuring JVMs found for one case.
 *
 * @param name of the case
 * @param readings one from each JVM; at least one
 */
record Finding(String name, List<Reading> readings) {
    Finding {
        readings = List.copyOf(readings);
    }

    /** The same with one more reading. */
    Finding and(Reading reading) {
        List<Reading> all = new ArrayList<>(readings);
        all.add(reading);
        return new Finding(name, all);
    }

    private double[] ratios() {
        double[] ratios = readings.stream().mapToDouble(Reading::ratio).toArray();
        Arrays.sort(ratios);
        return ratios;
    }

    /** The least of the JVMs' ratios: a busy machine only ever makes a ratio worse. */
    double ratio() {
        return ratios()[0];
    }

    /** The least over JVMs: what the code itself asks for. */
    double bytes() {
        return readings.stream().mapToDouble(Reading::bytes).min().orElseThrow();
    }

    /** Whether the ratio is beyond its budget. */
    boolean isSlow(Budgets.@Nullable Limit limit) {
        return limit != null && ratio() > limit.budget();
    }

    /** Whether a replicate allocates more than it may. */
    boolean allocates(double budget) {
        return bytes() > budget;
    }

    /** One line: the ratio with its spread over JVMs, the budget, the bytes. */
    String toLine(Budgets.@Nullable Limit limit) {
        double[] ratios = ratios();
        return String.format(
                Locale.ROOT,
                "%-26s %.4f (%d JVMs: %.4f to %.4f)  %-24s  %.3f bytes a replicate",
                name,
                ratio(),
                ratios.length,
                ratios[0],
                ratios[ratios.length - 1],
                limit == null
                        ? "no budget"
                        : String.format(
                                Locale.ROOT,
                                "budget %.4f (%+.1f %%)",
                                limit.budget(),
                                100 * (ratio() / limit.budget() - 1)),
                bytes());
    }

    /** What is wrong, a sentence each; empty when nothing is. */
    List<String> faults(Budgets.@Nullable Limit limit, double bytesBudget) {
        List<String> faults = new ArrayList<>();
        double[] ratios = ratios();
        if (limit != null && isSlow(limit)) {
            faults.add(String.format(
                    Locale.ROOT,
                    "%s has become slower: a replicate takes %.4f of the reference kernel's time (the least of %d JVMs, which found %.4f to %.4f);"
                            + " it was %.4f, so it grew by %.1f %%. The budget is %.4f.",
                    name,
                    ratio(),
                    ratios.length,
                    ratios[0],
                    ratios[ratios.length - 1],
                    limit.measured(),
                    100 * (ratio() / limit.measured() - 1),
                    limit.budget()));
        }
        if (allocates(bytesBudget)) {
            faults.add(String.format(
                    Locale.ROOT,
                    "%s has begun to allocate: %.1f bytes in each replicate; the budget is %.1f.",
                    name,
                    bytes(),
                    bytesBudget));
        }
        return faults;
    }
}
