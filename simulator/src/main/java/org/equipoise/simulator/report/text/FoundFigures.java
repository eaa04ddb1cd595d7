package org.equipoise.simulator.report.text;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.equipoise.simulator.analytic.UnderHypotheses;
import org.equipoise.simulator.report.words.Digits;
import org.jspecify.annotations.Nullable;

/**
 * What a plan has found, a row each; beside it the same of the plan with whole numbers, where there is one.
 *
 * @param <P> what a plan is
 */
final class FoundFigures<P> {
    private final P plan;
    private final @Nullable P rounded;
    private final TextTable table = new TextTable("");

    FoundFigures(P plan, @Nullable P rounded) {
        this.plan = plan;
        this.rounded = rounded;
        if (rounded != null) {
            table.row("", "found", "rounded");
        }
    }

    void row(String name, ToDoubleFunction<P> of, int decimals) {
        words(name, each -> Digits.wholeOrFixed(of.applyAsDouble(each), decimals));
    }

    void underEach(String name, Function<P, UnderHypotheses> of, int decimals) {
        words(name + ", H0 / between / H1", each -> {
            UnderHypotheses figure = of.apply(each);
            return Digits.fixed(figure.h0(), decimals) + " / " + Digits.fixed(figure.between(), decimals) + " / "
                    + Digits.fixed(figure.h1(), decimals);
        });
    }

    private void words(String name, Function<P, String> of) {
        if (rounded == null) {
            table.row(name, of.apply(plan));
        } else {
            table.row(name, of.apply(plan), of.apply(rounded));
        }
    }

    TextTable table() {
        return table;
    }
}
