package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.simulator.reading.SweepAxis;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.VariedNames;
import org.equipoise.simulator.sweep.SweepRow;
import org.equipoise.simulator.sweep.sensitivity.Sensitivity;
import org.equipoise.simulator.sweep.store.SweepColumn;

/**
 * Power over the two things that matter most, averaged over all else that varies in a full grid, and over each of the
 * two alone.
 */
final class AveragedTable {
    private static final int MOST_DOWN = 20;
    private static final int MOST_ACROSS = 8;
    private static final String ALL = "all";

    private final List<SweepAxis> axes;
    private final List<SweepRow> rows;
    private final VariedNames names;
    private final String figure;

    AveragedTable(List<SweepAxis> axes, List<SweepRow> rows, VariedNames names, String figure) {
        this.axes = axes;
        this.rows = rows;
        this.names = names;
        this.figure = figure;
    }

    /** The lines; none where two things vary, and are told without averages, or the table would be too large. */
    List<String> lines(Sensitivity matters) {
        if (!matters.overGrid() || axes.size() < 3) {
            return List.of();
        }
        List<Integer> two = IntStream.range(0, 2)
                .map(k -> axis(matters.shares().get(k).paths()))
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer axis) -> -axes.get(axis).rows()))
                .toList();
        int down = two.get(0);
        int across = two.get(1);
        if (axes.get(down).rows() > MOST_DOWN || axes.get(across).rows() > MOST_ACROSS) {
            return List.of();
        }
        double error = rows.stream()
                .mapToDouble(row -> row.result().figure(SweepColumn.POWER_STANDARD_ERROR))
                .average()
                .orElse(0);
        List<String> lines = new ArrayList<>(PlainText.wrapped(
                Character.toUpperCase(figure.charAt(0)) + figure.substring(1)
                        + ", averaged over all else that varies, s.e. at most " + Digits.plain(error, 2) + ": "
                        + name(down) + " down, " + name(across) + " across",
                "  "));
        lines.addAll(table(down, across, error > 0 ? Digits.decimals(error) : 4).lines());
        return lines;
    }

    private int axis(List<String> paths) {
        return IntStream.range(0, axes.size())
                .filter(a -> axes.get(a).paths().equals(paths))
                .findFirst()
                .orElseThrow();
    }

    private String name(int axis) {
        return names.of(axes.get(axis).paths());
    }

    private TextTable table(int down, int across, int decimals) {
        int width = axes.get(across).rows() + 1;
        int height = axes.get(down).rows() + 1;
        double[][] sums = new double[height][width];
        int[][] counts = new int[height][width];
        String[][] words = new String[height][width + 1];
        for (int row = 0; row < rows.size(); row++) {
            int i = level(row, down);
            int j = level(row, across);
            words[i][0] = words(row, down);
            for (int[] cell : new int[][] {{i, j}, {i, width - 1}, {height - 1, j}, {height - 1, width - 1}}) {
                sums[cell[0]][cell[1]] += rows.get(row).result().figure(SweepColumn.POWER);
                counts[cell[0]][cell[1]]++;
            }
        }
        words[height - 1][0] = ALL;
        String[] head = new String[width + 1];
        head[0] = name(down);
        head[width] = ALL;
        for (int row = 0; row < rows.size(); row++) {
            head[level(row, across) + 1] = words(row, across);
        }
        TextTable table = new TextTable("");
        table.row(head);
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                words[i][j + 1] = Digits.fixed(sums[i][j] / counts[i][j], decimals);
            }
            table.row(words[i]);
        }
        return table;
    }

    /** Which value of an axis a row of the grid has, from 0; the last axis varies fastest. */
    private int level(int row, int axis) {
        int stride = axes.stream().skip(axis + 1L).mapToInt(SweepAxis::rows).reduce(1, (a, b) -> a * b);
        return row / stride % axes.get(axis).rows();
    }

    private String words(int row, int axis) {
        int from =
                axes.stream().limit(axis).mapToInt(each -> each.paths().size()).sum();
        List<String> values = rows.get(row).values();
        return PlainText.atMost(
                16,
                String.join(
                        ", ", values.subList(from, from + axes.get(axis).paths().size())));
    }
}
