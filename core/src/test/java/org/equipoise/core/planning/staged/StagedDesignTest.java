package org.equipoise.core.planning.staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.numerics.MultivariateNormal;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.Schoenfeld;
import org.equipoise.core.planning.fixed.FixedDesign;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.fixed.Solution;
import org.equipoise.core.planning.fixed.Unknown;
import org.equipoise.core.planning.logrank.JointMoments;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.core.planning.logrank.TestWeight;
import org.equipoise.core.planning.logrank.WeightedLogRank;
import org.equipoise.core.sequential.CrossingProbabilities;
import org.equipoise.core.sequential.GroupSequentialDesign;
import org.equipoise.core.sequential.Spending;
import org.equipoise.core.sequential.StoppingBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StagedDesignTest {
    private static final Exponential LOST = Exponential.ofSurvival(0.95, 12);

    private static PlannedTrial trial(ArrivalProcess arrivals, double... ratios) {
        Exponential control = Exponential.ofMedian(6);
        double[] starts = ratios.length == 1 ? new double[] {0} : new double[] {0, 3};
        return PlannedTrial.of(
                Enrolment.over(176, 18),
                arrivals,
                new PlannedArm(1, control, LOST),
                new PlannedArm(1, ProportionalHazards.of(control, starts, ratios), LOST));
    }

    private static List<Look> looks(double... events) {
        List<Look> looks = new ArrayList<>();
        for (double each : events) {
            looks.add(Look.atEvents(each));
        }
        return looks;
    }

    private static StagedDesign twoLooks(PlannedTrial trial) {
        return StagedDesign.of(
                trial,
                looks(64, 128),
                GroupSequentialDesign.at(64, 128).alpha(0.025).build().bounds());
    }

    @ParameterizedTest
    @EnumSource(PowerMethod.class)
    void oneLookIsAFixedDesign(PowerMethod method) {
        FixedDesign fixed = FixedDesign.of(trial(ArrivalProcess.POISSON, 0.6), Look.atEvents(128), 0.025, 1);
        StagedDesign staged = StagedDesign.of(
                fixed.trial(),
                List.of(fixed.look()),
                StoppingBounds.oneSided(new double[] {1}, new double[] {fixed.criticalValue()}));
        assertThat(staged.power(method)).isCloseTo(method.power(fixed), within(1e-12));
    }

    /** With proportional hazards Schoenfeld's Z is a Brownian motion over the events: the recursion needs no more. */
    @Test
    void schoenfeldIsTheTextbookDesign() {
        StagedDesign staged = twoLooks(trial(ArrivalProcess.UNIFORM, 0.6));
        double drift = Schoenfeld.of(0.6, 1, 0.025).drift(128);
        assertThat(staged.power(PowerMethod.SCHOENFELD))
                .isCloseTo(staged.bounds().crossing(drift).rejection(), within(1e-12));
    }

    /** The same with both sides, and an inner wedge. */
    @Test
    void schoenfeldIsTheTextbookDesignOfTwoSides() {
        GroupSequentialDesign wedge = GroupSequentialDesign.at(40, 80, 128)
                .alphaTwoSided(0.05)
                .futility(Spending.lanDeMetsPocock())
                .build();
        StagedDesign staged = StagedDesign.of(trial(ArrivalProcess.UNIFORM, 0.9), looks(40, 80, 128), wedge.bounds());
        CrossingProbabilities expected =
                wedge.crossing(Schoenfeld.of(0.9, 1, 0.025).drift(128));
        CrossingProbabilities ends = staged.crossing(PowerMethod.SCHOENFELD);
        for (int k = 1; k <= 3; k++) {
            assertThat(ends.efficacy(k)).isCloseTo(expected.efficacy(k), within(1e-12));
            assertThat(ends.opposite(k)).isCloseTo(expected.opposite(k), within(1e-12));
            assertThat(ends.futility(k)).isCloseTo(expected.futility(k), within(1e-12));
        }
        assertThat(ends.futility(1)).isGreaterThan(0.1);
        assertThat(staged.power(PowerMethod.SCHOENFELD)).isCloseTo(expected.rejectionEitherSide(), within(1e-12));
    }

    /** A million simulated trials: 0.8178 (standard error 0.0004); packages say 0.8060 to 0.8224. */
    @Test
    void secondOrderAgreesWithSimulation() {
        assertThat(twoLooks(trial(ArrivalProcess.POISSON, 0.6)).power(PowerMethod.SECOND_ORDER))
                .isCloseTo(0.8178, within(0.0013));
    }

    /**
     * The recursion takes only the correlation of neighbouring looks; all of them, by integration in three dimensions.
     */
    @Test
    void secondOrderKeepsTheCorrelationsThatMatter() {
        for (double[] ratios : new double[][] {{0.6}, {1, 0.5}, {1.4, 0.4}}) {
            StoppingBounds bounds = GroupSequentialDesign.at(40, 90, 130)
                    .alpha(0.025)
                    .efficacy(Spending.lanDeMetsPocock())
                    .build()
                    .bounds();
            StagedDesign staged = StagedDesign.of(trial(ArrivalProcess.POISSON, ratios), looks(40, 90, 130), bounds);
            JointMoments joint =
                    WeightedLogRank.of(staged.trial(), TestWeight.LOG_RANK).joint(staged.looks());
            double[] lower = new double[3];
            double[] upper = new double[3];
            double[][] correlation = new double[3][3];
            for (int k = 0; k < 3; k++) {
                lower[k] = Double.NEGATIVE_INFINITY;
                upper[k] = joint.looks().get(k).standardised(bounds.efficacy(k + 1));
                for (int j = 0; j < 3; j++) {
                    correlation[k][j] = joint.correlation(k, j);
                }
            }
            assertThat(staged.power(PowerMethod.SECOND_ORDER))
                    .isCloseTo(MultivariateNormal.outside(lower, upper, correlation), within(2e-4));
        }
    }

    @ParameterizedTest
    @EnumSource(Unknown.class)
    void everySolutionGivesThePower(Unknown unknown) {
        for (ArrivalProcess arrivals : List.of(ArrivalProcess.POISSON, ArrivalProcess.UNIFORM)) {
            StagedDesign design = twoLooks(trial(arrivals, 0.62));
            StagedDesign solved = solved(design, PowerMethod.SECOND_ORDER, unknown, 0.8);
            assertThat(solved.power(PowerMethod.SECOND_ORDER)).isCloseTo(0.8, within(1e-9));
            assertThat(solved.events()[0] / solved.events()[1]).isCloseTo(0.5, within(1e-9));
        }
    }

    @Test
    void futilityCostsPowerAndTheOtherSideOfATestAddsToIt() {
        PlannedTrial trial = trial(ArrivalProcess.UNIFORM, 0.85);
        double[] information = {0.5, 1};
        double[] efficacy = {2.9626, 1.9686};
        StagedDesign plain = StagedDesign.of(trial, looks(64, 128), StoppingBounds.oneSided(information, efficacy));
        StagedDesign futile =
                StagedDesign.of(trial, looks(64, 128), StoppingBounds.oneSided(information, efficacy, new double[] {
                    0.5, Double.NEGATIVE_INFINITY
                }));
        StagedDesign twoSided = StagedDesign.of(trial, looks(64, 128), StoppingBounds.twoSided(information, efficacy));
        for (PowerMethod method : PowerMethod.values()) {
            assertThat(futile.power(method)).isLessThan(plain.power(method) - 0.002);
            assertThat(twoSided.power(method) - plain.power(method)).isBetween(1e-4, 0.01);
        }
    }

    /** Bounds by events have the level of the log-rank test; with weights the information is another share. */
    @Test
    void weightsHaveTheirOwnLevelUnderBoundsByEvents() {
        StagedDesign design = twoLooks(trial(ArrivalProcess.POISSON, 0.6));
        assertThat(design.countsEvents()).isTrue();
        assertThat(level(design)).isCloseTo(0.025, within(3e-5));
        StagedDesign late = design.withTest(TestWeight.flemingHarrington(0, 1));
        assertThat(late.countsEvents()).isFalse();
        assertThat(level(late)).isBetween(0.0252, 0.026).isCloseTo(bivariate(late, 0, 1), within(1e-8));
        StagedDesign early = design.withTest(TestWeight.flemingHarrington(1, 0));
        assertThat(level(early)).isBetween(0.024, 0.025).isCloseTo(bivariate(early, 1, 0), within(1e-8));
    }

    private static double level(StagedDesign design) {
        return design.crossingUnderNull(design.bounds()).rejection();
    }

    /** Probability that one of two normal variables with the correlation under equal hazards lies beyond its bound. */
    private static double bivariate(StagedDesign design, double rho, double gamma) {
        double correlation = WeightedLogRank.of(
                        trial(ArrivalProcess.POISSON, 1), TestWeight.flemingHarrington(rho, gamma))
                .joint(design.looks())
                .correlation(0, 1);
        double none = Double.NEGATIVE_INFINITY;
        return MultivariateNormal.outside(
                new double[] {none, none},
                new double[] {design.bounds().efficacy(1), design.bounds().efficacy(2)},
                new double[][] {{1, correlation}, {correlation, 1}});
    }

    @Test
    void methodsWithoutWeightsRefuseThem() {
        StagedDesign weighted = twoLooks(trial(ArrivalProcess.POISSON, 0.6)).withTest(TestWeight.GEHAN);
        for (PowerMethod method : PowerMethod.values()) {
            if (method.describes(TestWeight.GEHAN)) {
                assertThat(weighted.power(method)).isBetween(0.5, 0.9);
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> weighted.power(method))
                        .withMessageContaining("without weights");
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        PlannedTrial trial = trial(ArrivalProcess.UNIFORM, 0.6);
        StoppingBounds bounds = StoppingBounds.oneSided(new double[] {0.5, 1}, new double[] {3, 2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StagedDesign.of(trial, looks(100), bounds))
                .withMessageContaining("1; for 2");
        StoppingBounds open =
                StoppingBounds.oneSided(new double[] {0.5, 1}, new double[] {2, Double.POSITIVE_INFINITY});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StagedDesign.of(trial, looks(50, 100), open))
                .withMessageContaining("last look");
    }

    private static StagedDesign solved(StagedDesign design, PowerMethod method, Unknown unknown, double power) {
        return design.withLast(((Solution.Found) design.solve(method, unknown, power)).design());
    }

    /** Spending is steep in early information: over a random number of events it spends more than at their mean. */
    @Test
    void boundsFoundFromTheEventsOfALookCountOverAllNumbersOfThem() {
        PlannedTrial trial = trial(ArrivalProcess.UNIFORM, 0.6);
        double[] events = StagedDesign.of(
                        trial,
                        List.of(Look.atTime(12), Look.atTime(30)),
                        StoppingBounds.oneSided(new double[] {0.5, 1}, new double[] {3, 2}))
                .events();
        StagedDesign planned =
                StagedDesign.of(trial, List.of(Look.atTime(12), Look.atTime(30)), spending(events[0], events[1]));
        StagedDesign same = planned.withBoundsByEvents((seen, times) -> planned.bounds());
        StagedDesign found = planned.withBoundsByEvents((seen, times) -> spending(seen[0], seen[1]));
        double atPlan = planned.crossing(PowerMethod.SECOND_ORDER).efficacy(1);
        assertThat(same.crossing(PowerMethod.SECOND_ORDER).efficacy(1)).isCloseTo(atPlan, within(0.001));
        assertThat(found.crossing(PowerMethod.SECOND_ORDER).efficacy(1)).isGreaterThan(1.05 * atPlan);
        assertThat(found.power(PowerMethod.SCHOENFELD)).isEqualTo(planned.power(PowerMethod.SCHOENFELD));
    }

    /**
     * A look that was given a calendar time keeps it when the effect is sought, and has the bounds of its events then.
     */
    @Test
    void whereTheArmsAloneDifferLooksStayAndTheirBoundsAreFoundAnew() {
        PlannedTrial trial = trial(ArrivalProcess.UNIFORM, 0.6);
        List<Look> looks = List.of(Look.atTime(12), Look.atTime(30));
        double[] events = StagedDesign.of(trial, looks, spending(1, 2)).events();
        StagedDesign planned = StagedDesign.of(trial, looks, spending(events[0], events[1]))
                .withBoundsByEvents((seen, times) -> spending(seen[0], seen[1]));
        StagedDesign solved = solved(planned, PowerMethod.SCHOENFELD, Unknown.HAZARD_RATIO, 0.9);
        double[] now = solved.events();
        assertThat(solved.looks()).isEqualTo(looks);
        assertThat(now[0] / now[1]).isNotCloseTo(events[0] / events[1], within(1e-4));
        assertThat(solved.bounds().efficacy(1))
                .isEqualTo(spending(now[0], now[1]).efficacy(1));
        assertThat(solved.power(PowerMethod.SCHOENFELD)).isCloseTo(0.9, within(1e-9));
    }

    private static StoppingBounds spending(double first, double last) {
        return GroupSequentialDesign.at(first, last)
                .alpha(0.025)
                .efficacy(Spending.lanDeMetsOBrienFleming())
                .build()
                .bounds();
    }
}
