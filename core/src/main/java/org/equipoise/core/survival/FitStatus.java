package org.equipoise.core.survival;

/** What came of fitting a Cox model with one binary covariate. */
public enum FitStatus {
    /** The maximum of the partial likelihood was found. */
    CONVERGED,

    /**
     * The likelihood rises for ever in one direction, because only one arm had events while both were at risk: the
     * estimate is −∞ (events in the control arm only) or +∞, its standard error infinite.
     */
    MONOTONE,

    /**
     * The likelihood is flat, because no event happened while both arms were at risk: estimate 0, standard error
     * infinite.
     */
    UNINFORMATIVE,

    /** The iteration ended before its tolerance was met; not expected for any data. */
    NOT_CONVERGED
}
