package org.equipoise.simulator.cli;

import java.util.List;
import java.util.Locale;
import org.equipoise.simulator.expect.Verdict;
import org.equipoise.simulator.report.PlainText;
import org.equipoise.simulator.sweep.SweepFindings;

/** What the expectations of a sweep's scenarios mean for its end. */
final class SweepVerdicts {
    private SweepVerdicts() {}

    /** What has become of each scenario's expectations, as programs are told; nothing where there are none. */
    static List<String> keys(SweepFindings findings) {
        return findings.expected().stream()
                .map(each -> each.isEmpty() ? "" : Verdict.of(each).key())
                .toList();
    }

    /** The exit status. Scenarios that are undecided are warned of. */
    static int status(SweepFindings findings, Console console) {
        long undecided = count(findings, Verdict.UNDECIDED);
        if (undecided > 0) {
            String warning = String.format(
                    Locale.ROOT,
                    "Warning: the expectations of %,d scenarios are undecided: limits of their figures straddle what is"
                            + " expected, and more --replicates could tell",
                    undecided);
            PlainText.wrapped(warning, "  ").forEach(console::note);
        }
        return count(findings, Verdict.NOT_MET) > 0 ? ExitStatus.NOT_AS_EXPECTED : ExitStatus.DONE;
    }

    private static long count(SweepFindings findings, Verdict verdict) {
        return findings.expected().stream()
                .filter(each -> !each.isEmpty() && Verdict.of(each) == verdict)
                .count();
    }
}
