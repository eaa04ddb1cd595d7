package org.equipoise.simulator.report.words;

import java.util.List;
import java.util.Objects;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;
import org.jspecify.annotations.Nullable;

/** Tests by their names, and what they call no effect. */
public final class TestWords {
    private final Scenario scenario;
    private final TestPlan test;

    /** Words about the test of a scenario. */
    public TestWords(Scenario scenario) {
        this.scenario = scenario;
        test = scenario.analysis().test();
    }

    /** {@code log-rank test}, or {@code stratified log-rank test}. */
    public String name() {
        return (test.isStratified() ? "stratified " : "") + method();
    }

    private String method() {
        return switch (test.method()) {
            case LOG_RANK -> "log-rank test";
            case FLEMING_HARRINGTON ->
                "Fleming-Harrington test, ρ " + number(test.rho()) + ", γ " + number(test.gamma());
            case WILCOXON_GEHAN -> "Gehan-Wilcoxon test";
            case TARONE_WARE -> "Tarone-Ware test";
            case MODESTLY_WEIGHTED -> "modestly weighted log-rank test, weights growing to " + time(test.tau());
            case MAX_COMBO -> "MaxCombo test, weights " + weights();
            case COX ->
                "Wald test of the Cox model" + (test.ties() == TestPlan.Ties.BRESLOW ? ", ties by Breslow" : "");
            case RMST -> "test of restricted mean survival times to " + time(test.tau());
            case MILESTONE ->
                "test of the shares without event at " + time(test.at())
                        + (test.scale() == TestPlan.Scale.LOG_LOG ? ", log-log scale" : "");
            default -> name(test.method());
        };
    }

    /** {@code χ² test}: a test without options. */
    public static String name(TestPlan.Method method) {
        return switch (method) {
            case CHI_SQUARE -> "χ² test";
            case UNPOOLED -> "unpooled Z test";
            case FISHER_EXACT -> "Fisher's exact test";
            case MIETTINEN_NURMINEN -> "Miettinen-Nurminen test";
            case FARRINGTON_MANNING -> "Farrington-Manning test";
            case T_TEST -> "t-test";
            default -> throw new IllegalArgumentException("a test with options: " + method);
        };
    }

    /** How Z is made, in sentences. */
    public String definition() {
        String weighted =
                "Z is the weighted sum of expected minus observed events in the experimental arm over the root"
                        + " of its hypergeometric variance, ";
        return switch (test.method()) {
            case LOG_RANK ->
                "Z is the difference of expected and observed events in the experimental arm over the root of its"
                        + " hypergeometric variance, so that Z above 0 favours that arm"
                        + (test.hazardRatioH0() == 1
                                ? "."
                                : "; expected events and their variance are those under the margin.");
            case FLEMING_HARRINGTON -> weighted + "with weights S(t−)^ρ (1 − S(t−))^γ" + ofBoth();
            case WILCOXON_GEHAN -> weighted + "weighted by the number at risk" + inStratum() + favours();
            case TARONE_WARE -> weighted + "weighted by the root of the number at risk" + inStratum() + favours();
            case MODESTLY_WEIGHTED -> weighted + "with weights 1 / max(S(t−), S(" + time(test.tau()) + "))" + ofBoth();
            case MAX_COMBO ->
                "Each (ρ, γ) gives a weighted log-rank statistic with weights S(t−)^ρ (1 − S(t−))^γ, S being the"
                        + " Kaplan-Meier estimate of both arms" + inStratum() + "; the largest is the test's. Its"
                        + " one-sided p-value p is the probability that the largest of jointly normal statistics is"
                        + " larger still, with their correlation as the data show it under the null hypothesis, and"
                        + " Z is Φ⁻¹(1 − p); Z above 0 favours the experimental arm.";
            case COX ->
                "Z is the logarithm of the hazard ratio under the null hypothesis minus that of the estimated one, over"
                        + " its standard error" + favours();
            case RMST ->
                "Z is the difference of the areas below the arms' Kaplan-Meier curves over its standard error by"
                        + " Greenwood's formula" + favours() + undefined();
            case MILESTONE ->
                "Z is the difference of the arms' Kaplan-Meier estimates over its standard error by Greenwood's formula"
                        + favours() + undefined();
            case CHI_SQUARE, UNPOOLED, FISHER_EXACT, MIETTINEN_NURMINEN, FARRINGTON_MANNING, T_TEST ->
                throw new IllegalArgumentException("not a test of times to an event: " + test.method());
        };
    }

    /** {@code (0, 0), (0, 1) and (1, 0)}: pairs of ρ and γ. */
    private String weights() {
        List<String> pairs = Objects.requireNonNull(test.weights()).stream()
                .map(pair -> "(" + number(pair.get(0)) + ", " + number(pair.get(1)) + ")")
                .toList();
        int last = pairs.size() - 1;
        return String.join(", ", pairs.subList(0, last)) + " and " + pairs.get(last);
    }

    private String ofBoth() {
        return ", S being the Kaplan-Meier estimate of both arms" + inStratum() + favours();
    }

    private String inStratum() {
        return test.isStratified() ? " in the stratum" : "";
    }

    private String favours() {
        return "; Z above 0 favours the experimental arm"
                + (test.hazardRatioH0() == 1 ? "." : ". Expected events are those under the margin.");
    }

    private static String undefined() {
        return " Where nobody of an arm has been followed so long, though not all have had the event, Z is 0.";
    }

    /**
     * What the test compares where that is no hazard, as it is said of one arm: {@code the restricted mean survival
     * time to month 24}; null where the hypothesis is about hazards.
     */
    @Nullable
    public String compared() {
        return switch (test.method()) {
            case RMST -> "the restricted mean survival time to " + time(test.tau());
            case MILESTONE -> "the share without event at " + time(test.at());
            default -> null;
        };
    }

    private String time(@Nullable Double time) {
        return ScenarioWords.unit(scenario) + " " + number(time);
    }

    private static String number(@Nullable Double number) {
        return Digits.plain(Objects.requireNonNull(number));
    }
}
