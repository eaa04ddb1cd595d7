package org.equipoise.core.planning.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.curves.CurveTest.Figure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Covariances of the number of events with Z against simulated trials, whose survival curves are written plainly. To
 * first order they are right to some per cent; beyond that each of the 6 comparisons fails by chance once in 16,000.
 */
class EventCovariancesStatisticalTest {
    private static final int TRIALS = 4_000;
    private static final double ERRORS = 4;
    private static final double FIRST_ORDER = 0.05;

    private static final int PATIENTS = 300;
    private static final double DURATION = 12;
    private static final double TIME = 16;
    private static final double STEP = 0.5;
    private static final double UNTIL = 12;
    private static final double DROPOUT = 0.02;
    private static final double[] HAZARDS = {0.08, 0.01};

    private record Patient(int arm, double entry, double event, double dropout) {}

    @ParameterizedTest
    @EnumSource(Figure.class)
    void areThoseOfSimulatedTrials(Figure figure) {
        CurveTest test = new CurveTest(figure, UNTIL);
        PlannedTrial trial = PlannedTrial.of(
                Enrolment.over(PATIENTS, DURATION), ArrivalProcess.UNIFORM, arm(HAZARDS[0]), arm(HAZARDS[1]));
        CurvePlan plan = CurvePlan.of(trial, TIME);
        EventCovariances expected = plan.withEvents(test, plan.compared(test).difference());

        double[] events = new double[TRIALS];
        double[] z = new double[TRIALS];
        double[] ahead = new double[TRIALS];
        Random random = new Random(20);
        for (int i = 0; i < TRIALS; i++) {
            Patient[] patients = patients(random);
            events[i] = Arrays.stream(patients)
                    .filter(p -> p.event < p.dropout && p.entry + p.event <= TIME)
                    .count();
            z[i] = z(figure, patients, TIME);
            double soon = z(figure, patients, TIME + STEP);
            double later = z(figure, patients, TIME + 2 * STEP);
            ahead[i] = (4 * soon - 3 * z[i] - later) / (2 * STEP);
        }
        double[] withZ = covariance(events, z);
        assertThat(expected.withZ()).isCloseTo(withZ[0], within(ERRORS * withZ[1] + FIRST_ORDER * Math.abs(withZ[0])));
        double[] aheadOfZ = covariance(events, ahead);
        assertThat(expected.aheadOfZ())
                .isCloseTo(aheadOfZ[0], within(ERRORS * aheadOfZ[1] + FIRST_ORDER * Math.abs(aheadOfZ[0])));
    }

    private static PlannedArm arm(double hazard) {
        return PlannedArm.of(1, Exponential.ofRate(hazard)).withDropout(Exponential.ofRate(DROPOUT));
    }

    private static Patient[] patients(Random random) {
        Patient[] patients = new Patient[PATIENTS];
        for (int i = 0; i < PATIENTS; i++) {
            patients[i] = new Patient(
                    i % 2,
                    DURATION * random.nextDouble(),
                    -Math.log(1 - random.nextDouble()) / HAZARDS[i % 2],
                    -Math.log(1 - random.nextDouble()) / DROPOUT);
        }
        return patients;
    }

    private static double z(Figure figure, Patient[] patients, double time) {
        double[] control = estimate(figure, patients, 0, time);
        double[] experimental = estimate(figure, patients, 1, time);
        return (experimental[0] - control[0]) / Math.sqrt(experimental[1] + control[1]);
    }

    /** The figure of an arm and its variance by Greenwood's formula. */
    private static double[] estimate(Figure figure, Patient[] patients, int arm, double time) {
        Patient[] own = Arrays.stream(patients)
                .filter(p -> p.arm == arm)
                .sorted(Comparator.comparingDouble(p -> followed(p, time)))
                .toArray(Patient[]::new);
        double survival = 1;
        double area = 0;
        double before = 0;
        double[] areas = new double[own.length];
        double[] shares = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            double age = Math.min(UNTIL, followed(own[i], time));
            area += survival * (age - before);
            before = age;
            areas[i] = area;
            int left = own.length - i;
            if (own[i].event <= Math.min(age, own[i].dropout) && age < UNTIL) {
                survival *= 1 - 1.0 / left;
                shares[i] = left > 1 ? 1.0 / left / (left - 1) : 0;
            }
        }
        area += survival * (UNTIL - before);
        double ofArea = 0;
        double ofShare = 0;
        for (int i = 0; i < own.length; i++) {
            ofArea += (area - areas[i]) * (area - areas[i]) * shares[i];
            ofShare += shares[i];
        }
        double log = Math.log(survival);
        return switch (figure) {
            case RESTRICTED_MEAN -> new double[] {area, ofArea};
            case SHARE -> new double[] {survival, survival * survival * ofShare};
            case LOG_LOG_SHARE -> new double[] {-Math.log(-log), ofShare / (log * log)};
        };
    }

    private static double followed(Patient patient, double time) {
        return Math.min(Math.min(patient.event, patient.dropout), time - patient.entry);
    }

    /** With its standard error. */
    private static double[] covariance(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            double product = (x[i] - meanX) * (y[i] - meanY);
            sum += product;
            squares += product * product;
        }
        double mean = sum / x.length;
        return new double[] {mean, Math.sqrt((squares / x.length - mean * mean) / x.length)};
    }
}
