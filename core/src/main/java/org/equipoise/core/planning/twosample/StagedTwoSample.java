package org.equipoise.core.planning.twosample;

import java.util.Arrays;
import org.equipoise.core.numerics.Roots;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.sequential.CrossingProbabilities;
import org.equipoise.core.sequential.StoppingBounds;

/**
 * A comparison of two groups that is looked at once or several times, with the bounds of each look. Immutable.
 *
 * <p>At each look the test says how likely it is to exceed a bound; that takes the bound to a scale on which Z is
 * standard normal. Between looks Z is correlated as a difference of means is: the root of the ratio of 1 / (1/n_C +
 * 1/n_E) (Jennison and Turnbull 2000, Group Sequential Methods, chapter 3). With one look nothing is approximated
 * beyond what the test says.
 */
public final class StagedTwoSample {
    private static final double LARGEST = 1e9;

    private final TwoSampleTest test;
    private final double[] controls;
    private final double[] experimentals;
    private final StoppingBounds bounds;

    /**
     * @param controls patients of the control arm with an outcome, by look; increasing; not modified, not kept
     * @param experimentals patients of the experimental arm with an outcome, by look; increasing; not modified, not
     *     kept
     * @param bounds of as many looks
     * @throws IllegalArgumentException when there are not as many
     */
    public StagedTwoSample(TwoSampleTest test, double[] controls, double[] experimentals, StoppingBounds bounds) {
        this.test = test;
        this.controls = controls.clone();
        this.experimentals = experimentals.clone();
        this.bounds = bounds;
        if (controls.length != bounds.looks() || experimentals.length != bounds.looks()) {
            throw new IllegalArgumentException("there must be patients for each of " + bounds.looks()
                    + " looks, were for " + controls.length + " and " + experimentals.length);
        }
    }

    /** How it ends under the alternative. */
    public CrossingProbabilities crossing() {
        double[] information = new double[controls.length];
        Arrays.setAll(information, k -> 1 / (1 / controls[k] + 1 / experimentals[k]));
        return bounds.crossing(
                information,
                (look, z) ->
                        StandardNormal.upperQuantile(test.exceeds(z, controls[look - 1], experimentals[look - 1])));
    }

    /** Probability of rejecting the null hypothesis; in a two-sided test, in either direction. */
    public double power() {
        if (controls.length > 1) {
            return crossing().rejectionEitherSide();
        }
        double upper = bounds.efficacy(1);
        double oneSide = test.exceeds(upper, controls[0], experimentals[0]);
        return bounds.sides() == 1 ? oneSide : oneSide + 1 - test.exceeds(-upper, controls[0], experimentals[0]);
    }

    /** The same with another test, or another alternative. */
    public StagedTwoSample withTest(TwoSampleTest other) {
        return new StagedTwoSample(other, controls, experimentals, bounds);
    }

    /** The same with so many times the patients at every look. */
    public StagedTwoSample times(double factor) {
        return new StagedTwoSample(
                test,
                Arrays.stream(controls).map(n -> factor * n).toArray(),
                Arrays.stream(experimentals).map(n -> factor * n).toArray(),
                bounds);
    }

    /**
     * How many times the patients give a power; of a test whose power does not go up steadily, one of the factors that
     * do.
     *
     * @param power above that of the fewest patients that the test can have
     * @throws IllegalArgumentException when a billion patients do not give it
     */
    public double factorFor(double power) {
        double fewest = fewest();
        double most = Math.max(1, 2 * fewest);
        while (times(most).power() < power) {
            most *= 2;
            if (most * controls[controls.length - 1] > LARGEST) {
                throw new IllegalArgumentException("no number of patients gives power " + power);
            }
        }
        return times(fewest).power() >= power
                ? fewest
                : Roots.between(factor -> times(factor).power(), power, fewest, most);
    }

    /** At which the first look has a patient in each arm, and one more. */
    private double fewest() {
        return Math.max(1.01 / Math.min(controls[0], experimentals[0]), 2.01 / (controls[0] + experimentals[0]));
    }
}
