package org.equipoise.simulator.data;

import java.util.Arrays;

/** What the lines of a data file say, in columns that grow. */
final class Rows {
    double[] time = new double[64];
    byte[] status = new byte[64];
    int[] arm = new int[64];
    int[] stratum = new int[64];
    /** Where the status stands, for what is wrong with it becomes known at the end. */
    int[] line = new int[64];

    int[] statusColumn = new int[64];
    int size;

    void add(double itsTime, byte itsStatus, int itsArm, int itsStratum, int itsLine, int itsStatusColumn) {
        if (size == time.length) {
            int length = 2 * size;
            time = Arrays.copyOf(time, length);
            status = Arrays.copyOf(status, length);
            arm = Arrays.copyOf(arm, length);
            stratum = Arrays.copyOf(stratum, length);
            line = Arrays.copyOf(line, length);
            statusColumn = Arrays.copyOf(statusColumn, length);
        }
        time[size] = itsTime;
        status[size] = itsStatus;
        arm[size] = itsArm;
        stratum[size] = itsStratum;
        line[size] = itsLine;
        statusColumn[size] = itsStatusColumn;
        size++;
    }
}
