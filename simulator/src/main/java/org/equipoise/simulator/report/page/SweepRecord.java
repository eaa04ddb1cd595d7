package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.equipoise.simulator.reading.ScenarioText;
import org.equipoise.simulator.report.json.CheckValue;
import org.equipoise.simulator.report.markup.Attribute;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.sweep.SweepRow;
import org.equipoise.simulator.sweep.store.ScenarioRow;
import org.equipoise.simulator.sweep.store.StoreHistory;

/** What is needed to repeat a sweep, and to know its results again. */
final class SweepRecord {
    private static final int MOST_SEEDS = 8;

    private SweepRecord() {}

    static List<Content> of(SweepPage page) {
        List<SweepRow> finished = page.results().rows();
        List<List<Content>> rows = new ArrayList<>(List.of(PageElements.row("", "Of this report")));
        rows.add(PageElements.row("Sweep, SHA-256", page.sweep().hash()));
        rows.add(PageElements.row("Read from", readFrom(page)));
        rows.add(PageElements.row("Simulated by", "Equipoise " + distinct(finished, ScenarioRow::version)));
        StoreHistory history = page.history();
        if (history != null) {
            rows.add(PageElements.row("Store made by", "Equipoise " + history.version() + ", Java " + history.java()));
            rows.add(PageElements.row(
                    "Simulated",
                    "from " + history.started() + " UTC"
                            + (history.finished() == null ? "; not finished" : " to " + history.finished() + " UTC")));
            rows.add(PageElements.row("Random numbers", history.generator()));
        }
        rows.add(PageElements.row("Seeds", seeds(finished)));
        rows.add(PageElements.row("Replicates of a scenario", replicates(finished)));
        rows.add(PageElements.row(
                "Replicates in all",
                Digits.grouped(finished.stream()
                        .mapToLong(row -> row.result().replicates())
                        .sum())));
        rows.add(PageElements.row("Check value", checkValue(finished)));
        rows.add(PageElements.row("Report written by", "Equipoise " + page.version() + ", " + page.machine()));
        rows.add(PageElements.row("Date", page.date()));
        List<Content> parts = new ArrayList<>();
        parts.add(PageElements.textTable("Record", rows));
        parts.add(PageElements.paragraph(
                "Figures were read from the store, whose checksums were found intact; for this report"
                        + " nothing was simulated. The check value names every figure of every finished scenario to the last bit:"
                        + " another machine with the version that simulated must find the same, on any number of threads. A"
                        + " replicate cannot fail; one that never reaches its last look counts as one that does not reject, and not"
                        + " in the duration. Each scenario can be simulated alone, with its values and its seed, and shows the same"
                        + " figures; its data and what it is compared with: equipoise compare DIR#NUMBER."));
        parts.add(Element.of("h3", "First scenario, as it was simulated"));
        parts.add(Element.of(
                "pre",
                Attribute.of("tabindex", "0"),
                Attribute.of("aria-label", "First scenario"),
                Element.of("code", Words.of(ScenarioText.of(page.scenario())))));
        return parts;
    }

    private static String readFrom(SweepPage page) {
        return page.directory()
                + (page.file().isEmpty()
                        ? ", with the expectations that scenarios had when they were first simulated"
                        : ", with the sweep and its expectations from " + page.file());
    }

    private static String distinct(List<SweepRow> rows, Function<ScenarioRow, Object> of) {
        return rows.stream()
                .map(row -> String.valueOf(of.apply(row.result())))
                .distinct()
                .limit(MOST_SEEDS)
                .collect(Collectors.joining(", "));
    }

    private static String seeds(List<SweepRow> rows) {
        long seeds = rows.stream().map(row -> row.result().seed()).distinct().count();
        return seeds == 1
                ? rows.get(0).result().seed() + " for all scenarios, which therefore share their luck"
                : seeds + " different ones, among them " + distinct(rows, ScenarioRow::seed);
    }

    private static String replicates(List<SweepRow> rows) {
        long least =
                rows.stream().mapToLong(row -> row.result().replicates()).min().orElse(0);
        long most =
                rows.stream().mapToLong(row -> row.result().replicates()).max().orElse(0);
        return Digits.grouped(least) + (least == most ? "" : " to " + Digits.grouped(most));
    }

    static String checkValue(List<SweepRow> rows) {
        StringBuilder text = new StringBuilder();
        for (SweepRow row : rows) {
            text.append(row.result().hash()).append(' ').append(row.result().replicates());
            row.result().figures().forEach(figure -> text.append(' ').append(Double.toHexString(figure)));
            text.append('\n');
        }
        return CheckValue.of(text.toString());
    }
}
