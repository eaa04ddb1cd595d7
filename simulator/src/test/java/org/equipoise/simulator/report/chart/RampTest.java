package org.equipoise.simulator.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RampTest {
    @Test
    void classes_have_round_ends() {
        assertThat(Ramp.over(0.025, 0.93)).isEqualTo(new Ramp(0, 0.1, 10));
        assertThat(Ramp.over(0.52, 0.93)).isEqualTo(new Ramp(0.5, 0.05, 9));
        assertThat(Ramp.over(20, 37).high()).isEqualTo(38);
    }

    @Test
    void every_number_lies_in_its_class() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            double least = random.nextDouble();
            double most = least + random.nextDouble() * Math.pow(10, -random.nextInt(4));
            Ramp ramp = Ramp.over(least, most);
            assertThat(ramp.low()).isLessThanOrEqualTo(least + 1e-9);
            assertThat(ramp.high()).isGreaterThanOrEqualTo(most - 1e-9);
            double value = least + random.nextDouble() * (most - least);
            int index = ramp.at(value);
            assertThat(value - ramp.low()).isBetween(index * ramp.step() - 1e-9, (index + 1) * ramp.step() + 1e-9);
        }
    }

    @Test
    void an_end_belongs_to_the_class_above_it_and_the_highest_to_the_last() {
        Ramp ramp = Ramp.over(0, 1);
        assertThat(ramp.at(0.3)).isEqualTo(3);
        assertThat(ramp.at(1)).isEqualTo(9);
        assertThat(ramp.at(-1)).isZero();
    }

    @Test
    void a_number_alone_has_a_class() {
        Ramp ramp = Ramp.over(0.8, 0.8);
        assertThat(ramp.low()).isCloseTo(0.8, within(0.001));
        assertThat(ramp.shade(ramp.at(0.8))).isNotNull();
    }
}
