package org.equipoise.core.survival;

/** How the partial likelihood of a Cox model treats patients whose events happened at the very same time. */
public enum Ties {
    /**
     * Those with the event leave the risk set one share at a time (Efron 1977, Journal of the American Statistical
     * Association 72:557). Close to the exact likelihood even with many ties.
     */
    EFRON,

    /**
     * All of them face the full risk set (Breslow 1974, Biometrics 30:89). Pulls the estimate towards no effect as ties
     * become many.
     */
    BRESLOW,

    /**
     * The conditional probability that just these, of all at risk, had the event: time is taken to be discrete (Cox
     * 1972, Journal of the Royal Statistical Society B 34:187, section 6). Its score test is the log-rank test, ties or
     * not.
     */
    EXACT
}
