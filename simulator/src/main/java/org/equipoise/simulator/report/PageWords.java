package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;

/** Paragraphs that a protocol and a report can take over, with the numbers of the results. */
final class PageWords {
    private PageWords() {}

    static List<Content> of(TrialReport report) {
        List<Content> parts = new ArrayList<>();
        parts.add(Element.of("h3", "Sample size"));
        parts.addAll(new SampleSizeWords(report).paragraphs());
        parts.add(Element.of("h3", "Statistical methods"));
        parts.addAll(new AnalysisWords(report).paragraphs());
        return parts;
    }
}
