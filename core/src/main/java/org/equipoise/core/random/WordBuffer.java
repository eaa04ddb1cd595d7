package org.equipoise.core.random;

import java.util.Arrays;

/** An array for random words that grows when more are asked for. For one thread. */
public final class WordBuffer {
    private long[] words;
    private long[] indices;

    /** With room for so many words from the beginning. */
    public WordBuffer(int words) {
        this.words = new long[words];
        indices = ascending(words);
    }

    private static long[] ascending(int count) {
        long[] indices = new long[count];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    /** The array, with room for so many words; what it held may be lost. */
    long[] ofAtLeast(int count) {
        if (words.length < count) {
            words = new long[count];
            indices = ascending(count);
        }
        return words;
    }

    /** The index of each word: 0, 1, …; not to be modified. */
    long[] indices() {
        return indices;
    }
}
