package org.equipoise.simulator.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.simulator.engine.SimulationState;
import org.equipoise.simulator.expect.CheckedExpectation;
import org.equipoise.simulator.expect.Verdict;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepAxis;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.sweep.difference.Difference;
import org.equipoise.simulator.sweep.difference.SharedLuck;
import org.equipoise.simulator.sweep.difference.TracedResult;
import org.equipoise.simulator.sweep.sensitivity.GroupedShares;
import org.equipoise.simulator.sweep.sensitivity.Sensitivity;
import org.equipoise.simulator.sweep.store.CaseCheck;
import org.equipoise.simulator.sweep.store.ResultSource;
import org.equipoise.simulator.sweep.store.SweepColumn;
import org.equipoise.simulator.sweep.store.Values;
import org.jspecify.annotations.Nullable;

/**
 * What the finished scenarios of a sweep show together.
 *
 * @param highest index of the row with the highest power
 * @param lessHighest by row: power less that of the highest, most of the luck they share taken out
 * @param noise differences of fewer standard errors are within noise: 5 % over all pairs of rows (Bonferroni)
 * @param sensitivity what matters most; null when power does not vary beyond noise, or rows are missing
 * @param expected by row: what its scenario expects, checked
 */
public record SweepFindings(
        int highest,
        List<Difference> lessHighest,
        double noise,
        @Nullable Sensitivity sensitivity,
        List<List<CheckedExpectation>> expected) {
    private static final double ERROR = 0.05;

    /** Copies the lists. */
    public SweepFindings {
        lessHighest = List.copyOf(lessHighest);
        expected = List.copyOf(expected);
    }

    /**
     * Looks at results.
     *
     * @param source where they are
     */
    public static SweepFindings of(SweepResults results, ResultSource source) {
        List<SweepRow> rows = results.rows();
        int highest = IntStream.range(0, rows.size())
                .boxed()
                .max((i, j) -> Double.compare(power(rows.get(i)), power(rows.get(j))))
                .orElse(0);
        List<Difference> differences = new ArrayList<>();
        List<List<CheckedExpectation>> expected = new ArrayList<>();
        GroupedShares groups = sharesLuck(rows)
                ? new GroupedShares(rows.size(), rows.get(0).result().replicates())
                : null;
        TracedResult best =
                rows.isEmpty() ? null : traced(rows.get(highest).of().read(), source);
        for (int r = 0; r < rows.size(); r++) {
            SweepCase each = rows.get(r).of();
            TracedResult told = traced(each.read(), source);
            differences.add(
                    SharedLuck.between(told, Objects.requireNonNull(best)).power());
            expected.add(checked(each, told, source));
            if (groups != null) {
                groups.set(r, told.trace());
            }
        }
        return new SweepFindings(
                highest,
                differences,
                noise(rows.size()),
                results.isComplete() ? sensitivity(results, groups) : null,
                expected);
    }

    /** How many scenarios expect something. */
    public long expecting() {
        return expected.stream().filter(each -> !each.isEmpty()).count();
    }

    /** How many of them have all that they expect. */
    public long met() {
        return expected.stream()
                .filter(each -> !each.isEmpty() && Verdict.of(each) == Verdict.MET)
                .count();
    }

    /** The highest is the highest partly by luck, so all pairs count among which it might have been chosen. */
    private static double noise(long rows) {
        return StandardNormal.upperQuantile(ERROR / Math.max(2, rows * (rows - 1)));
    }

    private static double power(SweepRow row) {
        return row.result().figure(SweepColumn.POWER);
    }

    private static boolean sharesLuck(List<SweepRow> rows) {
        return !rows.isEmpty()
                && rows.stream()
                        .allMatch(row ->
                                row.result().seed() == rows.get(0).result().seed()
                                        && row.result().replicates()
                                                == rows.get(0).result().replicates());
    }

    private static TracedResult traced(ReadScenario read, ResultSource source) {
        byte[] state = Objects.requireNonNull(source.state(read.hash()), "the state of a finished scenario");
        return TracedResult.of(SimulationState.of(read.scenario(), read.bounds(), state));
    }

    private static List<CheckedExpectation> checked(SweepCase each, TracedResult told, ResultSource source) {
        return CaseCheck.of(each)
                .check(read -> read.equals(each.read())
                        ? told.result()
                        : source.state(read.hash()) == null
                                ? null
                                : traced(read, source).result());
    }

    private static @Nullable Sensitivity sensitivity(SweepResults results, @Nullable GroupedShares groups) {
        ReadSweep sweep = results.sweep();
        List<SweepRow> rows = results.rows();
        double[] power = rows.stream().mapToDouble(SweepFindings::power).toArray();
        double variance = rows.stream()
                .mapToDouble(row -> row.result().figure(SweepColumn.POWER_STANDARD_ERROR))
                .map(error -> error * error)
                .average()
                .orElse(0);
        List<SweepAxis> axes = sweep.axes();
        if (axes.size() > 1 && axes.stream().noneMatch(axis -> axis.block().equals("sample"))) {
            return Sensitivity.ofGrid(axes, power, variance, groups);
        }
        List<Boolean> numbers = Values.areNumbers(sweep);
        List<String> paths = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int p = 0; p < numbers.size(); p++) {
            if (numbers.get(p)) {
                int path = p;
                paths.add(sweep.paths().get(p));
                values.add(rows.stream()
                        .mapToDouble(row -> Double.parseDouble(row.values().get(path)))
                        .toArray());
            }
        }
        return paths.size() < 2 ? null : Sensitivity.ofSample(paths, values, power, variance);
    }
}
