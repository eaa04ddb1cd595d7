package org.equipoise.simulator.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.report.SweepReport;
import org.equipoise.simulator.report.page.SweepFigures;
import org.equipoise.simulator.report.page.SweepHtml;
import org.equipoise.simulator.report.page.SweepPage;
import org.equipoise.simulator.report.page.SweepReportJson;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.sweep.SweepFindings;
import org.equipoise.simulator.sweep.SweepResults;
import org.equipoise.simulator.sweep.store.StoredResults;
import org.jspecify.annotations.Nullable;

/** A sweep whose results are kept in a directory. Nothing is simulated. */
final class ReportedSweep implements Reported {
    private final Console console;
    private final Path directory;
    private final @Nullable Path file;
    private final @Nullable ReadSweep given;

    /**
     * A sweep.
     *
     * @param directory of its results
     * @param file of the sweep, or null
     * @param given what that holds: the sweep that the results must be of, and what it expects now; or null
     */
    ReportedSweep(Console console, Path directory, @Nullable Path file, @Nullable ReadSweep given) {
        this.console = console;
        this.directory = directory;
        this.file = file;
        this.given = given;
    }

    @Override
    public OutputFiles outputs() {
        OutputFiles outputs = new OutputFiles("the store", StoredResults.store(directory));
        outputs.alsoReads("the table of results", StoredResults.table(directory));
        if (file != null) {
            outputs.alsoReads("the sweep", file);
        }
        return outputs;
    }

    @Override
    public Written write() {
        try (StoredResults store = StoredResults.open(directory)) {
            if (given != null) {
                store.requireSame(given);
            }
            SweepResults results = SweepResults.of(given == null ? store.sweep() : given, store.rows(), Map.of());
            if (results.rows().isEmpty()) {
                throw new InputFaultException(
                        "'" + directory + "': none of its scenarios is finished, so there is nothing to"
                                + " report; start its sweep again, which goes on");
            }
            if (!results.isComplete()) {
                String warning = String.format(
                        Locale.ROOT,
                        "Warning: %,d of %,d scenarios are finished, and the report is of these",
                        results.rows().size(),
                        results.sweep().cases().size());
                PlainText.wrapped(warning, "  ").forEach(console::note);
            }
            SweepFindings findings = SweepFindings.of(results, store);
            SweepPage page = new SweepPage(
                    results,
                    findings,
                    store.history().orElse(null),
                    String.valueOf(directory),
                    file == null ? "" : String.valueOf(file.getFileName()),
                    Version.text(),
                    Version.machine(),
                    LocalDate.now(ZoneOffset.UTC).toString());
            SweepFigures figures = SweepFigures.of(page);
            return new Written(SweepHtml.of(page, figures), figures.all(), json(page, figures));
        }
    }

    /** As {@code sweep} tells it when there is nothing left to do, and what only the report shows. */
    private String json(SweepPage page, SweepFigures figures) {
        boolean complete = page.results().isComplete();
        SweepReport report = new SweepReport(
                page.results(), complete ? page.findings() : null, Version.text(), directory, complete, 0);
        return SweepReportJson.of(report, page, figures);
    }
}
