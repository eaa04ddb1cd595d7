package org.equipoise.simulator.report;

import java.util.Objects;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;
import org.jspecify.annotations.Nullable;

/** Tests by their names, and what they call no effect. */
final class TestWords {
    private final Scenario scenario;
    private final TestPlan test;

    TestWords(Scenario scenario) {
        this.scenario = scenario;
        test = scenario.analysis().test();
    }

    /** {@code log-rank test}. */
    String name() {
        return switch (test.method()) {
            case LOG_RANK -> "log-rank test";
            case FLEMING_HARRINGTON ->
                "Fleming-Harrington test, ρ " + number(test.rho()) + ", γ " + number(test.gamma());
            case WILCOXON_GEHAN -> "Gehan-Wilcoxon test";
            case TARONE_WARE -> "Tarone-Ware test";
            case MODESTLY_WEIGHTED -> "modestly weighted log-rank test, weights growing to " + time(test.tau());
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
    static String name(TestPlan.Method method) {
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

    /**
     * What the test compares where that is no hazard, as it is said of one arm: {@code the restricted mean survival
     * time to month 24}; null where the hypothesis is about hazards.
     */
    @Nullable
    String compared() {
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
