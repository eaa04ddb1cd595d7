package org.equipoise.core.planning.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.Weibull;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.logrank.Look;
import org.junit.jupiter.api.Test;

class CurvePlanTest {
    private static final PlannedArm CONTROL = PlannedArm.of(1, Weibull.ofMedian(0.8, 6));
    private static final PlannedArm EXPERIMENTAL = PlannedArm.of(1, Weibull.ofMedian(1.2, 10));
    private static final PlannedTrial TRIAL =
            PlannedTrial.of(Enrolment.over(200, 12), ArrivalProcess.UNIFORM, CONTROL, EXPERIMENTAL);

    /** Without censoring before it, the share without event is binomial. */
    @Test
    void withoutCensoringTheShareIsBinomial() {
        CurveComparison share = CurvePlan.of(TRIAL, 30).compared(CurveTest.share(12));
        double control = CONTROL.event().survival(12);
        double experimental = EXPERIMENTAL.event().survival(12);
        assertThat(share.difference()).isCloseTo(experimental - control, within(1e-12));
        assertThat(share.variance())
                .isCloseTo((control * (1 - control) + experimental * (1 - experimental)) / 100, within(1e-9));
    }

    /** Cumulants of a binomial share p of n patients, and of its estimated variance p (1 - p) / n. */
    @Test
    void withoutCensoringTheCumulantsAreThoseOfABinomialShare() {
        CurveCumulants cumulants =
                CurvePlan.of(TRIAL, 30).compared(CurveTest.share(12)).cumulants();
        double n = 100;
        double[] sums = new double[6];
        for (PlannedArm arm : List.of(CONTROL, EXPERIMENTAL)) {
            double p = arm.event().survival(12);
            double scatter = p * (1 - p);
            double sign = arm.equals(CONTROL) ? -1 : 1;
            sums[0] += scatter / n;
            sums[1] += sign * scatter * (1 - 2 * p) / (n * n);
            sums[2] += scatter / n * (1 - 1 / n);
            sums[3] += sign * scatter * (1 - 2 * p) / (n * n);
            sums[4] += scatter * (1 - 2 * p) * (1 - 2 * p) / (n * n * n);
            sums[5] += (scatter * (1 - 2 * p) * (1 - 2 * p) - 2 * scatter * scatter) / (n * n * n);
        }
        assertThat(new double[] {
                    cumulants.trueVariance(),
                    cumulants.third(),
                    cumulants.estimatedVariance(),
                    cumulants.covariance(),
                    cumulants.varianceOfVariance(),
                    cumulants.mixed()
                })
                .containsExactly(sums, within(1e-9));
    }

    /** Without censoring Z is a function of two binomial numbers, over all of which its moments are summed. */
    @Test
    void withoutCensoringZIsThatOfTwoBinomialNumbers() {
        for (CurveTest test : List.of(CurveTest.share(12), CurveTest.logLogShare(12))) {
            double[] exact = momentsOverAllTables(100, test.figure() == CurveTest.Figure.LOG_LOG_SHARE);
            ZCumulants z = CurvePlan.of(TRIAL, 30).compared(test).cumulants().standardised(0);
            assertThat(z.mean()).as(test.toString()).isCloseTo(exact[0], within(2e-3));
            assertThat(z.variance()).as(test.toString()).isCloseTo(exact[1], within(4e-3));
            assertThat(z.third()).as(test.toString()).isCloseTo(exact[2], within(0.03));
        }
    }

    /** Mean, variance and third central moment. */
    private static double[] momentsOverAllTables(int n, boolean logLog) {
        double[] control = binomial(n, CONTROL.event().survival(12));
        double[] experimental = binomial(n, EXPERIMENTAL.event().survival(12));
        double[] raw = new double[3];
        for (int i = 1; i < n; i++) {
            for (int j = 1; j < n; j++) {
                double p = (double) i / n;
                double q = (double) j / n;
                double difference = logLog ? Math.log(Math.log(p) / Math.log(q)) : q - p;
                double error = Math.hypot(error(p, n, logLog), error(q, n, logLog));
                for (int k = 0; k < 3; k++) {
                    raw[k] += control[i] * experimental[j] * Math.pow(difference / error, k + 1);
                }
            }
        }
        double variance = raw[1] - raw[0] * raw[0];
        return new double[] {raw[0], variance, raw[2] - 3 * raw[0] * variance - Math.pow(raw[0], 3)};
    }

    private static double error(double p, int n, boolean logLog) {
        return Math.sqrt(p * (1 - p) / n) / (logLog ? -p * Math.log(p) : 1);
    }

    private static double[] binomial(int n, double p) {
        double[] probability = new double[n + 1];
        probability[0] = Math.pow(1 - p, n);
        for (int i = 1; i <= n; i++) {
            probability[i] = probability[i - 1] * (n - i + 1) / i * p / (1 - p);
        }
        return probability;
    }

    /** Without censoring before τ, the area is the mean of min(T, τ). */
    @Test
    void withoutCensoringTheAreaIsAMean() {
        CurveComparison area = CurvePlan.of(TRIAL, 30).compared(CurveTest.restrictedMean(12));
        assertThat(area.control()).isCloseTo(moment(CONTROL, 12, 1), within(1e-6));
        double variance = 0;
        for (PlannedArm arm : List.of(CONTROL, EXPERIMENTAL)) {
            variance += (moment(arm, 12, 2) - Math.pow(moment(arm, 12, 1), 2)) / 100;
        }
        assertThat(area.variance()).isCloseTo(variance, within(1e-5));
    }

    /** E min(T, τ)^k = ∫ k t^(k-1) S(t) dt by the midpoint rule. */
    private static double moment(PlannedArm arm, double tau, int k) {
        int cells = 200_000;
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            double t = (i + 0.5) * tau / cells;
            sum += k * Math.pow(t, k - 1) * arm.event().survival(t) * tau / cells;
        }
        return sum;
    }

    @Test
    void requiredPatientsGiveThePower() {
        CurveComparison area = CurvePlan.of(TRIAL, 20).compared(CurveTest.restrictedMean(12));
        double needed = area.requiredPatients(1.96, -0.5, 0.9);
        CurveComparison then =
                CurvePlan.of(TRIAL.withPatientsInTheSameTime(needed), 20).compared(CurveTest.restrictedMean(12));
        assertThat(then.power(1.96, -0.5)).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void scalesAgreeOnSmallDifferences() {
        PlannedTrial small = PlannedTrial.of(
                Enrolment.over(20_000, 12),
                ArrivalProcess.UNIFORM,
                PlannedArm.of(1, Exponential.ofMedian(6)),
                PlannedArm.of(1, Exponential.ofMedian(6.1)));
        CurvePlan plan = CurvePlan.of(small, 20);
        assertThat(plan.compared(CurveTest.logLogShare(12)).power(1.96, 0))
                .isCloseTo(plan.compared(CurveTest.share(12)).power(1.96, 0), within(2e-3));
    }

    @Test
    void likeStrataAreOneStratum() {
        PlannedTrial split = TRIAL.withStrata(
                List.of(new PlannedStratum(1, CONTROL, EXPERIMENTAL), new PlannedStratum(3, CONTROL, EXPERIMENTAL)));
        assertThat(CurvePlan.of(split, 24)
                        .compared(CurveTest.restrictedMean(12))
                        .variance())
                .isCloseTo(
                        CurvePlan.of(TRIAL, 24)
                                .compared(CurveTest.restrictedMean(12))
                                .variance(),
                        within(1e-12));
    }

    @Test
    void whatIsNotFollowedIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurvePlan.of(TRIAL, 12).compared(CurveTest.restrictedMean(12)))
                .withMessageContaining("less than the calendar time");
        assertThatIllegalArgumentException().isThrownBy(() -> CurvePlan.of(TRIAL, 0));
        assertThatExceptionOfType(NotFollowedException.class)
                .isThrownBy(() -> CurveTest.share(12).joint(TRIAL, 1, List.of(Look.atTime(14))))
                .withMessageContaining("patients of the control arm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurvePlan.of(TRIAL, 20)
                        .compared(CurveTest.restrictedMean(12))
                        .requiredPatients(1.96, 50, 0.9))
                .withMessageContaining("must exceed");
    }
}
