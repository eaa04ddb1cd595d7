package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cox models against coxph of survival 3.5-3, and against 50-digit arithmetic.
 *
 * <p>coxph stops when the log likelihood changes by less than 1e-9 of itself, which leaves up to 2.4e-9 in the estimate
 * for lung; hence 5e-9 there. Its log likelihoods and score statistics do not suffer from that, and 1e-9 is rounding in
 * numbers up to 1,700. The decimals are exact, so 1e-13 is what the fit itself achieves.
 */
class CoxReferenceTest {
    private static final double COXPH = 5e-9;
    private static final double ROUNDING = 1e-9;
    private static final double EXACT = 1e-13;
    private static final Percentage RELATIVE = Percentage.withPercentage(100 * COXPH);

    @ParameterizedTest
    @MethodSource("coxph")
    void agreesWithCoxph(ReferenceCases.Case reference) {
        ReferenceCases.Patients patients = reference.patients();
        boolean stratified = reference.analysis().endsWith("_stratified");
        Ties ties = reference.analysis().startsWith("cox_breslow") ? Ties.BRESLOW : Ties.EFRON;
        CoxModel model = CoxModel.of(stratified ? patients.stratified() : patients.data(), ties);

        assertThat(model.status()).isEqualTo(FitStatus.CONVERGED);
        assertThat(model.logHazardRatio()).isCloseTo(reference.value("loghr"), within(COXPH));
        assertThat(model.standardError()).isCloseTo(reference.value("se"), within(COXPH));
        assertThat(model.hazardRatio()).isCloseTo(reference.value("hr"), within(COXPH));
        assertThat(model.waldZ()).isCloseTo(-reference.value("wald_z"), within(10 * COXPH));
        assertThat(model.limits(0.95).lower()).isCloseTo(reference.value("ci95_hr", 0), RELATIVE);
        assertThat(model.limits(0.95).upper()).isCloseTo(reference.value("ci95_hr", 1), RELATIVE);
        assertThat(model.scoreChiSquare()).isCloseTo(reference.value("score_test"), within(ROUNDING));
        assertThat(model.logLikelihoodNull()).isCloseTo(reference.value("loglik", 0), within(ROUNDING));
        assertThat(model.logLikelihood()).isCloseTo(reference.value("loglik", 1), within(ROUNDING));
        assertThat(model.likelihoodRatioChiSquare()).isCloseTo(reference.value("lr_test"), within(ROUNDING));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/reference/survival/cox_decimal.csv", useHeadersInDisplayName = true)
    void agreesWithFiftyDigitArithmetic(String set, Ties ties, double logHazardRatio, double standardError) {
        CoxModel model = CoxModel.of(ReferenceCases.patients(set).data(), ties);

        assertThat(model.logHazardRatio()).isCloseTo(logHazardRatio, within(EXACT));
        assertThat(model.standardError()).isCloseTo(standardError, within(EXACT));
        assertThat(model.iterations()).isLessThanOrEqualTo(4);
    }

    static Stream<ReferenceCases.Case> coxph() {
        return ReferenceCases.of("cox_(efron|breslow)(_stratified)?");
    }
}
