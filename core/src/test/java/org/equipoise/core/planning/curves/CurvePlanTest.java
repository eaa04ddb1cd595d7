package org.equipoise.core.planning.curves;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.Test;

class CurvePlanTest {
    private static final PlannedArm CONTROL = PlannedArm.of(1, Weibull.ofMedian(0.8, 6));
    private static final PlannedArm EXPERIMENTAL = PlannedArm.of(1, Weibull.ofMedian(1.2, 10));
    private static final PlannedTrial TRIAL =
            PlannedTrial.of(Enrolment.over(200, 12), ArrivalProcess.UNIFORM, CONTROL, EXPERIMENTAL);

    /** Without censoring before it, the share without event is binomial. */
    @Test
    void withoutCensoringTheShareIsBinomial() {
        CurveComparison share = CurvePlan.of(TRIAL, 30).milestone(12, CurvePlan.Scale.PLAIN);
        double control = CONTROL.event().survival(12);
        double experimental = EXPERIMENTAL.event().survival(12);
        assertThat(share.difference()).isCloseTo(experimental - control, within(1e-12));
        assertThat(share.variance())
                .isCloseTo((control * (1 - control) + experimental * (1 - experimental)) / 100, within(1e-9));
    }

    /** Without censoring before τ, the area is the mean of min(T, τ). */
    @Test
    void withoutCensoringTheAreaIsAMean() {
        CurveComparison area = CurvePlan.of(TRIAL, 30).restrictedMean(12);
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
        CurveComparison area = CurvePlan.of(TRIAL, 20).restrictedMean(12);
        double needed = area.requiredPatients(1.96, -0.5, 0.9);
        CurveComparison then =
                CurvePlan.of(TRIAL.withPatientsInTheSameTime(needed), 20).restrictedMean(12);
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
        assertThat(plan.milestone(12, CurvePlan.Scale.LOG_LOG).power(1.96, 0))
                .isCloseTo(plan.milestone(12, CurvePlan.Scale.PLAIN).power(1.96, 0), within(2e-3));
    }

    @Test
    void likeStrataAreOneStratum() {
        PlannedTrial split = TRIAL.withStrata(
                List.of(new PlannedStratum(1, CONTROL, EXPERIMENTAL), new PlannedStratum(3, CONTROL, EXPERIMENTAL)));
        assertThat(CurvePlan.of(split, 20).restrictedMean(12).variance())
                .isCloseTo(CurvePlan.of(TRIAL, 20).restrictedMean(12).variance(), within(1e-12));
    }

    @Test
    void whatIsNotFollowedIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurvePlan.of(TRIAL, 12).restrictedMean(12))
                .withMessageContaining("less than the calendar time");
        assertThatIllegalArgumentException().isThrownBy(() -> CurvePlan.of(TRIAL, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurvePlan.of(TRIAL, 20).restrictedMean(12).requiredPatients(1.96, 50, 0.9))
                .withMessageContaining("must exceed");
    }
}
