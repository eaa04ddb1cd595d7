package org.equipoise.simulator.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The nearest right spelling of a wrong word. */
public final class Suggestion {
    private static final int LONGEST_WORD = 60;
    private static final int MOST_WORDS = 50;

    private Suggestion() {}

    /** {@code did you mean 'allocation'?} when a known word is near, else the list of them. */
    public static String among(String word, Collection<String> known) {
        return nearest(word, known)
                .map(Suggestion::ask)
                .orElse(known.isEmpty() || known.size() > MOST_WORDS ? "" : "one of " + String.join(", ", known));
    }

    /** The known word that is near, if there is one. Long words and long lists are not searched. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST_WORD || known.size() > MOST_WORDS) {
            return Optional.empty();
        }
        return known.stream()
                .filter(candidate -> candidate.length() <= LONGEST_WORD)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3));
    }

    /** A word as a question: {@code did you mean 'allocation'?}. */
    public static String ask(String word) {
        return "did you mean '" + word + "'?";
    }

    /**
     * Edits between two words, regardless of case; neighbours changed places count as one (optimal string alignment).
     */
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
