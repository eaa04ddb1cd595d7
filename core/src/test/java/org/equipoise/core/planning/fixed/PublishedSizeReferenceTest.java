package org.equipoise.core.planning.fixed;

import java.util.List;
import java.util.stream.Stream;
import org.equipoise.core.Census;
import org.equipoise.core.Differences;
import org.equipoise.core.WorkedExamples;
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
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.core.planning.logrank.MaxCombo;
import org.equipoise.core.planning.logrank.TestWeight;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Survival trials with one look that manuals of other programs, and one paper's program, work out. */
public class PublishedSizeReferenceTest {
    private static final String VARIANCE =
            "gsDesign2 has another variance of weighted tests; simulated trials have less power than it says";

    private static final WorkedExamples EXAMPLES = new WorkedExamples()
            .add("East 6.5 and gsDesign, power of 39.02 events", PublishedSizeReferenceTest::east)
            .add("Lachin and Foulkes by gsDesign's nSurvival", PublishedSizeReferenceTest::lachinAndFoulkes)
            .add("Yung and Liu 2020 by their npsurvSS", PublishedSizeReferenceTest::yungAndLiu)
            .add("lrstat, direct method against Schoenfeld's", PublishedSizeReferenceTest::directAgainstSchoenfeld)
            .add("gsDesign2, average hazard ratio", PublishedSizeReferenceTest::averageHazardRatio)
            .add("gsDesign2, a delayed effect: average hazard ratio", PublishedSizeReferenceTest::delayedByRatio)
            .add("gsDesign2, a delayed effect: milestone, restricted mean", PublishedSizeReferenceTest::delayedByCurves)
            .addDiffering(
                    "gsDesign2, a delayed effect: FH(0, 0.5)",
                    VARIANCE,
                    differences -> delayedByWeights(differences, TestWeight.flemingHarrington(0, 0.5), 355.573))
            .addDiffering(
                    "gsDesign2, a delayed effect: modestly weighted",
                    VARIANCE,
                    differences -> delayedByWeights(differences, TestWeight.modestlyWeighted(8), 399.449))
            .addDiffering(
                    "gsDesign2, a delayed effect: Lachin and Foulkes",
                    "gsDesign2 replaces the hazards by averages first, and so has other events",
                    PublishedSizeReferenceTest::delayedByLachinAndFoulkes)
            .add("gsDesign2, a delayed effect: MaxCombo", PublishedSizeReferenceTest::delayedByMaxCombo);

    @TestFactory
    Stream<DynamicTest> examples() {
        return EXAMPLES.tests();
    }

    public static Census census() {
        return EXAMPLES.census(PublishedSizeReferenceTest.class);
    }

    /** gsDesign's tests against East; more digits of the power from gsDesign itself. */
    private static void east(Differences differences) {
        Exponential control = Exponential.ofMedian(10);
        PlannedTrial trial = PlannedTrial.of(
                Enrolment.of(48, new double[] {0}, new double[] {4}),
                ArrivalProcess.UNIFORM,
                PlannedArm.of(1, control),
                PlannedArm.of(1, ProportionalHazards.of(control, 0.5)));
        FixedDesign design = FixedDesign.of(trial, Look.atTime(42), 0.025, 1);
        differences.within("events", design.events(), 39.02121789, 1e-8);
        differences.within("power", PowerMethod.SCHOENFELD.power(design), 0.581204588902, 1e-11);
    }

    private static void lachinAndFoulkes(Differences differences) {
        Exponential lost = Exponential.ofRate(0.1);
        PlannedTrial trial = PlannedTrial.of(
                Enrolment.over(1000, 0.5),
                ArrivalProcess.UNIFORM,
                new PlannedArm(1, Exponential.ofRate(0.2), lost),
                new PlannedArm(1, Exponential.ofRate(0.14), lost));
        FixedDesign solved = found(FixedDesign.of(trial, Look.atTime(2), 0.025, 1), PowerMethod.LACHIN_FOULKES, 0.9);
        differences.within("patients", solved.trial().patients(), 1410.53831, 1e-4);
        differences.within("events", solved.events(), 332.7125658, 1e-6);
        double schoenfeld = EventFormula.SCHOENFELD.requiredEvents(0.7, 1, 0.025, 0.9);
        differences.within("events by Schoenfeld", schoenfeld, 330.377914, 1e-6);
    }

    /**
     * With the program's defaults (size_two_arm, as printed in github.com/DanChaltiel/sample_size): Z has variance 1
     * there. Its integrals are R's, which stop early; the size without that error is 275.330912.
     */
    private static void yungAndLiu(Differences differences) {
        PlannedTrial trial = PlannedTrial.of(
                Enrolment.over(200, 6),
                ArrivalProcess.UNIFORM,
                PlannedArm.of(1, Exponential.ofRate(0.05)),
                PlannedArm.of(1, Exponential.ofRate(0.03)));
        FixedDesign solved = found(FixedDesign.of(trial, Look.atTime(18), 0.025, 1), PowerMethod.FIRST_ORDER, 0.8);
        differences.within("patients", solved.trial().patients(), 275.33133, 5e-4);
        differences.within("patients without that error", solved.trial().patients(), 275.3309121946142, 1e-9);
        ExpectedEvents expected = ExpectedEvents.of(solved.trial());
        differences.within("control events", expected.events(0, 18), 72.39288, 2e-4);
        differences.within("experimental events", expected.events(1, 18), 49.76761, 2e-4);
    }

    /** lrstat's vignette on its two methods: 40 events, of 10,000 simulated trials 72.2 % rejected. */
    private static void directAgainstSchoenfeld(Differences differences) {
        PlannedTrial trial = PlannedTrial.of(
                Enrolment.over(200, 12),
                ArrivalProcess.UNIFORM,
                PlannedArm.of(1, Exponential.ofSurvival(0.6, 12)),
                PlannedArm.of(1, Exponential.ofSurvival(0.8, 12)));
        FixedDesign design = FixedDesign.of(trial, Look.atEvents(40), 0.025, 1);
        differences.within("time", design.calendarTime(), 13.63168939, 1e-7);
        differences.within("hazard ratio", design.averageHazardRatio(), 0.436829205, 1e-9);
        differences.within("power by Schoenfeld", PowerMethod.SCHOENFELD.power(design), 0.745076345, 1e-9);
        FixedDesign asPrinted = new FixedDesign(trial, Look.atTime(13.63), TestWeight.LOG_RANK, 1, 1.96);
        differences.within("power directly", PowerMethod.FIRST_ORDER.power(asPrinted), 0.71380525, 1e-6);
        differences.within("simulated power", PowerMethod.SECOND_ORDER.power(design), 0.722, 3 * 0.0045);
    }

    /** The help page of {@code ahr}. */
    private static void averageHazardRatio(Differences differences) {
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
            differences.within("hazard ratio", average.ratio(), ratios[k], 1e-8);
            differences.within("events", average.events(), events[k], 1e-4);
        }
    }

    /** The vignette on fixed designs: the effect begins after four months; power 0.9 at month 36. */
    private static FixedDesign delayed() {
        Exponential control = Exponential.ofMedian(12);
        Exponential lost = Exponential.ofRate(0.001);
        PlannedTrial trial = PlannedTrial.of(
                Enrolment.over(360, 18),
                ArrivalProcess.UNIFORM,
                new PlannedArm(1, control, lost),
                new PlannedArm(1, ProportionalHazards.of(control, new double[] {0, 4}, new double[] {1, 0.6}), lost));
        return FixedDesign.of(trial, Look.atTime(36), 0.025, 1);
    }

    private static void delayedByRatio(Differences differences) {
        FixedDesign solved = found(delayed(), PowerMethod.AVERAGE_HAZARD_RATIO, 0.9);
        differences.within("patients", solved.trial().patients(), 463.078, 1e-3);
    }

    private static void delayedByLachinAndFoulkes(Differences differences) {
        FixedDesign solved = found(delayed(), PowerMethod.LACHIN_FOULKES, 0.9);
        differences.within("patients", solved.trial().patients(), 453.171, 1e-3);
    }

    private static void delayedByWeights(Differences differences, TestWeight weight, double printed) {
        FixedDesign solved = found(delayed().withTest(weight), PowerMethod.FIRST_ORDER, 0.9);
        differences.within("patients", solved.trial().patients(), printed, 1e-3);
    }

    /** With weights (0, 0), (0.5, 0) and (0.5, 0.5); its normal probabilities are quasi-random to about 1e-5. */
    private static void delayedByMaxCombo(Differences differences) {
        MaxCombo test = new MaxCombo(List.of(
                TestWeight.LOG_RANK, TestWeight.flemingHarrington(0.5, 0), TestWeight.flemingHarrington(0.5, 0.5)));
        FixedDesign solved = found(delayed().withTest(test), PowerMethod.FIRST_ORDER, 0.9);
        differences.within("patients", solved.trial().patients(), 412.07, 0.1);
    }

    private static void delayedByCurves(Differences differences) {
        double z = StandardNormal.upperQuantile(0.025);
        CurvePlan curves = CurvePlan.of(delayed().trial(), 36);
        double share = curves.compared(CurveTest.share(18)).requiredPatients(z, 0, 0.9);
        differences.within("patients, milestone", share, 556.904, 1e-2);
        double mean = curves.compared(CurveTest.restrictedMean(24)).requiredPatients(z, 0, 0.9);
        differences.within("patients, restricted mean", mean, 793.038, 1e-2);
    }

    private static FixedDesign found(FixedDesign design, PowerMethod method, double power) {
        return ((Solution.Found) Solver.solve(design, method, Unknown.PATIENTS, power)).design();
    }
}
