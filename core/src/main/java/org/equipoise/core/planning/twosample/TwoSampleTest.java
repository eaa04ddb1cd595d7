package org.equipoise.core.planning.twosample;

/** A test that compares two groups, as planning sees it; Z above 0 favours the experimental arm. */
public interface TwoSampleTest {
    /**
     * Probability that Z is at least {@code z} under the alternative.
     *
     * @param z finite
     * @param controls patients in the control arm, not necessarily whole
     * @param experimentals patients in the experimental arm, not necessarily whole
     * @throws IllegalArgumentException when they are too few for the test
     */
    double exceeds(double z, double controls, double experimentals);

    /**
     * The estimated difference, experimental minus control, at which Z is about {@code z} when the control arm is as
     * assumed.
     *
     * @return NaN where no difference does it
     */
    double differenceAt(double z, double controls, double experimentals);
}
