package org.equipoise.simulator.report.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioFaultsException;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.report.json.RunJson;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run as {@link RunJson} has written it. It holds its scenario, so that it can be simulated again, and its figures,
 * which must then come out the same to the last bit.
 */
public final class StoredRun {
    /** What tells of one start of the program, and what is derived from figures that are compared themselves. */
    private static final Set<String> UNCOMPARED =
            Set.of("version", "elapsedSeconds", "warnings", "expectations", RunJson.SCENARIO_TEXT, ReportJson.KEY);

    private static final String AGAIN = "simulate it again: equipoise run SCENARIO --json FILE";

    private final JsonNode json;
    private final ReadScenario read;

    private StoredRun(JsonNode json, ReadScenario read) {
        this.json = json;
        this.read = read;
    }

    /** Whether a text looks like a stored run, whole or not. */
    public static boolean isRun(String text) {
        return text.stripLeading().startsWith("{") && text.contains("\"scenarioHash\"") && text.contains("\"looks\"");
    }

    /**
     * Reads a run.
     *
     * @param text of the file
     * @param name of the file
     * @throws IllegalArgumentException when it is none that can be repeated; the message says why, and the way out
     */
    public static StoredRun of(String text, String name) {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw fault(name, "is no JSON that can be read (" + e.getOriginalMessage() + ")");
        }
        if (!json.path("complete").asBoolean(false)) {
            throw fault(name, "holds a run that was interrupted");
        }
        String scenario = json.path(RunJson.SCENARIO_TEXT).asString("");
        if (scenario.isEmpty()) {
            throw fault(name, "does not hold its scenario: an older version of the program wrote it");
        }
        try {
            ReadScenario read = ScenarioReader.read(scenario, name + ": " + RunJson.SCENARIO_TEXT, List.of());
            if (!read.hash().equals(json.path("scenarioHash").asString(""))) {
                throw fault(
                        name,
                        "holds another scenario than the one that was simulated: its hash is " + read.hash()
                                + ", and that of the run "
                                + json.path("scenarioHash").asString("missing"));
            }
            return new StoredRun(json, read);
        } catch (ScenarioFaultsException e) {
            throw fault(
                    name,
                    "holds a scenario that this version of the program does not understand ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")");
        }
    }

    private static IllegalArgumentException fault(String name, String why) {
        return new IllegalArgumentException("'" + name + "' " + why + "; " + AGAIN);
    }

    /** The scenario, with as many replicates as there were: {@code --decide} may have asked for more than it says. */
    public ReadScenario read() {
        Scenario scenario = read.scenario();
        SimulationPlan plan = scenario.simulation();
        long replicates = json.path("replicates").asLong(plan.replicates());
        return plan.targetStandardError() != null || replicates == plan.replicates()
                ? read
                : new ReadScenario(
                        scenario.withSimulation(new SimulationPlan(replicates, plan.seed(), null, plan.estimates())),
                        read.hash(),
                        read.bounds());
    }

    /** Whether it was simulated under the null hypothesis. */
    public boolean underNull() {
        return json.path("underNull").asBoolean(false);
    }

    /** The version of the program that wrote it. */
    public String version() {
        return json.path("version").asString("unknown");
    }

    /**
     * The first figure that another run of the same scenario does not have, or has differently; empty when there is
     * none.
     */
    public Optional<String> difference(RunReport again) {
        return difference("", json, JsonMapper.shared().readTree(RunJson.of(again)));
    }

    private static Optional<String> difference(String path, JsonNode stored, JsonNode found) {
        if (stored.isObject()) {
            for (Map.Entry<String, JsonNode> each : stored.properties()) {
                String inner = path.isEmpty() ? each.getKey() : path + "." + each.getKey();
                Optional<String> difference = UNCOMPARED.contains(inner)
                        ? Optional.empty()
                        : difference(inner, each.getValue(), found.path(each.getKey()));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
        if (stored.isArray()) {
            for (int i = 0; i < stored.size(); i++) {
                Optional<String> difference = difference(path + "." + i, stored.get(i), found.path(i));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
        boolean same =
                stored.isNumber() && found.isNumber() ? stored.asDouble() == found.asDouble() : stored.equals(found);
        return same
                ? Optional.empty()
                : Optional.of(path + " is " + stored + " in the file, and "
                        + (found.isMissingNode() ? "not there" : found) + " when simulated again");
    }
}
