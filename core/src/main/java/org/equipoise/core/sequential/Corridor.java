package org.equipoise.core.sequential;

import java.util.Arrays;

/**
 * Bounds in their most general form: a trial stops at look k (from 0) where Z is at or above {@code upper}, at or below
 * {@code lower}, or within the wedge. Arrays are not copied.
 *
 * @param information increasing; 0 is where the process starts from 0
 * @param lower -∞ for none
 * @param wedgeLow lower end of the wedge; no wedge where it is not below {@code wedgeHigh}
 */
record Corridor(double[] information, double[] lower, double[] wedgeLow, double[] wedgeHigh, double[] upper) {
    int looks() {
        return information.length;
    }

    boolean hasWedge(int k) {
        return wedgeLow[k] < wedgeHigh[k];
    }

    /** Whether no value of Z stops the trial. */
    boolean isOpen(int k) {
        return !hasWedge(k) && lower[k] == Double.NEGATIVE_INFINITY && upper[k] == Double.POSITIVE_INFINITY;
    }

    boolean hasLower() {
        return Arrays.stream(lower).anyMatch(bound -> bound > Double.NEGATIVE_INFINITY);
    }

    /**
     * What is left of the trial after {@code start} looks when B = Z√t is {@code b} at the last of them, as a process
     * of its own that starts from 0.
     *
     * <p>With a normal drift, of variance v at that point, the increments X(u) over further information u have
     * covariance min(u, u') + v u u'. X(u) / (1 + v u) is then a Brownian motion in τ = u / (1 + v u), with the mean
     * drift as its drift; v = 0 is a fixed drift (Jennison and Turnbull 2000, section 10.4, give the last look of it).
     *
     * @param t information at the last of those looks
     * @param variance v ≥ 0
     */
    Corridor after(int start, double t, double b, double variance) {
        int left = looks() - start;
        double[] time = new double[left];
        double[][] bounds = new double[4][left];
        double[][] from = {lower, wedgeLow, wedgeHigh, upper};
        for (int j = 0; j < left; j++) {
            double s = information[start + j];
            double u = s - t;
            double spread = 1 + variance * u;
            time[j] = u / spread;
            for (int i = 0; i < bounds.length; i++) {
                bounds[i][j] = (from[i][start + j] * Math.sqrt(s) - b) / Math.sqrt(u * spread);
            }
        }
        return new Corridor(time, bounds[0], bounds[1], bounds[2], bounds[3]);
    }
}
