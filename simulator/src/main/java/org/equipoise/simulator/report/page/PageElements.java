package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.chart.ChartCell;
import org.equipoise.simulator.report.chart.ChartTable;
import org.equipoise.simulator.report.chart.Picture;
import org.equipoise.simulator.report.chart.Size;
import org.equipoise.simulator.report.chart.Svg;
import org.equipoise.simulator.report.markup.Attribute;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;

/** Figures, tables and numbers of a page. */
final class PageElements {
    /** Between two limits, which stay on one line. */
    static final String TO = PlainText.tied(" to ");

    private PageElements() {}

    static Element paragraph(String text) {
        return Element.of("p", PlainText.oneLine(text));
    }

    /**
     * A table whose first row and first column are headings.
     *
     * @param caption what it tells
     * @param rows of cells, the first one the heading
     */
    static Element table(String caption, List<List<Content>> rows) {
        return table("scroll", caption, rows);
    }

    /** The same with small letters and a line for each row, for tables of many columns and rows. */
    static Element denseTable(String caption, List<List<Content>> rows) {
        return table("scroll dense", caption, rows);
    }

    /** The same whose last column holds sentences, and has most of the room. */
    static Element wordyTable(String caption, List<List<Content>> rows) {
        return table("scroll wordy", caption, rows);
    }

    /** The same of texts, which break anywhere when there is no room: names of files, hashes. */
    static Element textTable(String caption, List<List<Content>> rows) {
        return table("scroll texts", caption, rows);
    }

    private static Element table(String kind, String caption, List<List<Content>> rows) {
        List<Content> parts = new ArrayList<>(List.of(Element.of("caption", caption)));
        List<Content> body = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            List<Content> cells = new ArrayList<>();
            for (int c = 0; c < rows.get(r).size(); c++) {
                Content cell = rows.get(r).get(c);
                boolean heads = (r == 0 || c == 0) && !isBlank(cell);
                Element element = heads
                        ? Element.of("th", Attribute.of("scope", r == 0 ? "col" : "row"), cell)
                        : Element.of("td", cell);
                cells.add(element);
            }
            (r == 0 ? parts : body)
                    .add(r == 0 ? Element.of("thead", Element.of("tr", cells)) : Element.of("tr", cells));
        }
        parts.add(Element.of("tbody", body));
        return Element.of(
                "div",
                Attribute.of("class", kind),
                Attribute.of("role", "region"),
                Attribute.of("aria-label", caption),
                Attribute.of("tabindex", "0"),
                Element.of("table", parts));
    }

    private static boolean isBlank(Content cell) {
        return cell instanceof Words words && words.text().isBlank();
    }

    /** A path in a scenario, which may go on on the next line after each point. */
    static Element path(String path) {
        List<Content> parts = new ArrayList<>();
        for (String part : PlainText.atMost(80, path).split("(?<=\\.)", -1)) {
            parts.add(Words.of(part));
            parts.add(Element.of("wbr"));
        }
        return Element.of("span", parts.subList(0, parts.size() - 1));
    }

    static List<Content> row(String... cells) {
        List<Content> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Words.of(PlainText.oneLine(cell)));
        }
        return row;
    }

    /**
     * A number that a program can read too: in full, and under which key of which JSON it stands.
     *
     * @param run {@code alternative} or {@code null}, of the run under that hypothesis, {@code plan}, or {@code report}
     *     for what only reports have
     */
    static Element number(String run, String key, double value, String shown) {
        return Element.of(
                "data",
                Attribute.of("value", Double.toString(value)),
                Attribute.of("data-run", run),
                Attribute.of("data-json", key),
                Words.of(shown));
    }

    /** The same for what has one document alone. */
    static Element number(String key, double value, String shown) {
        return Element.of(
                "data", Attribute.of("value", Double.toString(value)), Attribute.of("data-json", key), Words.of(shown));
    }

    /** Cells of an estimate: value, standard error, limits. */
    static List<Content> estimate(String run, String key, Estimate estimate) {
        boolean random = Digits.error(estimate) > 0;
        int decimals = random ? Digits.decimals(Digits.error(estimate)) : whole(estimate.value());
        List<Content> cells = new ArrayList<>();
        cells.add(number(run, key + ".estimate", estimate.value(), Digits.fixed(estimate.value(), decimals)));
        if (!random) {
            cells.add(Words.of(""));
            cells.add(Words.of(""));
            return cells;
        }
        cells.add(
                estimate.standardError() > 0
                        ? number(
                                run,
                                key + ".standardError",
                                estimate.standardError(),
                                Digits.fixed(estimate.standardError(), decimals))
                        : Words.of(""));
        cells.add(Element.of(
                "span",
                number(run, key + ".low", estimate.low(), Digits.fixed(estimate.low(), decimals)),
                Words.of(TO),
                number(run, key + ".high", estimate.high(), Digits.fixed(estimate.high(), decimals))));
        return cells;
    }

    /**
     * An estimate and, in brackets, its standard error; for a share of none or all, which has none, its limits. Neither
     * where it is the same in every replicate.
     */
    static Element withError(String run, String key, Estimate estimate) {
        if (!(estimate.standardError() > 0) && Digits.error(estimate) > 0) {
            int decimals = Digits.decimals(Digits.error(estimate));
            return Element.of(
                    "span",
                    number(run, key + ".estimate", estimate.value(), Digits.fixed(estimate.value(), 0)),
                    Words.of(" ("),
                    number(run, key + ".low", estimate.low(), Digits.fixed(estimate.low(), decimals)),
                    Words.of(TO),
                    number(run, key + ".high", estimate.high(), Digits.fixed(estimate.high(), decimals)),
                    Words.of(")"));
        }
        return withErrorIfAny(run, key, estimate);
    }

    /** An estimate and, in brackets, its standard error; none where it is 0. */
    static Element withErrorIfAny(String run, String key, Estimate estimate) {
        if (!(estimate.standardError() > 0)) {
            String shown = Digits.fixed(estimate.value(), whole(estimate.value()));
            return number(run, key + ".estimate", estimate.value(), shown);
        }
        int decimals = Digits.decimals(estimate.standardError());
        return Element.of(
                "span",
                number(run, key + ".estimate", estimate.value(), Digits.fixed(estimate.value(), decimals)),
                Words.of(" ("),
                number(
                        run,
                        key + ".standardError",
                        estimate.standardError(),
                        Digits.fixed(estimate.standardError(), decimals)),
                Words.of(")"));
    }

    static int whole(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-9 ? 0 : 2;
    }

    /** A figure as wide as the text; on a narrow screen its narrow form. */
    static Element figure(Picture chart) {
        return figure(chart, "full", Svg.element(chart, Size.WIDE), Svg.element(chart, Size.NARROW));
    }

    /** Figures side by side where there is room; of an odd number the first one is as wide as the text. */
    static List<Element> figures(List<? extends Picture> charts) {
        List<Element> figures = new ArrayList<>();
        int alone = charts.size() % 2;
        charts.subList(0, alone).forEach(chart -> figures.add(figure(chart)));
        if (charts.size() > alone) {
            List<Content> pairs = new ArrayList<>(List.of(Attribute.of("class", "pairs")));
            charts.subList(alone, charts.size())
                    .forEach(chart -> pairs.add(figure(chart, "half", Svg.element(chart, Size.NARROW))));
            figures.add(Element.of("div", pairs));
        }
        return figures;
    }

    private static Element figure(Picture chart, String kind, Element... pictures) {
        ChartTable numbers = ChartTable.of(chart);
        List<List<Content>> rows = new ArrayList<>(List.of(row(numbers.heading().toArray(String[]::new))));
        numbers.rows()
                .forEach(cells ->
                        rows.add(row(cells.stream().map(ChartCell::text).toArray(String[]::new))));
        List<Content> parts = new ArrayList<>(List.of(
                Attribute.of("class", kind),
                Attribute.of("id", chart.name()),
                Element.of(
                        "figcaption",
                        Element.of("strong", chart.title() + "."),
                        Words.of(" " + chart.description().replace(" %", PlainText.TIE + "%")))));
        parts.addAll(List.of(pictures));
        parts.add(Element.of("details", Element.of("summary", "Numbers behind the chart"), table(chart.title(), rows)));
        return Element.of("figure", parts);
    }
}
