package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Log-rank tests against survival and lrstat. Both sides are plain sums of at most 300 terms and the reference has 15
 * digits, so 1e-11 is rounding; the statistic is a difference of sums up to 180.
 */
class LogRankReferenceTest {
    private static final double ROUNDING = 1e-11;

    @ParameterizedTest
    @MethodSource("survdiff")
    void agreesWithSurvdiff(ReferenceCases.Case reference) {
        LogRankTest test = LogRankTest.of(reference.patients().data());

        assertThat(test.observedControl()).isEqualTo(reference.value("obs", 0));
        assertThat(test.observedExperimental()).isEqualTo(reference.value("obs", 1));
        assertThat(test.expectedControl()).isCloseTo(reference.value("exp", 0), within(ROUNDING));
        assertThat(test.expectedExperimental()).isCloseTo(reference.value("exp", 1), within(ROUNDING));
        assertThat(test.variance()).isCloseTo(reference.value("var"), within(ROUNDING));
        assertThat(test.z()).isCloseTo(reference.value("z_signed_group1_minus"), within(ROUNDING));
        assertThat(test.chiSquare()).isCloseTo(reference.value("chisq"), within(ROUNDING));
        assertThat(test.pTwoSided()).isCloseTo(reference.value("p_two_sided"), within(ROUNDING));
        double benefit = test.z() > 0 ? test.pOneSided() : 1 - test.pOneSided();
        assertThat(benefit).isCloseTo(reference.value("p_two_sided") / 2, within(ROUNDING));
    }

    @ParameterizedTest
    @MethodSource("survdiffStratified")
    void agreesWithStratifiedSurvdiff(ReferenceCases.Case reference) {
        LogRankTest test = LogRankTest.of(reference.patients().stratified());

        assertThat(test.expectedExperimental()).isCloseTo(reference.value("exp_group1"), within(ROUNDING));
        assertThat(test.variance()).isCloseTo(reference.value("var"), within(ROUNDING));
        assertThat(test.z()).isCloseTo(reference.value("z_signed_group1_minus"), within(ROUNDING));
    }

    @ParameterizedTest
    @MethodSource("lrtest")
    void agreesWithLrtest(ReferenceCases.Case reference) {
        ReferenceCases.Patients patients = reference.patients();
        boolean stratified = reference.analysis().endsWith("_strat");
        LogRankTest test = LogRankTest.of(stratified ? patients.stratified() : patients.data());

        assertThat(test.statistic()).isCloseTo(-reference.value("uscore"), within(ROUNDING));
        assertThat(test.variance()).isCloseTo(reference.value("vscore"), within(ROUNDING));
        assertThat(test.z()).isCloseTo(-reference.value("logRankZ"), within(ROUNDING));
        assertThat(test.pTwoSided()).isCloseTo(reference.value("logRankPValue"), within(ROUNDING));
    }

    static Stream<ReferenceCases.Case> survdiff() {
        return ReferenceCases.of("logrank");
    }

    static Stream<ReferenceCases.Case> survdiffStratified() {
        return ReferenceCases.of("logrank_stratified");
    }

    static Stream<ReferenceCases.Case> lrtest() {
        return ReferenceCases.of("lrstat_lrtest_0_0(_strat)?");
    }
}
