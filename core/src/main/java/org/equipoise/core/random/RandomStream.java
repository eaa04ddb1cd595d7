package org.equipoise.core.random;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * One addressable stream of random 64-bit words: word {@code i} of the stream named by (seed, purpose, replicate).
 *
 * <p>A stream is SplitMix64 with a start and an odd increment of its own, both hashed from its name (Steele, Lea and
 * Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA): word {@code i} is {@code mix(start + (i + 1) ·
 * increment)}, so any word can be computed without those before it. For a fixed seed and purpose two replicates never
 * share a start.
 *
 * <p>An object is one cursor over the streams of one (seed, purpose). It is cheap, mutable and not safe for threads;
 * hold one per thread and purpose, and {@link #select} the replicate.
 */
public final class RandomStream implements UniformRandomProvider {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long key;
    private long start;
    private long increment;
    private long next;
    private final WordBuffer buffer;

    /**
     * The streams of one seed and purpose, at replicate 0.
     *
     * @param seed any number
     * @param purpose what the draws are for; different purposes are independent
     */
    public RandomStream(long seed, long purpose) {
        this(seed, purpose, new WordBuffer(0));
    }

    /**
     * The same, lending its {@link #words} from an array that it shares: streams that are asked in turn then keep less
     * of the processor's first cache occupied.
     *
     * @param buffer shared with streams of the same thread
     */
    public RandomStream(long seed, long purpose, WordBuffer buffer) {
        this.buffer = buffer;
        key = mix(mix(seed + GOLDEN) + purpose * GOLDEN);
        select(0);
    }

    /** Goes to the first word of the stream of {@code replicate}. */
    public void select(long replicate) {
        long hashed = mix(key + replicate * GOLDEN);
        start = hashed;
        increment = oddIncrement(hashed + GOLDEN);
        next = hashed;
    }

    /** Word {@code index} ≥ 0 of the selected stream; the cursor does not move. */
    public long word(long index) {
        return mix(start + (index + 1) * increment);
    }

    /** An index below {@code bound} > 0 from a word; each has the same probability to within 2⁻⁶³. */
    public static int below(int bound, long word) {
        return (int) Math.multiplyHigh(word >>> 1, 2L * bound);
    }

    @Override
    public long nextLong() {
        next += increment;
        return mix(next);
    }

    /**
     * The words 0, 1, … of the selected stream, in an array that is overwritten when this stream, or one that shares
     * its buffer, is next asked; the cursor does not move.
     *
     * @param count how many are wanted; the array may be longer
     */
    public long[] words(int count) {
        return words(0, count);
    }

    /** The words 0, 1, … of the selected stream like {@link #words(int)}, but in {@code [from, to)} of the array. */
    public long[] words(int from, int to) {
        long[] words = buffer.ofAtLeast(to);
        // The loop's variable as a long is read from memory: compilers that turn the rest into vector instructions
        // convert it one by one.
        long[] indices = buffer.indices();
        long first = start + (1 - from) * increment;
        for (int i = from; i < to; i++) {
            words[i] = mix(first + indices[i] * increment);
        }
        return words;
    }

    /** A word that is as good as independent of {@code word}: the next of SplitMix64 in the state {@code word}. */
    static long hash(long word) {
        return mix(word + GOLDEN);
    }

    /** Stafford's variant 13 of the 64-bit finaliser of MurmurHash3: a bijection. */
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    /** An odd number whose bits change often enough to be a good increment (Steele et al. 2014, section 5). */
    private static long oddIncrement(long z) {
        long x = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
        x = (x ^ (x >>> 33)) * 0xC4CEB9FE1A85EC53L;
        x = (x ^ (x >>> 33)) | 1L;
        return Long.bitCount(x ^ (x >>> 1)) < 24 ? x ^ 0xAAAAAAAAAAAAAAAAL : x;
    }
}
