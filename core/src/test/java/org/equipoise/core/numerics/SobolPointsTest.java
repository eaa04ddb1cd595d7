package org.equipoise.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SobolPointsTest {
    private static final long[] NO_SHIFT = new long[5];
    private static final long[] SHIFT = {
        0x243F6A8885A308D3L, 0x13198A2E03707344L, 0xA4093822299F31D0L, 0x082EFA98EC4E6C89L, 0x452821E638D01377L
    };

    /**
     * First points of the sequence with the direction numbers of Joe and Kuo 2008, in the order of Antonov and Saleev.
     */
    @Test
    void points_without_a_shift_are_those_of_the_sequence() {
        double[][] expected = {{0, 0, 0}, {0.5, 0.5, 0.5}, {0.75, 0.25, 0.25}, {0.25, 0.75, 0.75}, {0.375, 0.375, 0.625}
        };
        double[][] points = SobolPoints.shifted(5, NO_SHIFT, 3);
        for (int i = 0; i < 5; i++) {
            assertThat(points[i]).containsExactly(expected[i], within(0x1p-52));
        }
    }

    @Test
    void every_interval_holds_one_of_the_first_points_whatever_the_shift() {
        double[][] points = SobolPoints.shifted(256, SHIFT, 5);
        for (int j = 0; j < 5; j++) {
            int coordinate = j;
            assertThat(Arrays.stream(points).map(point -> (int) (256 * point[coordinate])))
                    .containsExactlyInAnyOrderElementsOf(upTo(256));
        }
    }

    /** The first two coordinates are a net: every rectangle of the same area holds one point. */
    @Test
    void every_rectangle_holds_one_of_the_first_points() {
        for (int wide = 0; wide <= 6; wide++) {
            int columns = 1 << wide;
            int rows = 64 / columns;
            assertThat(Arrays.stream(SobolPoints.shifted(64, SHIFT, 2))
                            .map(point -> (int) (columns * point[0]) * rows + (int) (rows * point[1])))
                    .containsExactlyInAnyOrderElementsOf(upTo(64));
        }
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void coordinates_never_are_0_or_1() {
        assertThat(SobolPoints.shifted(1, NO_SHIFT, 1)[0][0]).isEqualTo(0x1p-53);
        assertThat(SobolPoints.shifted(1, new long[] {-1}, 1)[0][0]).isEqualTo(1 - 0x1p-53);
    }

    @Test
    void most_coordinates_are_there() {
        long[] shift = new long[SobolPoints.MOST_COORDINATES];
        assertThat(SobolPoints.shifted(2, shift, SobolPoints.MOST_COORDINATES)[1])
                .hasSize(1000);
    }
}
