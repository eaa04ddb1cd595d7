package org.equipoise.core.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.equipoise.core.numerics.StandardNormal;
import org.junit.jupiter.api.Test;

class DesignBuilderTest {
    @Test
    void oneLookIsAFixedDesign() {
        GroupSequentialDesign design = GroupSequentialDesign.at(137)
                .power(0.9)
                .futility(Spending.lanDeMetsPocock())
                .build();
        assertThat(design.bounds().efficacy(1)).isCloseTo(StandardNormal.upperQuantile(0.025), within(1e-12));
        assertThat(design.inflation()).isCloseTo(1, within(1e-10));
    }

    @Test
    void givenBoundsAreKept() {
        GroupSequentialDesign design = GroupSequentialDesign.at(1, 2, 3)
                .efficacy(Boundary.z(Double.NaN, 2.36, 2.01))
                .futility(Boundary.nominalP(0.5, Double.NaN))
                .build();
        assertThat(design.bounds().efficacy(1)).isInfinite();
        assertThat(design.bounds().efficacy(2)).isEqualTo(2.36);
        assertThat(design.bounds().futility(1)).isCloseTo(0, within(1e-15));
        assertThat(design.bounds().futility(2)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(design.bounds().futility(3)).isEqualTo(2.01);
        assertThat(design.typeIError()).isNotCloseTo(0.025, within(1e-4));
    }

    @Test
    void aTwoSidedSideIsAOneSidedTestOfHalfTheLevel() {
        GroupSequentialDesign two =
                GroupSequentialDesign.evenly(3).alphaTwoSided(0.05).build();
        GroupSequentialDesign one = GroupSequentialDesign.evenly(3).alpha(0.025).build();
        assertThat(two.bounds().efficacy(3)).isCloseTo(one.bounds().efficacy(3), within(1e-6));
        assertThat(two.alpha()).isEqualTo(0.025);
        assertThat(two.typeIError()).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void aLambdaSpends() {
        GroupSequentialDesign own = GroupSequentialDesign.evenly(3)
                .efficacy((total, time) -> total * time)
                .build();
        GroupSequentialDesign even =
                GroupSequentialDesign.evenly(3).efficacy(Spending.kimDeMets(1)).build();
        assertThat(own.bounds().efficacy(2)).isCloseTo(even.bounds().efficacy(2), within(1e-12));
    }

    @Test
    void hazardRatiosAndBoundsAreOneScale() {
        HazardRatioScale scale = new HazardRatioScale(1, 1);
        assertThat(scale.hazardRatio(1.959964, 137.387)).isCloseTo(0.7154, within(1e-3));
        assertThat(scale.z(scale.hazardRatio(2.3, 103), 103)).isCloseTo(2.3, within(1e-12));
        assertThat(scale.hazardRatio(Double.POSITIVE_INFINITY, 50)).isZero();
        ConfidenceInterval ratio = scale.hazardRatio(new ConfidenceInterval(0, 2), 100);
        assertThat(ratio.high()).isEqualTo(1);
        assertThat(ratio.low()).isLessThan(1);
    }

    @Test
    void faultsNameWhatIsWrong() {
        refuses(
                "information must increase from look to look, but 0.5 follows 0.5",
                () -> GroupSequentialDesign.at(0.5, 0.5));
        refuses("a design must have from 1 to 1000 looks, had 0", GroupSequentialDesign::at);
        DesignBuilder builder = GroupSequentialDesign.at(0.5, 1);
        refuses("alpha must be greater than 0.0 and less than 0.5, was 0.5", () -> builder.alpha(0.5));
        refuses("gamma must be from -40.0 to 40.0, was NaN", () -> Spending.hwangShihDeCani(Double.NaN));
        refuses("rho must be greater than 0 and at most 50, was 0.0", () -> Spending.kimDeMets(0));
        refuses("delta must be from -1.0 to 1.0, was 2.0", () -> Boundary.wangTsiatis(2));
        refuses(
                "a look without a bound must be from 1 to 1 (the last one must have it), was 2",
                () -> builder.withoutEfficacyAt(2));
        refuses(
                "cumulative error of look 2 must be at least that of the look before, 0.02, and less than 1, was 0.01",
                () -> Boundary.cumulative(0.02, 0.01));
        refuses(
                "the last value of cumulative alpha must be the one-sided alpha, 0.025, was 0.02",
                () -> builder.efficacy(Boundary.cumulative(0.01, 0.02)).build());
        refuses(
                "efficacy bounds must have one value a look, 2, had 3",
                () -> builder.efficacy(Boundary.z(3, 2, 2)).build());
        refuses(
                "the last efficacy bound must be finite, was NaN",
                () -> builder.efficacy(Boundary.z(3, Double.NaN)).build());
    }

    @Test
    void impossibleDesignsSayWhy() {
        DesignBuilder builder = GroupSequentialDesign.at(0.5, 1);
        refuses(
                "power must be greater than 0.025 and less than 1.0, was 0.02",
                () -> builder.power(0.02).build());
        refuses(
                "alpha spent by time 0.5 must be from 0.0 to 0.025, was 0.05",
                () -> builder.power(0.8).efficacy((total, time) -> 2 * total).build());
        refuses(
                "the binding futility bounds stop nearly every trial",
                () -> GroupSequentialDesign.evenly(3)
                        .bindingFutility(Boundary.z(3, 3))
                        .build());
        refuses(
                "futility bounds cannot be of Haybittle and Peto's kind",
                () -> GroupSequentialDesign.evenly(3)
                        .futility(Boundary.haybittlePeto(3))
                        .build());
        refuses(
                "a bound for harm needs a one-sided test",
                () -> GroupSequentialDesign.evenly(3)
                        .alphaTwoSided(0.05)
                        .harm(Spending.lanDeMetsPocock(), 0.1)
                        .build());
        refuses(
                "the interim looks spend 0.158",
                () -> builder.efficacy(Boundary.haybittlePeto(1)).build());
    }

    private static void refuses(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }
}
