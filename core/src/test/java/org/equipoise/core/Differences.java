package org.equipoise.core;

import java.util.ArrayList;
import java.util.List;

/** What our figures of one case have to do with those of another program: which differ, and how near the others are. */
public final class Differences {
    /** A figure that differs by more than its tolerance. */
    public record Difference(String figure, double ours, double theirs) {
        /** Infinite where one of the two is not a number. */
        public double apart() {
            double apart = Math.abs(ours - theirs);
            return Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart;
        }

        @Override
        public String toString() {
            return "%s %.9g, there %.9g".formatted(figure, ours, theirs);
        }
    }

    private final List<Difference> differing = new ArrayList<>();
    private double furthest;

    /** Compares, with an absolute tolerance. */
    public void within(String figure, double ours, double theirs, double tolerance) {
        Difference difference = new Difference(figure, ours, theirs);
        if (ours == theirs) {
            return;
        }
        if (Double.isFinite(theirs) && difference.apart() <= tolerance) {
            furthest = Math.max(furthest, difference.apart() / Math.max(1, Math.abs(theirs)));
        } else {
            differing.add(difference);
        }
    }

    /** Compares, with a tolerance relative to their figure, or absolute where that is below 1. */
    public void same(String figure, double ours, double theirs, double tolerance) {
        within(figure, ours, theirs, tolerance * Math.max(1, Math.abs(theirs)));
    }

    /** Compares each entry as {@link #within} does; NaN stands where the program says nothing. */
    public void eachWithin(String figure, double[] ours, double[] theirs, double tolerance) {
        for (int k = 0; k < theirs.length; k++) {
            if (!Double.isNaN(theirs[k])) {
                within(entry(figure, k, theirs), ours[k], theirs[k], tolerance);
            }
        }
    }

    /** Compares each entry as {@link #same} does; NaN stands where the program says nothing. */
    public void eachSame(String figure, double[] ours, double[] theirs, double tolerance) {
        for (int k = 0; k < theirs.length; k++) {
            if (!Double.isNaN(theirs[k])) {
                same(entry(figure, k, theirs), ours[k], theirs[k], tolerance);
            }
        }
    }

    private static String entry(String figure, int k, double[] all) {
        return all.length == 1 ? figure : figure + " " + (k + 1);
    }

    /** Those that differ, in the order of comparison. */
    public List<Difference> differing() {
        return differing;
    }

    /** How far apart figures are that agree, at most: relative to theirs, or absolute where that is below 1. */
    public double furthest() {
        return furthest;
    }
}
