package org.equipoise.simulator.report.words;

import java.util.List;

/** Things one after the other in a sentence. */
public final class Listing {
    private Listing() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String and(List<String> things) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }
}
