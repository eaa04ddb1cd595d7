package org.equipoise.simulator.reading;

import java.util.List;

/**
 * One scenario of a sweep.
 *
 * @param values what stands at the sweep's paths, in their order: as the file spells it, or the number that a range or
 *     a sample gives
 * @param read the scenario; its hash also names {@code most}, because results depend on it
 * @param most replicates up to which it goes on until what it expects is decided; 0 when it does not
 */
public record SweepCase(List<String> values, ReadScenario read, long most) {
    private static final String DECIDE = "-decide";

    /** Copies the list. */
    public SweepCase {
        values = List.copyOf(values);
    }

    /** A case that gets as many replicates as its scenario says. */
    public SweepCase(List<String> values, ReadScenario read) {
        this(values, read, 0);
    }

    /** The same, going on up to so many replicates. */
    SweepCase deciding(long upTo) {
        String hash = read.hash() + DECIDE + upTo;
        return new SweepCase(values, new ReadScenario(read.scenario(), hash, read.bounds()), upTo);
    }

    /** The {@code most} that the hash of a case names. */
    public static long mostIn(String hash) {
        int at = hash.indexOf(DECIDE);
        return at < 0 ? 0 : Long.parseLong(hash.substring(at + DECIDE.length()));
    }

    /** The hash of a case without it: that of the scenario's content. */
    public static String contentIn(String hash) {
        int at = hash.indexOf(DECIDE);
        return at < 0 ? hash : hash.substring(0, at);
    }
}
