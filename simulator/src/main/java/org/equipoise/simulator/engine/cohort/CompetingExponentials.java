package org.equipoise.simulator.engine.cohort;

import org.equipoise.core.random.ExponentialSampler;
import org.equipoise.core.random.RandomStream;

/**
 * Events and dropout where both are exponential in every arm: the first of the two comes at the sum of their rates, and which of them it is, is
 * independent of when (Kalbfleisch and Prentice 2002, The Statistical Analysis of Failure Time Data, section 8.2.2). So one exponential and a
 * lot do for each patient; what comes second is never seen and never drawn.
 *
 * <p>The lot of the k-th patient of an arm is a 16-bit part of word k / 4 of the arm's dropout stream. Where 16 bits leave the lot undecided, it
 * goes on with a hash of that word, so that probabilities are exact to 2⁻⁵³.
 */
final class CompetingExponentials implements Stage {
    private static final int PARTS = 4;
    private static final int BITS = 16;
    private static final int RANGE = 1 << BITS;
    private static final long EACH_PART = 0x0001_0001_0001_0001L;
    private static final long HIGHEST_BITS = 0x8000_8000_8000_8000L;
    private static final int LARGEST_TESTED = 1 << BITS - 1;

    private final RandomStream[] times;
    private final RandomStream[] lots;
    private final double[] meanTime;
    /** Probability, in units of a lot, that dropout comes first. */
    private final double[] lostLots;

    /**
     * A stage for such arms.
     *
     * @param eventRate by arm, above 0
     * @param dropoutRate by arm, at least 0
     * @param times the streams of the times, by arm
     * @param lots the streams of the lots, by arm
     */
    CompetingExponentials(double[] eventRate, double[] dropoutRate, RandomStream[] times, RandomStream[] lots) {
        this.times = times;
        this.lots = lots;
        meanTime = new double[eventRate.length];
        lostLots = new double[eventRate.length];
        for (int a = 0; a < eventRate.length; a++) {
            double total = eventRate[a] + dropoutRate[a];
            meanTime[a] = 1 / total;
            lostLots[a] = RANGE * (dropoutRate[a] / total);
        }
    }

    @Override
    public void fill(long replicate, Cohort cohort) {
        cohort.lostCount = 0;
        for (int arm = 0; arm < times.length; arm++) {
            times[arm].select(replicate);
            ExponentialSampler.fill(times[arm], cohort.eventTime, cohort.start(arm), cohort.start(arm + 1));
            follow(cohort, cohort.start(arm), cohort.start(arm + 1), meanTime[arm]);
            lots[arm].select(replicate);
            drawLots(cohort, arm);
        }
    }

    /** As if nobody dropped out. */
    private static void follow(Cohort cohort, int from, int to, double mean) {
        double[] entry = cohort.entry;
        double[] event = cohort.eventTime;
        double[] dropout = cohort.dropoutTime;
        double[] calendar = cohort.eventCalendar;
        for (int i = from; i < to; i++) {
            double time = event[i] * mean;
            event[i] = time;
            calendar[i] = entry[i] + time;
            dropout[i] = Double.POSITIVE_INFINITY;
        }
    }

    /** Goes through the lots four at a time: seldom is one of them low enough to be looked at. */
    private void drawLots(Cohort cohort, int arm) {
        int from = cohort.start(arm);
        int number = cohort.start(arm + 1) - from;
        int wordCount = (number + PARTS - 1) / PARTS;
        long[] words = lots[arm].words(wordCount);
        int low = (int) Math.ceil(lostLots[arm]);
        long lowInEach = low * EACH_PART;
        for (int w = 0; w < wordCount; w++) {
            long word = words[w];
            // Nothing is missed: a part below low borrows from its highest bit, or has it clear already; a part above may show too.
            if (low > LARGEST_TESTED || ((word - lowInEach) & ~word & HIGHEST_BITS) != 0) {
                drawEach(cohort, arm, from + w * PARTS, Math.min(PARTS, number - w * PARTS), word);
            }
        }
    }

    private void drawEach(Cohort cohort, int arm, int from, int number, long word) {
        double lost = lostLots[arm];
        for (int k = 0; k < number; k++) {
            int lot = (int) (word >>> BITS * k) & (RANGE - 1);
            if (lot + 1 <= lost || lot < lost && lot + rest(word, k) < lost) {
                lose(cohort, from + k);
            }
        }
    }

    /** What follows the binary point of a lot; only needed at the border. */
    private static double rest(long word, int k) {
        return (RandomStream.hash(word + k) >>> 11) * 0x1p-53;
    }

    private static void lose(Cohort cohort, int slot) {
        cohort.dropoutTime[slot] = cohort.eventTime[slot];
        cohort.eventTime[slot] = Double.POSITIVE_INFINITY;
        cohort.eventCalendar[slot] = Double.POSITIVE_INFINITY;
        cohort.lost[cohort.lostCount++] = slot;
    }
}
