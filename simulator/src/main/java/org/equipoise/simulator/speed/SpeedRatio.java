package org.equipoise.simulator.speed;

import java.util.Arrays;

/**
 * What one simulated trial of the subject costs, in trials of the reference kernel: 0.5 is half its time. Below 1 the subject is faster.
 *
 * @param median of the ratios of all pairs
 * @param standardError of that median within this JVM; another JVM may compile the same code to something a per cent slower or faster
 * @param lowerQuartile of the ratios of pairs
 * @param upperQuartile of the ratios of pairs
 * @param pairs how many pairs of slices were measured
 * @param perSecond trials a second of the subject, on one thread, from the median slice
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

    /**
     * The ratio from paired times. The standard error of the median is half the distance between the order statistics √n/2 places below and above it (David
     * and Nagaraja 2003, Order Statistics, section 7.1).
     *
     * @param subject seconds a trial in each slice; at least one; not modified
     * @param reference the same of the slices that they are paired with; not modified
     */
    static SpeedRatio of(double[] subject, double[] reference) {
        int pairs = subject.length;
        double[] ratio = new double[pairs];
        Arrays.setAll(ratio, i -> subject[i] / reference[i]);
        Arrays.sort(ratio);
        double step = 0.5 / Math.sqrt(pairs);
        return new SpeedRatio(
                quantile(ratio, 0.5),
                (quantile(ratio, Math.min(1, 0.5 + step)) - quantile(ratio, Math.max(0, 0.5 - step))) / 2,
                quantile(ratio, 0.25),
                quantile(ratio, 0.75),
                pairs,
                1 / median(subject),
                1 / median(reference));
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
