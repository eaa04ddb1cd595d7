package org.equipoise.simulator.engine.look;

/**
 * What the replicates of a block show at one look, in columns: entry {@code i} is the block's i-th replicate. Where a
 * replicate cannot meet the look's condition, every column holds NaN. Columns are public so that loops over them need
 * no calls.
 */
public final class LookColumns {
    /** Calendar time of the look. */
    public final double[] time;

    /** Patients enrolled by then, all arms together. */
    public final double[] enrolled;

    /** Patients lost by then, without having had the endpoint. */
    public final double[] dropouts;

    /** Events by then, all arms together. */
    public final double[] events;

    /** Events by arm; the control is 0. */
    public final double[][] eventsByArm;

    /** Z of the test by comparison; above 0 favours the experimental arm. */
    public final double[][] z;

    /**
     * Cox estimate of the log hazard ratio by comparison; infinite where only one arm had events. NaN where none is
     * asked for.
     */
    public final double[][] logHazardRatio;

    /** Standard error of {@link #logHazardRatio}. */
    public final double[][] standardError;

    /** Columns for a block. */
    public LookColumns(int size, int arms) {
        time = new double[size];
        enrolled = new double[size];
        dropouts = new double[size];
        events = new double[size];
        eventsByArm = new double[arms][size];
        z = new double[arms - 1][size];
        logHazardRatio = new double[arms - 1][size];
        standardError = new double[arms - 1][size];
    }

    /** Notes that a replicate cannot meet the look's condition. */
    void setNotReached(int i) {
        time[i] = Double.NaN;
        enrolled[i] = Double.NaN;
        dropouts[i] = Double.NaN;
        events[i] = Double.NaN;
        for (double[] column : eventsByArm) {
            column[i] = Double.NaN;
        }
        for (int h = 0; h < z.length; h++) {
            z[h][i] = Double.NaN;
            logHazardRatio[h][i] = Double.NaN;
            standardError[h][i] = Double.NaN;
        }
    }
}
