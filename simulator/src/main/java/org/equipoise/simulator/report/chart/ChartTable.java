package org.equipoise.simulator.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.TreeSet;

/**
 * What a chart shows, as numbers: a column for the axis across and one for each labelled mark.
 *
 * @param heading one cell for each column
 * @param rows cells, empty where a mark has no value
 */
public record ChartTable(List<String> heading, List<List<ChartCell>> rows) {
    /** Most rows that points and bars may ask for; lines are read at ticks. */
    private static final int MOST_POINTS = 60;

    /** Copies the lists. */
    public ChartTable {
        heading = List.copyOf(heading);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * The table of a picture: lines and bands at the ticks, points and bars where they are, rows by their names, a heat
     * map as it stands; of small multiples all panels.
     */
    public static ChartTable of(Picture picture) {
        if (picture instanceof Facets facets) {
            return ofPanels(facets);
        }
        Chart chart = (Chart) picture;
        for (Mark mark : chart.marks()) {
            if (mark instanceof Mark.Cells cells) {
                return ofCells(chart, cells);
            }
        }
        return chart.marks().stream().anyMatch(Mark.Spans.class::isInstance) ? ofRows(chart) : ofPlaces(chart);
    }

    private static ChartTable ofPanels(Facets facets) {
        List<String> heading = new ArrayList<>(List.of(facets.heading()));
        List<List<ChartCell>> rows = new ArrayList<>();
        for (Chart panel : facets.panels()) {
            ChartTable table = of(panel);
            if (rows.isEmpty()) {
                heading.addAll(table.heading);
            }
            for (List<ChartCell> cells : table.rows) {
                List<ChartCell> row = new ArrayList<>(List.of(ChartCell.words(panel.title())));
                row.addAll(cells);
                rows.add(row);
            }
        }
        return new ChartTable(heading, rows);
    }

    /** Rows from the top. */
    private static ChartTable ofCells(Chart chart, Mark.Cells cells) {
        List<String> columns = chart.x().categories();
        List<String> names = chart.y().categories();
        List<String> heading = new ArrayList<>(List.of(chart.y().label()));
        columns.forEach(name -> heading.add(chart.x().label() + " " + name));
        ChartCell[][] shown = new ChartCell[names.size()][columns.size()];
        for (ChartCell[] row : shown) {
            Arrays.fill(row, ChartCell.NONE);
        }
        for (Mark.Cell cell : cells.cells()) {
            shown[cell.y()][cell.x()] = ChartCell.number(cell.value());
        }
        List<List<ChartCell>> rows = new ArrayList<>();
        for (int y = names.size() - 1; y >= 0; y--) {
            List<ChartCell> row = new ArrayList<>(List.of(ChartCell.words(names.get(y))));
            row.addAll(List.of(shown[y]));
            rows.add(row);
        }
        return new ChartTable(heading, rows);
    }

    /** Rows from the top, a column for each mark that has points or bars in them. */
    private static ChartTable ofRows(Chart chart) {
        List<Mark> marks = chart.marks().stream()
                .filter(mark -> mark instanceof Mark.Spans || mark instanceof Mark.Bars)
                .toList();
        List<String> heading = new ArrayList<>(List.of(chart.y().label()));
        marks.forEach(mark -> heading.add(mark.label().isEmpty() ? chart.x().label() : mark.label()));
        List<List<ChartCell>> rows = new ArrayList<>();
        for (int y = chart.y().categories().size() - 1; y >= 0; y--) {
            List<ChartCell> row = new ArrayList<>(
                    List.of(ChartCell.words(chart.y().categories().get(y))));
            for (Mark mark : marks) {
                row.add(mark instanceof Mark.Spans spans ? cell(spans, y) : cell((Mark.Bars) mark, y));
            }
            rows.add(row);
        }
        return new ChartTable(heading, rows);
    }

    private static ChartCell cell(Mark.Spans mark, int row) {
        List<Mark.Span> here = mark.spans().stream()
                .filter(span -> Math.round(span.y()) == row)
                .toList();
        if (here.size() < 2) {
            return here.isEmpty()
                    ? ChartCell.NONE
                    : ChartCell.estimate(
                            here.get(0).x(), here.get(0).low(), here.get(0).high());
        }
        DoubleSummaryStatistics all = here.stream().mapToDouble(Mark.Span::x).summaryStatistics();
        return ChartCell.number(here.size()).then(": ", ChartCell.limits(all.getMin(), all.getMax()));
    }

    private static ChartCell cell(Mark.Bars mark, int row) {
        return mark.bars().stream()
                .filter(bar -> bar.low() < row && row < bar.high())
                .map(bar -> ChartCell.limits(bar.from(), bar.to()))
                .findFirst()
                .orElse(ChartCell.NONE);
    }

    private static ChartTable ofPlaces(Chart chart) {
        List<Mark> marks = chart.marks().stream()
                .filter(mark -> !mark.label().isEmpty() && isTold(mark))
                .toList();
        List<String> heading = new ArrayList<>(List.of(chart.x().label()));
        marks.forEach(mark -> heading.add(mark.label()));
        chart.counts().forEach(counts -> heading.add(counts.label()));
        List<List<ChartCell>> rows = new ArrayList<>();
        for (double x : places(chart, marks)) {
            List<ChartCell> row = new ArrayList<>(List.of(place(chart.x(), x)));
            marks.forEach(mark -> row.add(cell(mark, x)));
            chart.counts().forEach(counts -> row.add(ChartCell.number(counts.at(x))));
            rows.add(row);
        }
        return new ChartTable(heading, rows);
    }

    private static ChartCell place(Axis axis, double x) {
        return axis.categories().isEmpty()
                ? ChartCell.number(x)
                : ChartCell.words(axis.categories().get((int) x));
    }

    private static boolean isTold(Mark mark) {
        return !(mark instanceof Mark.Rule rule && rule.upright())
                && !(mark instanceof Mark.Dots dots && dots.shape() == Mark.Dots.Shape.TICK);
    }

    private static TreeSet<Double> places(Chart chart, List<Mark> marks) {
        TreeSet<Double> places = new TreeSet<>();
        if (marks.stream().anyMatch(ChartTable::isReadAnywhere)) {
            places.addAll(
                    Ticks.of(chart.x(), Size.WIDE.width(), Size.FONT, true).values());
        }
        for (Mark mark : chart.marks()) {
            if (mark instanceof Mark.Rule rule && rule.upright()) {
                places.add(rule.at());
            } else if (mark instanceof Mark.Dots dots
                    && isTold(mark)
                    && dots.dots().size() <= MOST_POINTS) {
                dots.dots().forEach(dot -> places.add(dot.x()));
            } else if (mark instanceof Mark.Bars bars && bars.bars().size() <= MOST_POINTS) {
                bars.bars().forEach(bar -> places.add(bar.from()));
            }
        }
        return places;
    }

    private static boolean isReadAnywhere(Mark mark) {
        return mark instanceof Mark.Line || mark instanceof Mark.Band || mark instanceof Mark.Rule;
    }

    private static ChartCell cell(Mark mark, double x) {
        if (mark instanceof Mark.Line line) {
            return ChartCell.number(line.step() ? Lookup.step(line.points(), x) : Lookup.line(line.points(), x));
        }
        if (mark instanceof Mark.Band band) {
            return ChartCell.limits(edge(band, x, false), edge(band, x, true));
        }
        if (mark instanceof Mark.Dots dots) {
            return dots.dots().stream()
                    .filter(dot -> dot.x() == x)
                    .map(dot -> ChartCell.estimate(dot.y(), dot.low(), dot.high()))
                    .findFirst()
                    .orElse(ChartCell.NONE);
        }
        if (mark instanceof Mark.Bars bars) {
            return bars.bars().stream()
                    .filter(bar -> bar.from() == x)
                    .map(bar -> ChartCell.words("to ")
                            .then("", ChartCell.number(bar.to()))
                            .then(": ", ChartCell.number(bar.high())))
                    .findFirst()
                    .orElse(ChartCell.NONE);
        }
        return mark instanceof Mark.Rule rule ? ChartCell.number(rule.at()) : ChartCell.NONE;
    }

    private static double edge(Mark.Band band, double x, boolean high) {
        List<Point> edge = band.edges().stream()
                .map(e -> new Point(e.x(), high ? e.high() : e.low()))
                .toList();
        return band.step() ? Lookup.step(edge, x) : Lookup.line(edge, x);
    }
}
