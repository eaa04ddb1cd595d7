package org.equipoise.simulator.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The nearest right spelling of a wrong word. */
public final class Suggestion {
    private Suggestion() {}

    /** {@code did you mean 'allocation'?} when a known word is near, else the list of them. */
    public static String among(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3))
                .map(candidate -> "did you mean '" + candidate + "'?")
                .orElse(known.isEmpty() ? "" : "one of " + String.join(", ", known));
    }

    /** Edits between two words, regardless of case; neighbours changed places count as one (optimal string alignment). */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
