package org.equipoise.simulator.engine.summary;

/**
 * Writes values, or reads them back. What has a state lists it once, for both: each method returns what the state is to
 * be, which is the given value when it writes and the next one when it reads.
 */
public interface Transfer {
    /** One whole number, small as a rule. */
    long pass(long value);

    /** 64 bits. */
    long bits(long value);

    /** One number, to the bit. */
    double pass(double value);

    /** Whole numbers that are not negative, many of them 0; modified when it reads. */
    void pass(long[] values);
}
