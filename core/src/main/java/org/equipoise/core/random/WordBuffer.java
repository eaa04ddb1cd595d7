package org.equipoise.core.random;

/** An array for random words that grows when more are asked for. For one thread. */
public final class WordBuffer {
    private long[] words = new long[0];

    /** The array, with room for so many words; what it held may be lost. */
    long[] ofAtLeast(int count) {
        if (words.length < count) {
            words = new long[count];
        }
        return words;
    }
}
