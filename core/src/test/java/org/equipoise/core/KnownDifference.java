package org.equipoise.core;

import java.util.List;

/**
 * A disagreement that has a reason.
 *
 * @param figures regular expression of a case's id, a blank, and the figure
 * @param within how far apart they may be; infinite where two things differ in kind
 * @param why the reason, to be read after the number of cases
 */
public record KnownDifference(String figures, double within, String why) {
    private boolean explains(String id, Differences.Difference difference) {
        return (id + " " + difference.figure()).matches(figures) && difference.apart() <= within;
    }

    /** The reason of all differences of a case; empty when there are none, or not all have the same one. */
    public static String reason(List<KnownDifference> known, String id, Differences differences) {
        return known.stream()
                .filter(reason -> !differences.differing().isEmpty()
                        && differences.differing().stream().allMatch(each -> reason.explains(id, each)))
                .map(KnownDifference::why)
                .findFirst()
                .orElse("");
    }
}
