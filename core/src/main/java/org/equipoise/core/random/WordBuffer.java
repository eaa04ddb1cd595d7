package org.equipoise.core.random;

/** An array for random words that grows when more are asked for. For one thread. */
public final class WordBuffer {
    private long[] words;

    /** With room for so many words from the beginning. */
    public WordBuffer(int words) {
        this.words = new long[words];
    }

    /** The array, with room for so many words; what it held may be lost. */
    long[] ofAtLeast(int count) {
        if (words.length < count) {
            words = new long[count];
        }
        return words;
    }
}
