package org.equipoise.core.planning.staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.PiecewiseExponential;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.AverageHazardRatio;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.curves.CurvePlan;
import org.equipoise.core.planning.curves.CurveTest;
import org.equipoise.core.planning.fixed.EventFormula;
import org.equipoise.core.planning.fixed.FixedDesign;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.fixed.Solution;
import org.equipoise.core.planning.fixed.Solver;
import org.equipoise.core.planning.fixed.Unknown;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.core.sequential.CrossingProbabilities;
import org.equipoise.core.sequential.GroupSequentialDesign;
import org.equipoise.core.sequential.StoppingBounds;
import org.junit.jupiter.api.Test;

/** Worked examples that manuals of other programs print. */
class PublishedPlanReferenceTest {
    /** SAS/STAT, SEQDESIGN, "Survival data with uniform accrual": patients at each look, and follow-up. */
    @Test
    void sasSeqdesignPatientsAndFollowUp() {
        PlannedTrial trial = PlannedTrial.of(
                Enrolment.of(270, new double[] {0}, new double[] {15}),
                ArrivalProcess.UNIFORM,
                PlannedArm.of(1, Exponential.ofRate(0.03466)),
                PlannedArm.of(1, Exponential.ofRate(0.01733)));
        StoppingBounds bounds =
                GroupSequentialDesign.evenly(4).alphaTwoSided(0.05).build().bounds();
        StagedDesign asked = StagedDesign.of(
                trial, IntStream.of(20, 40, 60, 80).mapToObj(Look::atEvents).toList(), bounds);
        StagedDesign solved =
                asked.withLast(((Solution.Found) asked.solve(PowerMethod.SCHOENFELD, Unknown.EVENTS, 0.9)).design());
        double[] times = solved.calendarTimes();
        ExpectedEvents expected = ExpectedEvents.of(trial);
        double[] patients = {168.95, 244.31, 270, 270};
        for (int k = 0; k < 4; k++) {
            assertThat(expected.enrolled(times[k])).isCloseTo(patients[k], within(5e-3));
        }
        assertThat(times[3] - 18).isCloseTo(7.133226, within(1e-4));
    }

    /** Lachin and Foulkes' example as gsDesign's help page of nSurvival has it. */
    @Test
    void lachinAndFoulkes() {
        Exponential lost = Exponential.ofRate(0.1);
        PlannedTrial trial = PlannedTrial.of(
                Enrolment.over(1000, 0.5),
                ArrivalProcess.UNIFORM,
                new PlannedArm(1, Exponential.ofRate(0.2), lost),
                new PlannedArm(1, Exponential.ofRate(0.14), lost));
        FixedDesign design = FixedDesign.of(trial, Look.atTime(2), 0.025, 1);
        FixedDesign solved = found(design, PowerMethod.LACHIN_FOULKES, 0.9);
        assertThat(solved.trial().patients()).isCloseTo(1410.53831, within(1e-4));
        assertThat(solved.events()).isCloseTo(332.7125658, within(1e-6));
        assertThat(EventFormula.SCHOENFELD.requiredEvents(0.7, 1, 0.025, 0.9)).isCloseTo(330.377914, within(1e-6));
    }

    /**
     * npsurvSS, the authors' program of Yung and Liu 2020, with its defaults (size_two_arm, as printed in
     * github.com/DanChaltiel/sample_size): Z has variance 1 there. Its integrals are R's, which stop early; the size
     * without that error is 275.330912.
     */
    @Test
    void yungAndLiu() {
        PlannedTrial trial = PlannedTrial.of(
                Enrolment.over(200, 6),
                ArrivalProcess.UNIFORM,
                PlannedArm.of(1, Exponential.ofRate(0.05)),
                PlannedArm.of(1, Exponential.ofRate(0.03)));
        FixedDesign solved = found(FixedDesign.of(trial, Look.atTime(18), 0.025, 1), PowerMethod.FIRST_ORDER, 0.8);
        assertThat(solved.trial().patients()).isCloseTo(275.33133, within(5e-4));
        assertThat(solved.trial().patients()).isCloseTo(275.3309121946142, within(1e-9));
        ExpectedEvents expected = ExpectedEvents.of(solved.trial());
        assertThat(expected.events(0, 18)).isCloseTo(72.39288, within(2e-4));
        assertThat(expected.events(1, 18)).isCloseTo(49.76761, within(2e-4));
    }

    /**
     * lrstat's vignette on a delayed effect: 315 events, 41.5 months, 37 expected. Simulated there 0.7972 with 10,000
     * trials (standard error 0.0040).
     */
    @Test
    void delayedEffectOverTwoLooks() {
        double[] starts = IntStream.rangeClosed(0, 8).asDoubleStream().toArray();
        double[] rates =
                IntStream.rangeClosed(1, 9).mapToDouble(k -> 26.0 * k / 9).toArray();
        Exponential control = Exponential.ofMedian(13);
        Exponential lost = Exponential.ofSurvival(0.95, 12);
        PlannedTrial trial = PlannedTrial.of(
                Enrolment.of(468, starts, rates),
                ArrivalProcess.UNIFORM,
                new PlannedArm(1, control, lost),
                new PlannedArm(1, ProportionalHazards.of(control, new double[] {0, 6}, new double[] {1, 0.58}), lost));
        StoppingBounds bounds = GroupSequentialDesign.at(252, 315).build().bounds();
        assertThat(bounds.efficacy(1)).isCloseTo(2.2503996, within(1e-6));
        assertThat(bounds.efficacy(2)).isCloseTo(2.0249720, within(1e-6));
        StagedDesign design = StagedDesign.of(trial, List.of(Look.atEvents(252), Look.atEvents(315)), bounds);
        double[] times = design.calendarTimes();
        assertThat(times[1]).isCloseTo(41.471297, within(1e-5));
        CrossingProbabilities ends = design.crossing(PowerMethod.FIRST_ORDER);
        assertThat(ends.rejection()).isCloseTo(0.80158743, within(1e-4));
        double stops = ends.efficacy(1);
        assertThat(stops * times[0] + (1 - stops) * times[1]).isCloseTo(36.913563, within(1e-3));
        assertThat(design.power(PowerMethod.SECOND_ORDER)).isCloseTo(0.7972, within(3 * 0.0040));
    }

    /** gsDesign2's help page of {@code ahr}. */
    @Test
    void averageHazardRatio() {
        double[] starts = {0, 3};
        Exponential lost = Exponential.ofRate(0.001);
        double[] hazards = {Math.log(2) / 9, Math.log(2) / 18};
        PlannedTrial trial = PlannedTrial.of(
                Enrolment.of(108, new double[] {0, 2, 4}, new double[] {3, 6, 9}),
                ArrivalProcess.UNIFORM,
                new PlannedArm(1, PiecewiseExponential.of(starts, hazards), lost),
                new PlannedArm(
                        1, PiecewiseExponential.of(starts, new double[] {0.9 * hazards[0], 0.6 * hazards[1]}), lost));
        double[] ratios = {0.810753886, 0.715156582, 0.683339521};
        double[] events = {20.4045, 49.0697, 66.2395};
        for (int k = 0; k < 3; k++) {
            AverageHazardRatio average = AverageHazardRatio.at(trial, 12.0 * (k + 1));
            assertThat(average.ratio()).isCloseTo(ratios[k], within(1e-8));
            assertThat(average.events()).isCloseTo(events[k], within(1e-4));
        }
    }

    /**
     * gsDesign2's vignette on fixed designs. Its sizes for weighted tests, 355.573 and 399.449, are too small: it gives
     * them more power than simulated trials have.
     */
    @Test
    void delayedEffectInFixedDesigns() {
        Exponential control = Exponential.ofMedian(12);
        Exponential lost = Exponential.ofRate(0.001);
        PlannedTrial trial = PlannedTrial.of(
                Enrolment.over(360, 18),
                ArrivalProcess.UNIFORM,
                new PlannedArm(1, control, lost),
                new PlannedArm(1, ProportionalHazards.of(control, new double[] {0, 4}, new double[] {1, 0.6}), lost));
        FixedDesign design = FixedDesign.of(trial, Look.atTime(36), 0.025, 1);
        assertThat(found(design, PowerMethod.AVERAGE_HAZARD_RATIO, 0.9).trial().patients())
                .isCloseTo(463.078, within(1e-3));
        double z = StandardNormal.upperQuantile(0.025);
        CurvePlan curves = CurvePlan.of(trial, 36);
        assertThat(curves.compared(CurveTest.share(18)).requiredPatients(z, 0, 0.9))
                .isCloseTo(556.904, within(1e-2));
        assertThat(curves.compared(CurveTest.restrictedMean(24)).requiredPatients(z, 0, 0.9))
                .isCloseTo(793.038, within(1e-2));
    }

    private static FixedDesign found(FixedDesign design, PowerMethod method, double power) {
        return ((Solution.Found) Solver.solve(design, method, Unknown.PATIENTS, power)).design();
    }
}
