package org.equipoise.simulator.speed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What one simulated trial of the subject costs, in trials of the reference kernel: 0.5 is half its time. Below 1 the
 * subject is faster.
 *
 * <p>Told from the calm pairs: the tenth of all pairs whose two slices, each as a share of its usual time, took least
 * together. A neighbour on the same processor core slows code the more, the better it used the core before, so that
 * busy times change the ratio itself (by 15 % where this was measured); choosing by both slices together favours
 * neither.
 *
 * @param median of the ratios of the calm pairs
 * @param standardError of that median within this JVM; another JVM may compile the same code to something slower or
 *     faster
 * @param lowerQuartile of the ratios of the calm pairs
 * @param upperQuartile of the ratios of the calm pairs
 * @param pairs how many pairs of slices were measured
 * @param perSecond trials a second of the subject, on one thread, from the median calm slice
 * @param referencePerSecond the same of the reference kernel
 */
public record SpeedRatio(
        double median,
        double standardError,
        double lowerQuartile,
        double upperQuartile,
        int pairs,
        double perSecond,
        double referencePerSecond) {
    private static final double CALM = 0.1;
    private static final int LEAST_CALM = 30;

    /**
     * The ratio from paired times. The standard error of the median is half the distance between the order statistics
     * √n/2 places below and above it (David and Nagaraja 2003, Order Statistics, section 7.1).
     *
     * @param subject seconds a trial in each slice; at least one; not modified
     * @param reference the same of the slices that they are paired with; not modified
     */
    static SpeedRatio of(double[] subject, double[] reference) {
        int[] calm = calm(subject, reference);
        double[] subjectTimes = Arrays.stream(calm).mapToDouble(i -> subject[i]).toArray();
        double[] referenceTimes =
                Arrays.stream(calm).mapToDouble(i -> reference[i]).toArray();
        double[] ratio = new double[calm.length];
        Arrays.setAll(ratio, i -> subjectTimes[i] / referenceTimes[i]);
        Arrays.sort(ratio);
        double step = 0.5 / Math.sqrt(calm.length);
        return new SpeedRatio(
                quantile(ratio, 0.5),
                (quantile(ratio, Math.min(1, 0.5 + step)) - quantile(ratio, Math.max(0, 0.5 - step))) / 2,
                quantile(ratio, 0.25),
                quantile(ratio, 0.75),
                subject.length,
                1 / median(subjectTimes),
                1 / median(referenceTimes));
    }

    /** The pairs that took least time, as indices. */
    private static int[] calm(double[] subject, double[] reference) {
        double usualSubject = median(subject);
        double usualReference = median(reference);
        int wanted = Math.max(LEAST_CALM, (int) (CALM * subject.length));
        return IntStream.range(0, subject.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> subject[i] / usualSubject + reference[i] / usualReference))
                .limit(wanted)
                .mapToInt(i -> i)
                .toArray();
    }

    /**
     * The median.
     *
     * @param values at least one; not modified
     */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return quantile(sorted, 0.5);
    }

    /** A quantile of sorted values, linear between two of them. */
    private static double quantile(double[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
