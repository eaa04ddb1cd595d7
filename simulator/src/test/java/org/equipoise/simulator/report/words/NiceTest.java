package org.equipoise.simulator.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NiceTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.01, 2",
        "3.84, 5",
        "5.7, 6",
        "6.1, 10",
        "0.3, 0.3",
        "0.0007, 0.001",
        "1000, 1000",
        "1e-9, 1e-9"
    })
    void a_step_is_the_next_round_number(double least, double step) {
        assertThat(Nice.step(least)).isCloseTo(step, Offset.offset(step * 1e-12));
    }

    @Test
    void a_step_is_never_less_nor_more_than_twice_as_much() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            double least = Math.pow(10, random.nextDouble(-12, 12));
            assertThat(Nice.step(least)).isBetween(least * (1 - 2e-9), 2 * least);
        }
    }
}
