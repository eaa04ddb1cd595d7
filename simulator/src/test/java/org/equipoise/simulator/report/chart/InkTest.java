package org.equipoise.simulator.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast by the Web Content Accessibility Guidelines 2.2: 4.5 for words, 3 for marks. */
class InkTest {
    @ParameterizedTest
    @EnumSource(
            value = Ink.class,
            names = {"PAGE", "GRID", "SHADE_.*"},
            mode = EnumSource.Mode.MATCH_NONE)
    void colours_stand_out_from_the_page(Ink ink) {
        double wanted = ink == Ink.AXIS || ink == Ink.ARM_2 ? 3 : 4.5;
        assertThat(contrast(ink.light(), Ink.PAGE.light())).as("light").isGreaterThan(wanted);
        assertThat(contrast(ink.dark(), Ink.PAGE.dark())).as("dark").isGreaterThan(wanted);
    }

    @Test
    void words_on_shades_stand_out_and_shades_go_from_the_page_away() {
        for (int k = 0; k < Ink.shades(); k++) {
            Ink shade = Ink.shade(k);
            assertThat(contrast(shade.words().light(), shade.light()))
                    .as("%s, light", shade)
                    .isGreaterThan(4.5);
            assertThat(contrast(shade.words().dark(), shade.dark()))
                    .as("%s, dark", shade)
                    .isGreaterThan(4.5);
            if (k > 0) {
                Ink before = Ink.shade(k - 1);
                assertThat(contrast(shade.light(), Ink.PAGE.light()))
                        .isGreaterThan(1.08 * contrast(before.light(), Ink.PAGE.light()));
                assertThat(contrast(shade.dark(), Ink.PAGE.dark()))
                        .isGreaterThan(1.08 * contrast(before.dark(), Ink.PAGE.dark()));
            }
        }
    }

    @Test
    void lines_that_are_no_arms_stand_out_from_the_page() {
        for (int k = 0; k < Ink.lines(); k++) {
            assertThat(contrast(Ink.ofLine(k).light(), Ink.PAGE.light())).isGreaterThan(3);
            assertThat(contrast(Ink.ofLine(k).dark(), Ink.PAGE.dark())).isGreaterThan(3);
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
