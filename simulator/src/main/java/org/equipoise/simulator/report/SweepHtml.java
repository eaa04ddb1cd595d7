package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.simulator.report.markup.Attribute;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;

/** A report of a sweep as one HTML file, under the headings of {@link ReportHtml}. */
public final class SweepHtml {
    private final SweepPage page;
    private final SweepFigures figures;
    private final SweepTables tables;

    private SweepHtml(SweepPage page, SweepFigures figures) {
        this.page = page;
        this.figures = figures;
        tables = new SweepTables(page);
    }

    /** The whole file. */
    public static String of(SweepPage page, SweepFigures figures) {
        return PageFrame.file(new SweepHtml(page, figures).page());
    }

    private Element page() {
        List<Content> main = new ArrayList<>();
        main.add(Element.of("p", Attribute.of("class", "kicker"), Words.of("Simulation report of a sweep")));
        main.add(Element.of("h1", PlainText.oneLine(page.sweep().name())));
        figures.all().forEach(picture -> main.add(PageElements.figure(picture)));
        main.add(PageFrame.section(
                "All scenarios",
                List.of(tables.scenarios(
                        "Operating characteristics by scenario",
                        IntStream.range(0, page.results().rows().size()).boxed().toList()))));
        return PageFrame.page(page.sweep().name(), main);
    }
}
