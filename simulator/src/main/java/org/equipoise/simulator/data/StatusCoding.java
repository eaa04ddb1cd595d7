package org.equipoise.simulator.data;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How a column tells events from censored times. One coding holds for the whole column: that which fits most of its
 * values, in the order of the constants where several do; all others in it are faults.
 */
enum StatusCoding {
    /** 0 is censored, 1 is an event. */
    ZERO_ONE(1 << Values.ZERO | 1 << Values.ONE, Values.ONE, "0 (censored) and 1 (event)"),

    /** 1 is censored, 2 is an event, as in R. */
    ONE_TWO(1 << Values.ONE | 1 << Values.TWO, Values.TWO, "1 (censored) and 2 (event)"),

    /** {@code false} is censored, {@code true} is an event. */
    FALSE_TRUE(1 << Values.FALSE | 1 << Values.TRUE, Values.TRUE, "false (censored) and true (event)");

    /** What all codings allow. */
    static final String WORDS =
            "0 (censored) and 1 (event), or false and true, or, with 2 for the event, 1 and 2, in all lines alike";

    private final int mask;
    private final byte event;
    private final String words;

    StatusCoding(int mask, byte event, String words) {
        this.mask = mask;
        this.event = event;
        this.words = words;
    }

    /** Values that a coding may use. */
    static final class Values {
        static final byte NONE = -1;
        static final byte ZERO = 0;
        static final byte ONE = 1;
        static final byte TWO = 2;
        static final byte FALSE = 3;
        static final byte TRUE = 4;
        private static final int COUNT = 5;

        private Values() {}

        /** The value that a field spells, or {@link #NONE}. */
        static byte of(String field) {
            return switch (field) {
                case "0", "0.0" -> ZERO;
                case "1", "1.0" -> ONE;
                case "2", "2.0" -> TWO;
                case "false", "FALSE", "False" -> FALSE;
                case "true", "TRUE", "True" -> TRUE;
                default -> NONE;
            };
        }

        /** How it is spelled. */
        static String spelled(byte value) {
            return switch (value) {
                case FALSE -> "false";
                case TRUE -> "true";
                default -> Byte.toString(value);
            };
        }
    }

    /** The coding that fits most of the first {@code size} values. */
    static StatusCoding of(byte[] values, int size) {
        long[] counts = new long[Values.COUNT];
        for (int i = 0; i < size; i++) {
            if (values[i] != Values.NONE) {
                counts[values[i]]++;
            }
        }
        // The first of several largest ones: max would take the last.
        return Arrays.stream(values())
                .min(Comparator.comparingLong(coding -> -coding.fitting(counts)))
                .orElseThrow();
    }

    private long fitting(long[] counts) {
        long sum = 0;
        for (byte value = 0; value < Values.COUNT; value++) {
            sum += allows(value) ? counts[value] : 0;
        }
        return sum;
    }

    boolean allows(byte value) {
        return (mask >> value & 1) == 1;
    }

    boolean isEvent(byte value) {
        return value == event;
    }

    /** Its values in words. */
    String words() {
        return words;
    }
}
