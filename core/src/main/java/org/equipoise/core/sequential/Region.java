package org.equipoise.core.sequential;

/**
 * Where Z lies when a trial goes on at a look, as one or two intervals to integrate over. Infinite ends are cut where
 * what is beyond no longer counts. Mutable, so that a look costs no allocation.
 */
final class Region {
    /** P(Z &gt; 7) is 1e-12, and few of those turn round: far enough where only its size beside 1 matters. */
    private static final double REACH = 7;
    /** Far enough that an error spent later, of 1e-12 or more, is still computed to nine digits. */
    private static final double FAR_REACH = 12;
    /** exp(-38²/2) is about the smallest number there is. */
    private static final double LIMIT = 38;

    private final double[] from = new double[2];
    private final double[] to = new double[2];
    private int intervals;

    /**
     * lower &lt; Z &lt; upper without the wedge; no wedge when {@code wedgeLow} is not below {@code wedgeHigh}.
     *
     * @param lowestMean smallest mean of Z for which the density will be asked
     * @param highestMean largest mean of Z
     * @param preciseBelow whether later probabilities in the lower tail must be precise relative to their own size
     */
    void set(
            double lower,
            double wedgeLow,
            double wedgeHigh,
            double upper,
            double lowestMean,
            double highestMean,
            boolean preciseBelow) {
        double first = lower == Double.NEGATIVE_INFINITY
                ? lowestMean - (preciseBelow ? FAR_REACH : REACH)
                : Math.max(lower, lowestMean - LIMIT);
        double last =
                upper == Double.POSITIVE_INFINITY ? highestMean + FAR_REACH : Math.min(upper, highestMean + LIMIT);
        from[0] = first;
        to[0] = last;
        intervals = 1;
        if (wedgeLow < wedgeHigh) {
            to[0] = Math.min(last, wedgeLow);
            from[1] = Math.max(first, wedgeHigh);
            to[1] = last;
            intervals = 2;
        }
    }

    int intervals() {
        return intervals;
    }

    double from(int interval) {
        return from[interval];
    }

    double to(int interval) {
        return to[interval];
    }
}
