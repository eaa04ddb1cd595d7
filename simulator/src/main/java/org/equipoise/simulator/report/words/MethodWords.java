package org.equipoise.simulator.report.words;

import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;

/** Ways to compute power in plain words. */
public final class MethodWords {
    private MethodWords() {}

    /** A short name. */
    public static String name(PowerMethod method) {
        return switch (method) {
            case SECOND_ORDER -> "Second order";
            case FIRST_ORDER -> "First order";
            case AVERAGE_HAZARD_RATIO -> "Average HR";
            case SCHOENFELD -> "Schoenfeld";
            case FREEDMAN -> "Freedman";
            case HSIEH_FREEDMAN -> "Hsieh-Freedman";
            case RUBINSTEIN -> "Rubinstein";
            case LACHIN_FOULKES -> "Lachin-Foulkes";
            case BERNSTEIN_LAGAKOS -> "Bernstein-Lagakos";
        };
    }

    /** Where it comes from, for the test of a scenario. */
    public static String source(PowerMethod method, Scenario scenario) {
        TestPlan test = scenario.analysis().test();
        boolean second = method == PowerMethod.SECOND_ORDER;
        if (test.method() == TestPlan.Method.MAX_COMBO) {
            return second
                    ? "by the joint distribution of the weighted Z to second order"
                    : "by the means of the weighted Z to first order (Karrison 2016)";
        }
        if (test.method() == TestPlan.Method.COX && (second || method == PowerMethod.FIRST_ORDER)) {
            return second
                    ? "by the distribution of Wald's Z to second order"
                    : "by the mean of Wald's Z at the expected data";
        }
        if (test.isOfHazards()) {
            return source(method);
        }
        return second
                ? "by the distribution of Z to second order"
                : "by the large-sample distribution of Z (Yung and Liu 2020)";
    }

    /** Where it comes from, for a log-rank test. */
    public static String source(PowerMethod method) {
        return switch (method) {
            case SECOND_ORDER -> "by the distribution of the log-rank Z to second order";
            case FIRST_ORDER -> "by the mean of the log-rank Z to first order (Tsiatis 1982; Yung and Liu 2020)";
            case AVERAGE_HAZARD_RATIO -> "by the average hazard ratio (Mukhopadhyay et al. 2020)";
            case SCHOENFELD -> "by Schoenfeld 1981";
            case FREEDMAN -> "by Freedman 1982";
            case HSIEH_FREEDMAN -> "by Hsieh 1992";
            case RUBINSTEIN -> "by Rubinstein, Gail and Santner 1981";
            case LACHIN_FOULKES -> "by Lachin and Foulkes 1986";
            case BERNSTEIN_LAGAKOS -> "by Bernstein and Lagakos 1978";
        };
    }

    /** What it sees and what it leaves out: why it differs from the truth. */
    public static String why(PowerMethod method) {
        return switch (method) {
            case SECOND_ORDER -> "mean, variance, skewness of Z";
            case FIRST_ORDER -> "mean of Z at expected data, its sd 1";
            case AVERAGE_HAZARD_RATIO -> "ln of mean HR, variance under H0, H1";
            case SCHOENFELD -> "−ln HR: right near 1, variance 1";
            case FREEDMAN -> "risk sets stay as they were allocated";
            case HSIEH_FREEDMAN -> "Freedman of equal arms, then spread";
            case RUBINSTEIN -> "ln HR, events that each arm will have";
            case LACHIN_FOULKES -> "ln HR, variance under H0 and under H1";
            case BERNSTEIN_LAGAKOS -> "the same, H0 at the control's hazard";
        };
    }
}
