package org.equipoise.simulator.cli;

import java.util.Locale;
import org.equipoise.simulator.expect.Verdict;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.sweep.SweepFindings;

/** What the expectations of a sweep's scenarios mean for its end. */
final class SweepVerdicts {
    private SweepVerdicts() {}

    /** The exit status. Scenarios that are undecided are warned of; after {@code --decide} they count as not met. */
    static int status(ReadSweep sweep, SweepFindings findings, Console console) {
        boolean deciding = sweep.cases().stream().anyMatch(each -> each.most() > 0);
        long undecided = count(findings, Verdict.UNDECIDED);
        if (undecided > 0) {
            String warning = String.format(
                    Locale.ROOT,
                    "Warning: the expectations of %,d %s undecided: %s",
                    undecided,
                    undecided == 1 ? "scenario are" : "scenarios are",
                    deciding
                            ? "the cap of replicates did not tell, so figures are close to their bounds; this counts as not"
                                    + " met. Expect less, change the design, or raise --most"
                            : "the limits of figures straddle what is expected, and more --replicates could tell; --decide"
                                    + " goes on until they do");
            PlainText.wrapped(warning, "  ").forEach(console::note);
        }
        return count(findings, Verdict.NOT_MET) > 0 || deciding && undecided > 0
                ? ExitStatus.NOT_AS_EXPECTED
                : ExitStatus.DONE;
    }

    private static long count(SweepFindings findings, Verdict verdict) {
        return findings.expected().stream()
                .filter(each -> !each.isEmpty() && Verdict.of(each) == verdict)
                .count();
    }
}
