package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.json.CheckValue;
import org.equipoise.simulator.report.markup.Attribute;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.words.Digits;

/** What is needed to repeat a report. */
final class PageRecord {
    /** Longest scenario text that is shown in full, in characters. */
    private static final int MOST = 100_000;

    private PageRecord() {}

    static List<Content> of(TrialReport report) {
        SimulationResult result = report.run().result();
        List<List<Content>> rows = new ArrayList<>(List.of(PageElements.row("Record", "Of this report")));
        rows.add(PageElements.row("Scenario, SHA-256", report.run().scenarioHash()));
        rows.add(PageElements.row("Program", "Equipoise " + report.run().version()));
        rows.add(PageElements.row("Machine", report.machine()));
        rows.add(PageElements.row("Date", report.date()));
        rows.add(PageElements.row(
                "Random numbers",
                "SplitMix64, keyed by seed, replicate and purpose; seed "
                        + result.scenario().simulation().seed() + " for both hypotheses"));
        rows.add(PageElements.row(
                "Replicates",
                Digits.grouped(result.replicates()) + " under the alternative, "
                        + Digits.grouped(report.nullRun().result().replicates()) + " under the null hypothesis"
                        + chosen(report)));
        rows.add(PageElements.row(
                "Seconds",
                Digits.fixed(report.run().elapsedSeconds(), 2) + " under the alternative, "
                        + Digits.fixed(report.nullRun().elapsedSeconds(), 2) + " under the null hypothesis"));
        rows.add(PageElements.row("Check value, alternative", CheckValue.of(report.run())));
        rows.add(PageElements.row("Check value, null hypothesis", CheckValue.of(report.nullRun())));
        if (!report.reproduced().isEmpty()) {
            rows.add(PageElements.row("Stored run", report.reproduced()));
        }
        if (!report.overrides().isEmpty()) {
            rows.add(PageElements.row("Values replaced", String.join(" · ", report.overrides())));
        }
        List<Content> parts = new ArrayList<>();
        parts.add(PageElements.textTable("Record", rows));
        parts.add(PageElements.paragraph("The check values name every simulated figure to the last bit: another machine"
                + " with this version, this scenario and these values replaced must find the same, on any number of"
                + " threads. A replicate cannot fail; one that never reaches its last look counts as one that does not"
                + " reject, and not in the duration. Further simulations behind charts have the same seed."));
        parts.add(Element.of("h3", "Scenario file"));
        String text = report.source().length() > MOST
                ? report.source().substring(0, MOST) + "\n[cut here: the file is longer]"
                : report.source();
        parts.add(Element.of(
                "pre",
                Attribute.of("tabindex", "0"),
                Attribute.of("aria-label", "Scenario file"),
                Element.of("code", Words.of(text))));
        return parts;
    }

    private static String chosen(TrialReport report) {
        Double target = report.scenario().simulation().targetStandardError();
        return target == null
                ? report.overrides().stream().anyMatch(value -> value.startsWith("simulation.replicates="))
                        ? ", in place of what the scenario says"
                        : ", as the scenario says"
                : ", until the standard error of power was at most " + Digits.plain(target);
    }
}
