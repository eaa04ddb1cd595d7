package org.equipoise.simulator.report.figure.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.equipoise.simulator.reading.SweepAxis;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.sweep.SweepResults;
import org.equipoise.simulator.sweep.SweepRow;
import org.equipoise.simulator.sweep.store.SweepColumn;
import org.equipoise.simulator.sweep.store.Values;

/**
 * What the scenarios of a sweep have come to, by what varies: factors that are crossed, and values that are sampled.
 * Scenarios are numbered from 0 in the order of the grid, whether they are finished or not.
 */
public final class Outcomes {
    /** Columns that move in step through more rows than this are shown one by one, like a sample. */
    private static final int MOST_IN_STEP = 12;

    private final SweepResults results;
    private final Map<Integer, SweepRow> finished = new HashMap<>();
    private final List<Factor> factors = new ArrayList<>();
    private final List<Integer> strides = new ArrayList<>();
    private final List<Factor> sampled = new ArrayList<>();

    private Outcomes(SweepResults results) {
        this.results = results;
    }

    /**
     * Sorts results by what varies.
     *
     * @param names of the paths, fit for a label
     * @param values of the paths by scenario, fit for a label
     */
    public static Outcomes of(SweepResults results, List<String> names, List<List<String>> values) {
        Outcomes outcomes = new Outcomes(results);
        Map<SweepCase, SweepRow> rows = new HashMap<>();
        results.rows().forEach(row -> rows.put(row.of(), row));
        List<SweepCase> cases = results.sweep().cases();
        for (int c = 0; c < cases.size(); c++) {
            SweepRow row = rows.get(cases.get(c));
            if (row != null) {
                outcomes.finished.put(c, row);
            }
        }
        outcomes.sort(names, values);
        return outcomes;
    }

    private void sort(List<String> names, List<List<String>> values) {
        List<Boolean> numeric = Values.areNumbers(results.sweep());
        List<String> units = results.sweep().paths().stream()
                .map(path -> PathUnit.of(path, units()))
                .toList();
        int stride = cases();
        int first = 0;
        for (SweepAxis axis : results.sweep().axes()) {
            stride /= axis.rows();
            int last = first + axis.paths().size();
            if (axis.block().equals("sample") || axis.paths().size() > 1 && axis.rows() > MOST_IN_STEP) {
                for (int p = first; p < last; p++) {
                    sampled.add(factor(p, p + 1, 1, cases(), names, units, values, numeric));
                }
            } else if (axis.rows() > 1) {
                factors.add(factor(first, last, stride, axis.rows(), names, units, values, numeric));
                strides.add(stride);
            }
            first = last;
        }
    }

    private Factor factor(
            int from,
            int to,
            int stride,
            int rows,
            List<String> names,
            List<String> units,
            List<List<String>> values,
            List<Boolean> numeric) {
        List<String> levels = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        boolean single = to == from + 1;
        for (int r = 0; r < rows; r++) {
            levels.add(String.join(", ", values.get(r * stride).subList(from, to)));
            if (single && numeric.get(from)) {
                numbers.add(Double.parseDouble(
                        results.sweep().cases().get(r * stride).values().get(from)));
            }
        }
        return new Factor(
                String.join(", ", names.subList(from, to)),
                single && numeric.get(from) ? units.get(from) : "",
                results.sweep().paths().subList(from, to),
                levels,
                numbers);
    }

    /** What is crossed, the slowest first. */
    public List<Factor> factors() {
        return factors;
    }

    /** What is sampled: a level for each scenario. */
    public List<Factor> sampled() {
        return sampled;
    }

    /** How many scenarios there are, finished or not. */
    public int cases() {
        return results.sweep().cases().size();
    }

    /** Whether all are finished. */
    public boolean isComplete() {
        return results.isComplete();
    }

    /** The scenarios that are finished. */
    public List<Integer> finished() {
        return IntStream.range(0, cases()).filter(finished::containsKey).boxed().toList();
    }

    /** The level that a factor has in a scenario. */
    int level(int scenario, int factor) {
        return scenario / strides.get(factor) % factors.get(factor).levels().size();
    }

    /** A figure of a scenario; NaN where it is not finished or has none. */
    public double figure(int scenario, SweepColumn column) {
        SweepRow row = finished.get(scenario);
        return row == null ? Double.NaN : row.result().figure(column);
    }

    /** What the scenarios differ in, such as {@code 0.62 · 176}. */
    String values(int scenario) {
        List<String> words = new ArrayList<>();
        for (int f = 0; f < factors.size(); f++) {
            words.add(factors.get(f).levels().get(level(scenario, f)));
        }
        sampled.forEach(each -> words.add(each.shortLevel(scenario)));
        return String.join(" · ", words);
    }

    /** {@code months}. */
    String units() {
        return results.sweep().cases().get(0).read().scenario().timeUnit().plural();
    }

    /** Whether all finished scenarios assume the null hypothesis, so that their power is a type I error. */
    public boolean areNull() {
        return finished.values().stream()
                .noneMatch(row -> Double.isNaN(row.result().figure(SweepColumn.TYPE_I_ERROR)));
    }

    /** {@code power} or {@code type I error}. */
    String figureName() {
        return areNull() ? "type I error" : "power";
    }

    /** The same at the beginning of a line. */
    String figureTitle() {
        return areNull() ? "Type I error" : "Power";
    }

    /** The largest Monte Carlo standard error of power. */
    double largestError() {
        return finished.values().stream()
                .mapToDouble(row -> row.result().figure(SweepColumn.POWER_STANDARD_ERROR))
                .max()
                .orElse(0);
    }
}
