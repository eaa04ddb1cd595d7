package org.equipoise.benchmarks.probe;

/**
 * What one measuring JVM found.
 *
 * @param ratio time of a replicate to that of the reference kernel
 * @param standardError of the ratio within the JVM
 * @param bytes allocated in each replicate
 * @param perSecond replicates a second
 */
public record Reading(double ratio, double standardError, double bytes, double perSecond) {
    private static final String MARK = "reading:";

    /** As a line that {@link #of} understands. */
    public String toLine() {
        return MARK + " " + ratio + " " + standardError + " " + bytes + " " + perSecond;
    }

    /** Whether a line is a reading. */
    static boolean isOne(String line) {
        return line.startsWith(MARK);
    }

    /** The reading of a line. */
    static Reading of(String line) {
        String[] parts = line.split(" ", -1);
        return new Reading(
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]));
    }
}
