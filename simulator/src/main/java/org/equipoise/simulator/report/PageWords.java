package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.markup.Attribute;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.rcode.RCode;

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
                PageElements.paragraph(agreement(run)),
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
    private static String agreement(RunReport run) {
        List<String> gaps = new ArrayList<>();
        for (ComparisonResult comparison : run.result().comparisons()) {
            OptionalDouble analytic = run.power().of(comparison.arm(), AnalyticPower.SHOWN);
            Estimate simulated = comparison.stopping().power();
            if (analytic.isPresent() && simulated.standardError() > 0) {
                double gap = simulated.standardErrorsFrom(analytic.getAsDouble());
                gaps.add(Digits.fixed(Math.abs(gap), 1) + " Monte Carlo standard errors "
                        + (gap < 0 ? "below" : "above") + " the calculated one"
                        + (run.result().comparisons().size() > 1 ? " for " + ScenarioWords.arm(comparison.arm()) : ""));
            }
        }
        return gaps.isEmpty()
                ? "There is no calculated power of this trial to set beside the simulated one."
                : "The simulated power is " + Listing.and(gaps) + "; two different programs, one of patients and one of"
                        + " integrals, found them.";
    }
}
