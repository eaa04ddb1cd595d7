package org.equipoise.simulator.data;

import java.util.Locale;
import java.util.Set;

/** How data files say that a value is not known. */
final class Missing {
    private static final Set<String> MARKS = Set.of("", "na", "n/a", "nan", "null", "none", ".", "-", "?");

    private Missing() {}

    static boolean is(String field) {
        return field.length() <= 4 && MARKS.contains(field.toLowerCase(Locale.ROOT));
    }

    /** What is wrong with such a field. */
    static String problem(String field) {
        return field.isEmpty() ? "is missing: the field is empty" : "is missing: " + DataFaults.quoted(field);
    }

    /** The way out. */
    static String remedy() {
        return "fill it in, or delete the line if the patient shall not count";
    }
}
