package org.equipoise.simulator.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LayoutPropertyTest {
    @Test
    void labels_never_cover_each_other_nor_leave_the_picture() {
        for (long seed = 0; seed < 300; seed++) {
            Chart chart = Charts.random(new Random(seed));
            for (Size size : Size.values()) {
                assertThat(Overlaps.of(chart, size)).as("seed %d", seed).isEmpty();
            }
        }
    }

    @Test
    void the_check_sees_labels_that_cover_each_other() {
        Scene.Label one = new Scene.Label(Ink.TEXT, "one", 10, 20, 12, Scene.Label.Anchor.START);
        Scene.Label other = new Scene.Label(Ink.TEXT, "other", 20, 25, 12, Scene.Label.Anchor.MIDDLE);
        assertThat(one.box().overlaps(other.box())).isTrue();
    }
}
