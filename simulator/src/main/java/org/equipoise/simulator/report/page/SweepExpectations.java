package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.expect.CheckedExpectation;
import org.equipoise.simulator.expect.Verdict;

/**
 * What has become of the expectations of a sweep.
 *
 * @param met scenarios that meet all of theirs
 * @param notMet scenarios that do not
 * @param undecided scenarios of which that is not known
 * @param open expectations that are not met, or undecided, as far as they are told one by one
 * @param untold how many more there are
 */
record SweepExpectations(int met, int notMet, int undecided, List<Open> open, int untold) {
    /** Expectations that are told one by one; all are counted. */
    private static final int MOST_OPEN = 60;

    /** Copies the list. */
    SweepExpectations {
        open = List.copyOf(open);
    }

    /**
     * An expectation that is not met, or undecided.
     *
     * @param row of its scenario among the finished ones, from 0
     * @param expected what it is and how it stands
     */
    record Open(int row, CheckedExpectation expected) {}

    static SweepExpectations of(SweepPage page) {
        int[] counts = new int[Verdict.values().length];
        List<Open> open = new ArrayList<>();
        int untold = 0;
        for (int row = 0; row < page.results().rows().size(); row++) {
            List<CheckedExpectation> checked = page.findings().expected().get(row);
            if (!checked.isEmpty()) {
                counts[Verdict.of(checked).ordinal()]++;
            }
            for (CheckedExpectation each : checked) {
                if (each.verdict() != Verdict.MET && open.size() >= MOST_OPEN) {
                    untold++;
                } else if (each.verdict() != Verdict.MET) {
                    open.add(new Open(row, each));
                }
            }
        }
        return new SweepExpectations(
                counts[Verdict.MET.ordinal()],
                counts[Verdict.NOT_MET.ordinal()],
                counts[Verdict.UNDECIDED.ordinal()],
                open,
                untold);
    }

    /** Scenarios that expect anything. */
    int scenarios() {
        return met + notMet + undecided;
    }
}
