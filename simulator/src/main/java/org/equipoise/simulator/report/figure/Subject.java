package org.equipoise.simulator.report.figure;

import java.util.List;
import java.util.Locale;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;

/**
 * What figures are about.
 *
 * @param scenario the trial
 * @param arms names fit for a label, the control first
 * @param endpoint name fit for a label
 */
public record Subject(Scenario scenario, List<String> arms, String endpoint) {
    /** Copies the list. */
    public Subject {
        arms = List.copyOf(arms);
    }

    /** {@code months}. */
    String units() {
        return scenario.timeUnit().plural();
    }

    /** {@code month}. */
    String unit() {
        return scenario.timeUnit().name().toLowerCase(Locale.ROOT);
    }

    /** {@code Log-rank Z}; of other tests Z alone. */
    public static String statistic(Scenario scenario) {
        return scenario.analysis().test().method() == TestPlan.Method.LOG_RANK ? "Log-rank Z" : "Z";
    }

    /** Number of looks. */
    int looks() {
        return scenario.analysis().looks().size();
    }
}
