package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.report.chart.Mark.Bar;

/** Shares of numbers in bins of equal, round width. */
final class Histogram {
    private Histogram() {}

    /**
     * The bins from the first to the last that is not empty.
     *
     * @param sorted ascending, at least one
     * @param most bins
     */
    static List<Bar> of(double[] sorted, int most) {
        double span = Math.max(sorted[sorted.length - 1] - sorted[0], 1e-3 * Math.max(1, Math.abs(sorted[0])));
        double width = Numbers.roundUp(span / most);
        long first = (long) Math.floor(sorted[0] / width);
        long last = (long) Math.floor(sorted[sorted.length - 1] / width);
        List<Bar> bars = new ArrayList<>();
        int i = 0;
        for (long bin = first; bin <= last; bin++) {
            int from = i;
            while (i < sorted.length && Math.floor(sorted[i] / width) <= bin) {
                i++;
            }
            bars.add(new Bar(bin * width, (bin + 1) * width, 0, (double) (i - from) / sorted.length));
        }
        return bars;
    }
}
