package org.equipoise.core.numerics;

/** A test whose statistic is standard normal under the null hypothesis, in large samples. */
public interface ZTest {
    /**
     * Standardised statistic, &gt; 0 in favour of the experimental arm; 0 when the data say nothing about the arms, so
     * that no evidence never becomes a rejection.
     */
    double z();

    /** Square of {@link #z}, to be compared with chi-square on one degree of freedom. */
    default double chiSquare() {
        return z() * z();
    }

    /** One-sided p-value against benefit of the experimental arm: the upper tail at {@link #z}. */
    default double pOneSided() {
        return StandardNormal.upperTail(z());
    }

    /** Two-sided p-value. */
    default double pTwoSided() {
        return 2 * StandardNormal.upperTail(Math.abs(z()));
    }
}
