package org.equipoise.core.planning.twosample;

import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.proportion.EffectMeasure;
import org.equipoise.core.proportion.FisherExactTest;
import org.equipoise.core.proportion.ScoreTest;
import org.equipoise.core.proportion.TwoProportions;
import org.equipoise.core.proportion.WaldTest;

/** A test that compares two proportions, by how it estimates its variance under the null hypothesis. */
public enum ProportionTest {
    /** χ² test: one proportion for both arms. For superiority only. */
    POOLED,
    /** Each arm's own proportion. */
    UNPOOLED,
    /**
     * Proportions as likely as possible among those whose difference is that of the null hypothesis (Farrington and
     * Manning 1990, Statistics in Medicine 9:1447-1454).
     */
    FARRINGTON_MANNING,
    /**
     * As {@link #FARRINGTON_MANNING}, with the variance times N / (N - 1) (Miettinen and Nurminen 1985, Statistics in
     * Medicine 4:213-226).
     */
    MIETTINEN_NURMINEN,
    /** Fisher's exact test, one-sided; its power is exact too. For superiority only. */
    FISHER_EXACT;

    /**
     * The test's Z on data; above 0 favours the experimental arm. That of Fisher's test is the standard normal value
     * which is exceeded with the smaller of its one-sided p-values, and 0 where neither is below one half.
     *
     * @param margin the null hypothesis is p_E ≤ p_C - margin; not used by tests for superiority
     */
    public double z(TwoProportions data, double margin) {
        return switch (this) {
            case POOLED -> WaldTest.pooled(data).z();
            case UNPOOLED -> WaldTest.unpooled(data, -margin).z();
            case FARRINGTON_MANNING ->
                ScoreTest.farringtonManning(data, EffectMeasure.DIFFERENCE, -margin)
                        .z();
            case MIETTINEN_NURMINEN ->
                ScoreTest.miettinenNurminen(data, EffectMeasure.DIFFERENCE, -margin)
                        .z();
            case FISHER_EXACT -> {
                double better = FisherExactTest.of(data).pOneSided();
                yield better < 0.5
                        ? StandardNormal.upperQuantile(better)
                        : -StandardNormal.upperQuantile(Math.min(
                                0.5, FisherExactTest.of(exchanged(data)).pOneSided()));
            }
        };
    }

    private static TwoProportions exchanged(TwoProportions data) {
        return new TwoProportions(
                data.successesExperimental(),
                data.patientsExperimental(),
                data.successesControl(),
                data.patientsControl());
    }
}
