package org.equipoise.core.planning.twosample;

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
    FISHER_EXACT
}
