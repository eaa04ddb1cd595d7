package org.equipoise.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Streams and draws against values from elsewhere: the JDK's {@link SplittableRandom}, which is SplitMix64 too, and numbers
 * computed by a separate program (Python's whole numbers; mpmath with 40 digits for logarithms).
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

    /** The increment that the JDK gives to a generator that is split off, found from the first number of that generator. */
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
        long[] filled = new long[40];
        stream.fill(filled, 10, 40);
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

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 44.361419555836499858",
        "0000000000000001, 43.668272375276554549",
        "0000000000000002, 42.975125194716609239",
        "0000000000000003, 43.262807267168390185",
        "FFFFFFFFFFFFFFFF, 0.69314718055994519839",
        "FFFFFFFFFFFFFFFE, 0.69314718055994519839",
        "8000000000000000, 5.5511151231257828562e-17",
        "8000000000000FFF, 1.6653345369377349493e-16",
        "8000000000001000, 2.7755575615628917362e-16",
        "7FFFFFFFFFFFFFFF, 1.3862943611198905078",
        "4000000000000000, 0.69314718055994536493",
        "0123456789ABCDEF, 4.9234069267618448161",
        "FEDCBA9876543210, 0.68429756528296281971",
        "8000000000ABCDEF, 6.1034510778786606867e-13"
    })
    void exponentialsAreLogarithms(String word, double expected) {
        assertThat(ExponentialSampler.of(Long.parseUnsignedLong(word, 16)))
                .isCloseTo(expected, within(4e-16 * expected));
    }

    /** The bits of a draw never change either. */
    @ParameterizedTest
    @CsvSource({
        "0123456789ABCDEF, 0x1.3b19195dd5e32p2",
        "FEDCBA9876543210, 0x1.5e5c401f3ed92p-1",
        "8000000000ABCDEF, 0x1.5798000000735p-41",
        "0000000000000003, 0x1.5a1a3ab24d1d7p5"
    })
    void exponentialsAreTheseForEver(String word, String bits) {
        assertThat(Double.toHexString(ExponentialSampler.of(Long.parseUnsignedLong(word, 16))))
                .isEqualTo(bits);
    }

    /** Words of every number of leading zeros, and within the first octave draws of every size. */
    @Test
    void exponentialsAreAccurateEverywhere() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            long word = random.nextLong() >>> (i % 65 == 64 ? 0 : i % 65);
            check(word);
            check(0x8000000000000000L | word >>> 1);
        }
        for (long cell = 0; cell < 256; cell++) {
            for (int off = -2; off <= 2; off++) {
                check(0x8000000000000000L | (((cell << 55) + off * 4096L) & Long.MAX_VALUE));
            }
        }
    }

    /** -ln(2^-zeros (1 - g/2)), g being the 52 bits after the first one and half a bit more. */
    private static void check(long word) {
        int zeros = Long.numberOfLeadingZeros(word);
        double g = 0.5;
        for (int bit = 0; bit < 52; bit++) {
            int place = 62 - zeros - bit;
            g += place >= 0 && (word >>> place & 1) == 1 ? Math.scalb(1.0, 51 - bit) : 0;
        }
        double expected = zeros * StrictMath.log(2) - StrictMath.log1p(-g * 0x1p-53);
        double draw = ExponentialSampler.of(word);
        if (!(Math.abs(draw - expected) <= 1e-15 * expected)) {
            throw new AssertionError(Long.toHexString(word) + ": " + draw + " instead of " + expected);
        }
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
