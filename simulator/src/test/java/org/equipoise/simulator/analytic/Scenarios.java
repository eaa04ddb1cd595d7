package org.equipoise.simulator.analytic;

import java.nio.file.Path;
import java.util.List;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.scenario.Scenario;

/** Scenarios for tests: those in {@code configs}, some values replaced. */
final class Scenarios {
    private Scenarios() {}

    static Scenario base(String... overrides) {
        return config("haic-tace-176", overrides);
    }

    static Scenario config(String name, String... overrides) {
        return ScenarioReader.read(Path.of("..", "configs", name + ".yaml"), List.of(overrides))
                .scenario();
    }
}
