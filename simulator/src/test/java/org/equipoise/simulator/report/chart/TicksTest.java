package org.equipoise.simulator.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void months_are_counted_by_the_half_year_and_the_year() {
        assertThat(across(Axis.of("Time", "months", 0, 41), 660).labels())
                .containsExactly("0", "6", "12", "18", "24", "30", "36");
        assertThat(across(Axis.of("Time", "months", 0, 100), 300).labels()).startsWith("0", "12", "24");
    }

    @Test
    void decimals_are_as_many_as_any_label_needs() {
        assertThat(across(Axis.ofNumbers("p", 0, 1), 300).labels())
                .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(across(Axis.ofNumbers("Z", -2, 2), 200).labels()).containsExactly("−2", "−1", "0", "1", "2");
    }

    @Test
    void ratios_have_ticks_at_round_ratios() {
        assertThat(across(Axis.ofRatios("p", 0.001, 1), 300).labels())
                .containsExactly("0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1");
    }

    @Test
    void ticks_lie_on_the_axis_and_their_labels_apart() {
        for (double low : new double[] {-1e6, -3.3, 0, 0.017, 41, 99_999}) {
            for (double span : new double[] {1e-3, 0.5, 7, 31.4, 400, 2e5}) {
                Axis axis = Axis.ofNumbers("x", low, low + span);
                for (double length : new double[] {150, 300, 660}) {
                    Ticks ticks = across(axis, length);
                    assertThat(ticks.values()).allMatch(axis::holds);
                    for (int i = 1; i < ticks.values().size(); i++) {
                        double apart = length
                                * (axis.share(ticks.values().get(i))
                                        - axis.share(ticks.values().get(i - 1)));
                        double widths = (TextWidth.of(ticks.labels().get(i), 12)
                                        + TextWidth.of(ticks.labels().get(i - 1), 12))
                                / 2;
                        assertThat(apart).isGreaterThan(widths);
                    }
                }
            }
        }
    }

    private static Ticks across(Axis axis, double length) {
        return Ticks.of(axis, length, Size.FONT, true);
    }
}
