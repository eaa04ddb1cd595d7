package org.equipoise.simulator.reading;

import java.util.Locale;

/** How constants are spelled in scenario files and results: {@code PERMUTED_BLOCK} is {@code permutedBlock}. */
public final class Spelling {
    private Spelling() {}

    /** The spelling of a constant. */
    public static String of(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder spelled = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            spelled.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return spelled.toString();
    }
}
