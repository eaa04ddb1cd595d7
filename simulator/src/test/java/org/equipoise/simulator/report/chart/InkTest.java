package org.equipoise.simulator.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast by the Web Content Accessibility Guidelines 2.2: 4.5 for words, 3 for marks. */
class InkTest {
    @ParameterizedTest
    @EnumSource(
            value = Ink.class,
            names = {"PAGE", "GRID"},
            mode = EnumSource.Mode.EXCLUDE)
    void colours_stand_out_from_the_page(Ink ink) {
        double wanted = ink == Ink.AXIS || ink == Ink.ARM_2 ? 3 : 4.5;
        assertThat(contrast(ink.light(), Ink.PAGE.light())).as("light").isGreaterThan(wanted);
        assertThat(contrast(ink.dark(), Ink.PAGE.dark())).as("dark").isGreaterThan(wanted);
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
