package org.equipoise.simulator.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.equipoise.simulator.engine.summary.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    @ParameterizedTest
    @CsvSource({
        "0.0013, 4",
        "0.0035, 4",
        "0.0036, 3",
        "0.0095, 3",
        "0.01, 3",
        "0.001, 4",
        "0.1, 2",
        "0.35, 2",
        "0.36, 1",
        "1, 1",
        "3.5, 1",
        "3.6, 0",
        "12, 0",
        "1e9, 0",
        "1e-300, 10",
        "0, 0",
        "NaN, 0",
        "Infinity, 0"
    })
    void decimals_follow_the_standard_error(double standardError, int decimals) {
        assertThat(Digits.decimals(standardError)).isEqualTo(decimals);
    }

    @Test
    void rounding_takes_away_less_than_the_standard_error() {
        SplittableRandom random = new SplittableRandom(20260101);
        for (int i = 0; i < 20_000; i++) {
            double standardError = Math.pow(10, random.nextDouble(-9, 6));
            double value = random.nextDouble(-1, 1) * standardError * Math.pow(10, random.nextDouble(0, 4));
            String text = Digits.fixed(value, Digits.decimals(standardError));
            double read = Double.parseDouble(text.replace('−', '-'));
            assertThat(Math.abs(read - value))
                    .as("%s with standard error %s as %s", value, standardError, text)
                    .isLessThan(standardError / 2);
        }
    }

    @Test
    void what_is_no_number_has_a_sign_of_its_own() {
        assertThat(Digits.fixed(Double.NaN, 2)).isEqualTo("–");
        assertThat(Digits.fixed(Double.POSITIVE_INFINITY, 2)).isEqualTo("∞");
        assertThat(Digits.fixed(Double.NEGATIVE_INFINITY, 2)).isEqualTo("−∞");
        assertThat(Digits.plain(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    }

    @Test
    void nothing_is_negative_zero() {
        assertThat(Digits.fixed(-0.0004, 3)).isEqualTo("0.000");
        assertThat(Digits.signed(-0.0004, 3)).isEqualTo("+0.000");
        assertThat(Digits.signed(-0.0006, 3)).isEqualTo("−0.001");
        assertThat(Digits.plain(-0.0)).isEqualTo("0");
    }

    @Test
    void given_numbers_read_as_they_were_written() {
        assertThat(Digits.plain(6.5)).isEqualTo("6.5");
        assertThat(Digits.plain(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(Digits.plain(100 * 0.07)).isEqualTo("7");
        assertThat(Digits.plain(17.666666666, 4)).isEqualTo("17.67");
        assertThat(Digits.plain(1_000_000)).isEqualTo("1000000");
        assertThat(Digits.plain(-2.25)).isEqualTo("−2.25");
        assertThat(Digits.plain(0.00001)).isEqualTo("0.00001");
        assertThat(Digits.grouped(1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void a_share_is_never_rounded_to_always_or_never() {
        assertThat(Digits.percent(1)).isEqualTo("100 %");
        assertThat(Digits.percent(0)).isEqualTo("0 %");
        assertThat(Digits.percent(0.99999)).isEqualTo("> 99.9 %");
        assertThat(Digits.percent(0.00001)).isEqualTo("< 0.1 %");
        assertThat(Digits.percent(0.234)).isEqualTo("23.4 %");
        assertThat(Digits.percent(Double.NaN)).isEqualTo("– %");
    }

    @Test
    void a_power_of_one_in_few_replicates_has_few_digits() {
        assertThat(Digits.of(Estimate.proportion(10, 10))).isEqualTo("1.00");
        assertThat(Digits.of(Estimate.proportion(100_000, 100_000))).isEqualTo("1.000000");
        assertThat(Digits.of(Estimate.mean(137, 0, 100))).isEqualTo("137");
    }

    @Test
    void the_locale_changes_nothing() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"tr-TR", "de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Digits.fixed(1234.5, 2)).isEqualTo("1234.50");
                assertThat(Digits.grouped(1234)).isEqualTo("1,234");
                assertThat(Digits.plain(1234)).isEqualTo("1234");
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
