package org.equipoise.simulator.scenario;

/**
 * The test of the primary hypothesis.
 *
 * @param method the test statistic
 * @param hazardRatioH0 hazard ratio under the null hypothesis: 1 for superiority, a margin above 1 for non-inferiority
 */
@Doc("The test of the primary hypothesis.")
public record TestPlan(
        @Doc("The test statistic.") @Default("logRank") Method method,

        @Doc("Hazard ratio under the null hypothesis: 1 for superiority, above 1 for non-inferiority.")
        @Default("1")
        @Range(above = 0, atMost = 1000)
        double hazardRatioH0) {

    /** The test statistics. */
    @Doc("logRank: the log-rank test.")
    public enum Method {
        /** The log-rank test. */
        LOG_RANK
    }

    /** Validates the margin. */
    public TestPlan {
        Faults.of(TestPlan.class, method, hazardRatioH0).throwIfAny();
    }
}
