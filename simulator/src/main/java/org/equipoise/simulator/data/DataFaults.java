package org.equipoise.simulator.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.equipoise.simulator.reading.LocatedFault;

/** Collects what is wrong with a data file; counts on where there are more faults than a person can use. */
final class DataFaults {
    private static final int MOST_FAULTS = 200;
    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_LIST = 400;

    private final String source;
    private final List<LocatedFault> faults = new ArrayList<>();
    private long untold;

    DataFaults(String source) {
        this.source = source;
    }

    /**
     * Adds a fault.
     *
     * @param line from 1; 0 for the file as a whole
     * @param column in characters, from 1
     * @param name of the column; may be empty
     */
    void add(int line, int column, String name, String problem, String remedy) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new LocatedFault(source, line, column, name, problem, remedy));
        } else {
            untold++;
        }
    }

    /** Adds a fault of the file as a whole. */
    void add(String problem, String remedy) {
        add(0, 0, "", problem, remedy);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** All of them, in the order in which they stand in the file. */
    DataFaultsException exception() {
        List<LocatedFault> sorted = new ArrayList<>(faults);
        sorted.sort(Comparator.comparingInt(LocatedFault::line).thenComparingInt(LocatedFault::column));
        return new DataFaultsException(sorted, untold);
    }

    /** Throws when there are any. */
    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw exception();
        }
    }

    /** A value as it is quoted in a message. */
    static String quoted(String value) {
        return "'" + cut(value, LONGEST_VALUE) + "'";
    }

    /** The beginning of a text that may be long. */
    static String cut(String text) {
        return cut(text, LONGEST_LIST);
    }

    private static String cut(String text, int most) {
        boolean isLong = text.codePointCount(0, text.length()) > most;
        return isLong ? text.substring(0, text.offsetByCodePoints(0, most)) + "…" : text;
    }
}
