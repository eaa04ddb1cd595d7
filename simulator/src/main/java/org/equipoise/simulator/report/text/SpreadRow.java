package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.Quantile;
import org.equipoise.simulator.engine.Spread;
import org.equipoise.simulator.report.words.Digits;

/** A row of a table of distributions: name, mean, standard deviation, 5 %, 50 % and 95 % quantiles. */
final class SpreadRow {
    private static final List<Double> SHOWN = List.of(0.05, 0.5, 0.95);

    private SpreadRow() {}

    static String[] of(String name, Spread spread) {
        int decimals = Digits.decimals(spread.mean().standardError());
        List<String> cells = new ArrayList<>();
        cells.add(name);
        cells.add(Digits.fixed(spread.mean().value(), decimals));
        cells.add(Digits.fixed(spread.sd(), decimals));
        addQuantiles(cells, spread.quantiles());
        return cells.toArray(String[]::new);
    }

    static String[] of(String name, List<Quantile> quantiles) {
        List<String> cells = new ArrayList<>(List.of(name, "", ""));
        addQuantiles(cells, quantiles);
        return cells.toArray(String[]::new);
    }

    private static void addQuantiles(List<String> cells, List<Quantile> quantiles) {
        for (Quantile quantile : quantiles) {
            if (SHOWN.contains(quantile.probability())) {
                cells.add(Digits.fixed(
                        quantile.value(),
                        quantile.standardError() > 0 ? Digits.decimals(quantile.standardError()) : 2));
            }
        }
    }
}
