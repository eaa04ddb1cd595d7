package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.words.Digits;

/** A paragraph in the making: sentences whose simulated and analytic numbers name their keys in the run's JSON. */
final class Prose {
    static final String ALTERNATIVE = "alternative";
    static final String NULL = "null";

    private final List<Content> parts = new ArrayList<>();
    private boolean explained;

    /** Adds words as they stand; names from a scenario have been made fit for a line. */
    Prose add(String words) {
        parts.add(Words.of(words));
        return this;
    }

    /** Adds a number that has no Monte Carlo error. */
    Prose number(String key, double value, int decimals) {
        return number(ALTERNATIVE, key, value, Digits.fixed(value, decimals));
    }

    private Prose number(String run, String key, double value, String shown) {
        parts.add(PageElements.number(run, key, value, shown));
        return this;
    }

    /**
     * Adds a simulated figure with its Monte Carlo standard error, or for a share of none or all, which has none, its
     * limits.
     */
    Prose estimate(String run, String key, Estimate estimate) {
        return value(run, key, estimate).error(run, key, estimate);
    }

    private Prose value(String run, String key, Estimate estimate) {
        double error = Digits.error(estimate);
        int decimals = error > 0 ? Digits.decimals(error) : PageElements.whole(estimate.value());
        return number(run, key + ".estimate", estimate.value(), Digits.fixed(estimate.value(), decimals));
    }

    private Prose error(String run, String key, Estimate estimate) {
        double error = estimate.standardError();
        if (!(error > 0)) {
            return limits(run, key, estimate);
        }
        add(explained ? " (s.e. " : " (Monte Carlo standard error, s.e., ");
        explained = true;
        return number(run, key + ".standardError", error, Digits.fixed(error, Digits.decimals(error)))
                .add(")");
    }

    /** Limits of a share of none or all; nothing of what is the same in every replicate. */
    private Prose limits(String run, String key, Estimate estimate) {
        double error = Digits.error(estimate);
        if (!(error > 0)) {
            return this;
        }
        int decimals = Digits.decimals(error);
        return add(" (95 % limits ")
                .number(run, key + ".low", estimate.low(), Digits.fixed(estimate.low(), decimals))
                .add(" to ")
                .number(run, key + ".high", estimate.high(), Digits.fixed(estimate.high(), decimals))
                .add(")");
    }

    Element paragraph() {
        return Element.of("p", parts);
    }
}
