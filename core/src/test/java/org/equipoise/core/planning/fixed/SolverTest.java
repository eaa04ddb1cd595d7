package org.equipoise.core.planning.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.logrank.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SolverTest {
    private static final Exponential LOST = Exponential.ofSurvival(0.95, 12);

    private static PlannedTrial trial(int patients, double hazardRatio) {
        Exponential control = Exponential.ofMedian(6);
        return PlannedTrial.of(
                Enrolment.over(patients, 18),
                ArrivalProcess.UNIFORM,
                new PlannedArm(1, control, LOST),
                new PlannedArm(1, ProportionalHazards.of(control, hazardRatio), LOST));
    }

    private static FixedDesign design(double hazardRatio) {
        return FixedDesign.of(trial(176, hazardRatio), Look.atTime(30), 0.025, 1);
    }

    @ParameterizedTest
    @EnumSource(PowerMethod.class)
    void everySolutionGivesThePower(PowerMethod method) {
        for (Unknown unknown : Unknown.values()) {
            Solution solution = Solver.solve(design(0.62), method, unknown, 0.8);
            assertThat(solution).as("%s", unknown).isInstanceOf(Solution.Found.class);
            Solution.Found found = (Solution.Found) solution;
            assertThat(found.unknown()).isEqualTo(unknown);
            assertThat(found.power()).isCloseTo(0.8, within(1e-8));
            assertThat(method.power(found.design())).isEqualTo(found.power());
        }
    }

    @Test
    void hazardRatioIsFound() {
        Solution.Found found = (Solution.Found) Solver.solve(
                design(0.7).withLook(Look.atEvents(120.315704377499)),
                PowerMethod.SCHOENFELD,
                Unknown.HAZARD_RATIO,
                0.8);
        assertThat(found.value()).isCloseTo(0.6, within(1e-8));
    }

    @Test
    void tooFewPatientsAreExplained() {
        Solution solution = Solver.solve(design(0.7), PowerMethod.SCHOENFELD, Unknown.EVENTS, 0.8);
        Solution.Impossible impossible = (Solution.Impossible) solution;
        assertThat(impossible.reason()).isEqualTo(Solution.Reason.TOO_FEW_EVENTS);
        assertThat(impossible.neededEvents()).isCloseTo(246.79, within(0.01));
        assertThat(impossible.availableEvents()).isBetween(160.0, 172.0);
        assertThat(impossible.explanation()).contains("247 events").contains("patients would do");
        FixedDesign larger = design(0.7).withTrial(trial((int) Math.ceil(impossible.neededPatients()) + 1, 0.7));
        assertThat(Solver.solve(larger.withLook(Look.atTime(300)), PowerMethod.SCHOENFELD, Unknown.EVENTS, 0.8))
                .isInstanceOf(Solution.Found.class);
        assertThat(Solver.solve(design(0.7), PowerMethod.SECOND_ORDER, Unknown.FOLLOW_UP, 0.8))
                .isInstanceOf(Solution.Impossible.class);
    }

    @Test
    void noEffectIsExplained() {
        for (Unknown unknown : new Unknown[] {Unknown.EVENTS, Unknown.PATIENTS, Unknown.FOLLOW_UP}) {
            Solution.Impossible impossible =
                    (Solution.Impossible) Solver.solve(design(1), PowerMethod.FIRST_ORDER, unknown, 0.8);
            assertThat(impossible.reason()).isEqualTo(Solution.Reason.NO_EFFECT);
            assertThat(impossible.explanation()).contains("not better than the null hypothesis");
        }
    }

    @Test
    void smallEffectsNeedManyPatientsAndGetThem() {
        Solution.Found found =
                (Solution.Found) Solver.solve(design(0.9995), PowerMethod.SCHOENFELD, Unknown.PATIENTS, 0.9);
        assertThat(found.value()).isGreaterThan(1e8);
        assertThat(found.power()).isCloseTo(0.9, within(1e-8));
    }

    @Test
    void twoSidedTestsSpendHalfOnTheFavourableSide() {
        FixedDesign one = FixedDesign.of(trial(176, 0.6), Look.atEvents(128), 0.025, 1);
        assertThat(FixedDesign.of(trial(176, 0.6), Look.atEvents(128), 0.05, 2)).isEqualTo(one);
        assertThat(PowerMethod.SCHOENFELD.power(one)).isCloseTo(0.823737330702896, within(1e-8));
        assertThat(PowerMethod.SECOND_ORDER.power(one)).isCloseTo(0.8190, within(0.001));
    }

    @Test
    void nonInferiorityFollowsSchoenfeld() {
        FixedDesign design =
                FixedDesign.of(trial(400, 1), Look.atEvents(300), 0.025, 1).withHazardRatioH0(1.3);
        double drift = Math.log(1.3) * Math.sqrt(300) / 2;
        assertThat(PowerMethod.SCHOENFELD.power(design))
                .isCloseTo(StandardNormal.upperTail(1.959963984540054 - drift), within(1e-9));
        for (PowerMethod method : PowerMethod.values()) {
            assertThat(method.power(design)).as("%s", method).isBetween(0.55, 0.67);
        }
    }

    @Test
    void invalidQuestionsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Solver.solve(design(0.6), PowerMethod.SCHOENFELD, Unknown.EVENTS, 0.02))
                .withMessageContaining("greater than the level");
        FixedDesign tooMany = design(0.6).withLook(Look.atEvents(200));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Solver.solve(tooMany, PowerMethod.SCHOENFELD, Unknown.PATIENTS, 0.8))
                .withMessageContaining("gives only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Solver.solve(design(0.6), PowerMethod.SCHOENFELD, Unknown.EVENTS, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedDesign.of(trial(176, 0.6), Look.atEvents(100), 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedDesign.of(trial(176, 0.6), Look.atEvents(100), 0.05, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventFormula.FREEDMAN.requiredEvents(1.2, 1, 0.025, 0.8))
                .withMessageContaining("exchange the arms");
    }
}
