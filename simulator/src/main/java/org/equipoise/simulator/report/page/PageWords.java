package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.report.Agreement;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.markup.Attribute;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.rcode.RCode;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.ScenarioWords;

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

    /** What a reviewer runs to find the analytic figures again without this program. */
    static List<Content> rCode(TrialReport report) {
        RunReport run = report.run();
        String code = RCode.of(report.scenario(), run.bounds(), run.expectations(), run.power());
        return List.of(
                agreement(run),
                PageElements.paragraph("This code repeats what is known without simulation in a package that others"
                        + " maintain. It was written from the documentation of the versions it names and did not run"
                        + " here; the figures of this report stand beside each result."),
                Element.of(
                        "pre",
                        Attribute.of("tabindex", "0"),
                        Attribute.of("aria-label", "R code"),
                        Element.of("code", Words.of(code))));
    }

    /** How far simulation and calculation are apart. */
    private static Element agreement(RunReport run) {
        List<Agreement> gaps = Agreement.of(run);
        if (gaps.isEmpty()) {
            return PageElements.paragraph(
                    "There is no calculated power of this trial to set beside the simulated one.");
        }
        List<Content> parts = new ArrayList<>(List.of(Words.of("The simulated power is ")));
        for (int g = 0; g < gaps.size(); g++) {
            Agreement gap = gaps.get(g);
            parts.add(Words.of(g == 0 ? "" : g == gaps.size() - 1 ? " and " : ", "));
            parts.add(PageElements.number(
                    ReportJson.KEY,
                    "agreement." + g + ".standardErrors",
                    gap.standardErrors(),
                    Digits.fixed(gap.standardErrors(), 1)));
            parts.add(Words.of(" Monte Carlo standard errors " + (gap.below() ? "below" : "above")
                    + " the calculated one"
                    + (run.result().comparisons().size() > 1 ? " for " + ScenarioWords.arm(gap.arm()) : "")));
        }
        parts.add(Words.of("; two different programs, one of patients and one of integrals, found them."));
        return Element.of("p", parts);
    }
}
