package org.equipoise.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Streams and draws against values from elsewhere: the JDK's {@link SplittableRandom}, which is SplitMix64 too, and
 * numbers computed by a separate program (Python's whole numbers; mpmath with 40 digits for logarithms).
 */
class RandomStreamReferenceTest {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** These pin the identity of all draws: a change here changes every simulated result. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, CD6BECB5313A8893",
        "5233358, 4194304, 0, 0, 6BC37D27CD190488",
        "5233358, 4194305, 0, 0, C6E1124B3AF68C42",
        "5233358, 4194304, 1, 0, 91631C76FCBCB965",
        "5233358, 4194304, 0, 1, 62CEBD68AB2E21E6",
        "5233358, 4194304, 999999999, 175, 6BD78010E7C1DC54",
        "-1, 1, 1099511627776, 1000000, 9966D37E792959A0",
        "176, 3145729, 99999, 87, EAD2448535FD0A8E",
        "0, 0, 18, 0, EE47C88A3591BF4A" // its increment had too few changing bits and was mended
    })
    void wordsAreTheseForEver(long seed, long purpose, long replicate, long index, String hex) {
        RandomStream stream = new RandomStream(seed, purpose);
        stream.select(replicate);
        assertThat(stream.word(index)).isEqualTo(Long.parseUnsignedLong(hex, 16));
    }

    @Test
    void wordsAreThoseOfTheJdksGenerator() {
        for (long replicate = 0; replicate < 20_000; replicate++) {
            RandomStream stream = new RandomStream(7, 3);
            stream.select(replicate);
            long seed = 7;
            long purpose = 3;
            long key = mix(mix(seed + GOLDEN) + purpose * GOLDEN);
            long start = mix(key + replicate * GOLDEN);
            long increment = increment(start + GOLDEN);
            for (int i = 0; i < 4; i++) {
                assertThat(stream.word(i)).isEqualTo(mix(start + (i + 1) * increment));
            }
        }
    }

    /** The finaliser of SplitMix64, taken from the JDK: its first number is that of the seed plus the golden ratio. */
    private static long mix(long z) {
        return new SplittableRandom(z - GOLDEN).nextLong();
    }

    /**
     * The increment that the JDK gives to a generator that is split off, found from the first number of that generator.
     */
    private static long increment(long z) {
        long parent = z - GOLDEN - GOLDEN;
        return unmix(new SplittableRandom(parent).split().nextLong()) - mix(parent + GOLDEN);
    }

    /** Undoes {@link #mix}; the factors are the inverses of its factors modulo 2⁶⁴. */
    private static long unmix(long word) {
        long z = word ^ (word >>> 31) ^ (word >>> 62);
        z *= inverse(0x94D049BB133111EBL);
        z = z ^ (z >>> 27) ^ (z >>> 54);
        z *= inverse(0xBF58476D1CE4E5B9L);
        return z ^ (z >>> 30) ^ (z >>> 60);
    }

    private static long inverse(long odd) {
        long inverse = odd;
        for (int i = 0; i < 5; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    @Test
    void everyWayToAWordGivesTheSameWord() {
        RandomStream stream = new RandomStream(42, 9);
        stream.select(1234);
        long[] filled = stream.words(10, 40).clone();
        for (int i = 0; i < 30; i++) {
            assertThat(stream.nextLong()).isEqualTo(stream.word(i)).isEqualTo(filled[10 + i]);
        }
        assertThat(filled).startsWith(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        stream.select(1235);
        stream.select(1234);
        assertThat(stream.nextLong()).isEqualTo(filled[10]);
        double[] draws = new double[40];
        ExponentialSampler.fill(stream, draws, 10, 40);
        assertThat(draws[9]).isZero();
        assertThat(draws[10]).isEqualTo(ExponentialSampler.of(filled[10]));
        assertThat(draws[39]).isEqualTo(ExponentialSampler.of(filled[39]));
    }

    /** The bits of a draw never change: inside a layer, in wedges, in the tail. */
    @ParameterizedTest
    @CsvSource({
        "0123456789ABCDEF, 0x1.d372f06fa8daap-10",
        "FEDCBA9876543210, 0x1.182dfa941fd85p0",
        "0000000000000000, 0x1.164ec94bf5dd5p-50",
        "FFFFFFFFFFFFFFFF, 0x1.0f7fdbc47ce0cp0",
        "FFFFFFFFFFFFFF00, 0x1.030f08d383402p3",
        "8000000000ABCD00, 0x1.164ec94bf752dp2",
        "FFFFF00000000080, 0x1.03d115ba7816cp1",
        "0000000000000003, 0x1.9e9dc0d487b82p-51"
    })
    void exponentialsAreTheseForEver(String word, String bits) {
        assertThat(Double.toHexString(ExponentialSampler.of(Long.parseUnsignedLong(word, 16))))
                .isEqualTo(bits);
    }

    @Test
    void aLotteryTicketIsTheHighPartOfAProduct() {
        assertThat(RandomStream.below(10, 0)).isZero();
        assertThat(RandomStream.below(10, -1)).isEqualTo(9);
        assertThat(RandomStream.below(2, Long.MAX_VALUE)).isZero();
        assertThat(RandomStream.below(2, Long.MIN_VALUE)).isEqualTo(1);
        assertThat(RandomStream.below(1, -1)).isZero();
        assertThat(RandomStream.below(Integer.MAX_VALUE, -1)).isEqualTo(Integer.MAX_VALUE - 1);
        assertThat(RandomStream.below(4, 0x7FFF_FFFF_FFFF_FFFFL)).isEqualTo(1);
        assertThat(RandomStream.below(4, 0xC000_0000_0000_0000L)).isEqualTo(3);
    }
}
