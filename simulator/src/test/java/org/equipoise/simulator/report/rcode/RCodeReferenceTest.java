package org.equipoise.simulator.report.rcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside a call in R code is what the package itself gives for that call. */
class RCodeReferenceTest {
    private static double beside(String code, String result) {
        Matcher figure = Pattern.compile(Pattern.quote(result) + " +# Equipoise: ([0-9.]+)")
                .matcher(code);
        assertThat(figure.find()).as(code).isTrue();
        return Double.parseDouble(figure.group(1));
    }

    /** rpact 4.5.0.9315, getPowerSurvival: overallReject 0.823737330702896, analysisTime 25.7423008596702. */
    @Test
    void rpact_gives_the_power_and_the_time_of_the_speed_case() {
        String code = RCodeTest.code("speed-176");
        assertThat(code).contains("lambda2 = log(2) / 6,", "maxNumberOfEvents = 128,", "accrualTime = c(0, 18),");
        assertThat(beside(code, "power$overallReject")).isCloseTo(0.823737330702896, within(5e-5));
        assertThat(beside(code, "power$analysisTime")).isCloseTo(25.7423008596702, within(5e-3));
    }

    /** lrstat 0.3.3, lrpower with stratumFraction: overallReject 0.842821507268092. */
    @Test
    void lrstat_gives_the_power_of_a_stratified_test() {
        String code = RCodeTest.code(
                "speed-176",
                "strata={size: {a: {prevalence: 0.3}, b: {prevalence: 0.7, hazardRatio: 0.5}}}",
                "randomisation={method: permutedBlock, blockSize: 4, strata: [size]}",
                "analysis.test={method: logRank, stratified: true}",
                "endpoints.PFS.model.control={median: 4}",
                "analysis.looks=[{calendarTime: 30}]");
        assertThat(code)
                .contains(
                        "stratumFraction = c(0.3, 0.7),",
                        "lambda1 = c(0.103972077084, 0.051986038542),",
                        "lambda2 = c(0.17328679514, 0.08664339757),",
                        "accrualDuration = 18,",
                        "followupTime = 12");
        assertThat(beside(code, "power$overallResults$overallReject")).isCloseTo(0.842821507268092, within(5e-5));
        assertThat(beside(code, "power$byStageResults$analysisTime")).isEqualTo(30);
    }

    /** gsDesign2 1.1.8: 0.726055465858474 by fixed_design_rmst, 0.739161637723017 by fixed_design_milestone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{method: rmst, tau: 12} | 0.726055465858474", "{method: milestone, at: 12} | 0.739161637723017"})
    void gsdesign2_gives_the_power_of_curves_to_first_order(String test, double power) {
        String code = RCodeTest.code("speed-176", "analysis.test=" + test, "analysis.looks=[{calendarTime: 36}]");
        assertThat(code)
                .contains(
                        "duration = 18,",
                        "rate = 176 / 18",
                        "fail_rate = 0.115524530093,",
                        "dropout_rate = 0.00427444119896,",
                        "hr = 0.6\n",
                        "study_duration = 36,",
                        "tau = 12");
        assertThat(beside(code, "design$analysis$power")).isCloseTo(power, within(0.01));
    }

    /** lrstat 0.3.3, lrpower with its direct computation: overallReject 0.8111912952389. */
    @Test
    void lrstat_gives_the_power_of_a_delayed_effect() {
        String code = RCodeTest.code(
                "speed-176",
                "endpoints.PFS.model.experimental.hazardRatio=[{from: 0, is: 1}, {from: 3, is: 0.5}]",
                "analysis.looks=[{calendarTime: 42}]");
        assertThat(code)
                .contains(
                        "piecewiseSurvivalTime = c(0, 3),",
                        "lambda1 = c(0.115524530093, 0.0577622650467),",
                        "gamma1 = rep(0.00427444119896, 2),",
                        "accrualDuration = 18,",
                        "followupTime = 24,");
        assertThat(beside(code, "power$overallResults$overallReject")).isCloseTo(0.8111912952389, within(5e-5));
        assertThat(beside(code, "power$byStageResults$analysisTime")).isEqualTo(42);
    }
}
