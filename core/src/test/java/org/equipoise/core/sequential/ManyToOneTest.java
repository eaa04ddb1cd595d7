package org.equipoise.core.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.equipoise.core.numerics.MultivariateNormal;
import org.equipoise.core.sequential.ManyToOne.Comparison;
import org.junit.jupiter.api.Test;

class ManyToOneTest {
    private static final double EQUAL = Math.sqrt(0.5);
    private static final double NONE = Double.NEGATIVE_INFINITY;

    private static StoppingBounds oneLook(double z) {
        return StoppingBounds.oneSided(new double[] {1}, new double[] {z});
    }

    private static ManyToOne of(Comparison... comparisons) {
        return ManyToOne.of(List.of(comparisons));
    }

    /**
     * One-sided 2.5 % critical values for three and four arms of the size of the control, by the one-factor integral,
     * solved in scipy 1.17.1 to 1e-14.
     */
    @Test
    void anyOfOneLookIsDunnetts() {
        Comparison three = Comparison.under(0, oneLook(2.3489761025831983), EQUAL);
        Comparison four = Comparison.under(0, oneLook(2.44177492054546), EQUAL);
        assertThat(ManyToOne.of(Collections.nCopies(3, three)).any(1)).isCloseTo(0.025, within(1e-11));
        assertThat(ManyToOne.of(Collections.nCopies(4, four)).any(1)).isCloseTo(0.025, within(1e-11));
    }

    /** Four variables, of which two looks at two comparisons have these correlations; no futility. */
    @Test
    void twoLooksAtTwoComparisonsAreABoxOfANormalVector() {
        double root = Math.sqrt(0.4);
        double cross = Math.sqrt(0.5 * 2 / 3);
        double[][] correlation = {
            {1, root, cross, cross * root},
            {root, 1, cross * root, cross},
            {cross, cross * root, 1, root},
            {cross * root, cross, root, 1}
        };
        double[] z = {2.8, 2};
        double[] upper = {2.8 - 2.5 * root, 2 - 2.5, 2.8 - 1.5 * root, 2 - 1.5};
        double none = MultivariateNormal.inside(new double[] {NONE, NONE, NONE, NONE}, upper, correlation);
        StoppingBounds bounds = StoppingBounds.oneSided(new double[] {0.4, 1}, z);
        ManyToOne ends = of(Comparison.under(2.5, bounds, EQUAL), Comparison.under(1.5, bounds, Math.sqrt(2 / 3.0)));
        assertThat(ends.any(2)).isCloseTo(1 - none, within(1e-5));
        double first = MultivariateNormal.inside(
                new double[] {NONE, NONE}, new double[] {upper[0], upper[2]}, new double[][] {{1, cross}, {cross, 1}});
        assertThat(ends.any(1)).isCloseTo(1 - first, within(1e-5));
    }

    /** P(any) + P(all) = P(first) + P(second), whatever the correlation: with futility, and on two sides. */
    @Test
    void ofTwoComparisonsAnyAndAllAddUp() {
        double[] information = {0.3, 0.7, 1};
        double[] efficacy = {3.3, 2.4, 2};
        List<StoppingBounds> kinds = List.of(
                StoppingBounds.oneSided(information, efficacy, new double[] {-0.3, 0.8, NONE}),
                StoppingBounds.oneSided(information, new double[] {Double.POSITIVE_INFINITY, 2.4, 2}),
                StoppingBounds.twoSided(information, efficacy, new double[] {NONE, 0.6, NONE}));
        for (StoppingBounds bounds : kinds) {
            ManyToOne ends = of(Comparison.under(2.6, bounds, EQUAL), Comparison.under(-0.5, bounds, 0.6));
            for (int look = 1; look <= 3; look++) {
                double sum = bounds.crossing(2.6).cumulativeRejection(look)
                        + bounds.crossing(-0.5).cumulativeRejection(look);
                assertThat(ends.any(look) + ends.all(look)).isCloseTo(sum, within(1e-5));
            }
        }
    }

    @Test
    void withoutASharedControlComparisonsAreIndependent() {
        StoppingBounds bounds =
                StoppingBounds.oneSided(new double[] {0.5, 1}, new double[] {2.8, 2}, new double[] {0, NONE});
        CrossingProbabilities alone = bounds.crossing(2.5);
        Comparison comparison = Comparison.under(2.5, bounds, 0);
        ManyToOne ends = of(comparison, comparison);
        double rejected = alone.rejection();
        double stopped = alone.efficacy(1) + alone.futility(1);
        assertThat(ends.all(2)).isCloseTo(rejected * rejected, within(1e-6));
        assertThat(ends.any(2)).isCloseTo(1 - (1 - rejected) * (1 - rejected), within(1e-6));
        assertThat(ends.decided(1)).isCloseTo(stopped * stopped, within(1e-6));
        assertThat(ends.decided(2)).isEqualTo(1);
    }

    /** A trial ends early when all comparisons do; one comparison ends as it does alone. */
    @Test
    void oneComparisonIsATrialOfItsOwn() {
        StoppingBounds bounds = StoppingBounds.oneSided(
                new double[] {0.25, 0.5, 0.75, 1}, new double[] {4, 2.9, 2.4, 2.05}, new double[] {-0.5, 0.2, 1, NONE});
        CrossingProbabilities alone = bounds.crossing(2.4);
        ManyToOne ends = of(Comparison.under(2.4, bounds, EQUAL));
        for (int look = 1; look <= 4; look++) {
            assertThat(ends.any(look)).isCloseTo(alone.cumulativeRejection(look), within(1e-4));
            assertThat(ends.all(look)).isCloseTo(ends.any(look), within(1e-12));
        }
        assertThat(ends.decided(3)).isCloseTo(alone.cumulativeRejection(3) + alone.cumulativeFutility(3), within(1e-4));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ManyToOne.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Comparison.under(0, oneLook(2), 1));
        StoppingBounds two = StoppingBounds.oneSided(new double[] {0.5, 1}, new double[] {3, 2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Comparison.under(0, oneLook(2), 0.5), Comparison.under(0, two, 0.5)))
                .withMessageContaining("1 and 2");
    }
}
