package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.scenario.Scenario;

/**
 * A trial on which simulated and analytic power are compared.
 *
 * @param group heading below which it stands
 * @param line of {@code scenarios.txt} that describes it
 */
record ComparedTrial(String group, String line) {
    private static final List<String> KEYS =
            List.of("enrolment", "control", "experimental", "dropout", "analysis", "more");

    /** All of {@code scenarios.txt}, in its order. */
    static List<ComparedTrial> all() {
        List<ComparedTrial> trials = new ArrayList<>();
        String group = "";
        for (String line : Recorded.text("scenarios.txt").lines().toList()) {
            if (line.startsWith("## ")) {
                group = line.substring(3);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                trials.add(new ComparedTrial(group, line));
            }
        }
        return trials;
    }

    /** Its parts in the words of the scenario language, without those that are empty. */
    List<String> parts() {
        return Arrays.stream(line.split("\\|"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** As a scenario, with a seed of its own. */
    Scenario scenario(long replicates) {
        String[] cells = line.split("\\|");
        String more = cells.length == KEYS.size() ? cells[5].strip().replace(" ; ", "\n") : "";
        String allocation = more.startsWith("arms") ? more : "arms: {C: {role: control}, E: {role: experimental}}";
        String text = String.join(
                "\n",
                "trial: T",
                allocation,
                more.startsWith("arms") ? "" : more,
                "enrolment: {" + cells[0] + "}",
                "endpoints: {PFS: {model: {C: {" + cells[1] + "}, E: {" + cells[2] + "}}}}",
                "dropout: {" + cells[3] + "}",
                "analysis: {" + cells[4] + "}",
                "simulation: {estimates: none, seed: " + (line.hashCode() & Integer.MAX_VALUE) + ", replicates: "
                        + replicates + "}");
        return ScenarioReader.read(text, line, List.of()).scenario();
    }

    /** Its power without simulation. */
    AnalyticPower analytic() {
        Scenario scenario = scenario(1);
        return AnalyticPower.of(scenario, Expectations.of(scenario), BoundPlan.of(scenario));
    }
}
