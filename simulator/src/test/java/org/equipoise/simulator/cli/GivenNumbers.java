package org.equipoise.simulator.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The numbers that a place on the page may show without naming their keys: those that the scenario gives about it, and
 * what follows from the scenario alone. Of a sweep, all that vary.
 */
final class GivenNumbers {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(\\.\\d+)?");

    private static final String REPLICATES = "/report/replicates /replicates /report/nullRun/replicates";

    /** Section, table and row, and what may stand there: values by the beginning of their paths, and other places. */
    private record Rule(String place, String values, String places) {}

    private static final List<Rule> OF_TRIALS = List.of(
            new Rule("Data-generating.*/Design/Arms", "arms randomisation", "/report/design/blockSize"),
            new Rule("Data-generating.*/Design/Enrolment", "enrolment", ""),
            new Rule("Data-generating.*/Design/Test", "analysis.test analysis.alpha", "/report/design/alpha"),
            new Rule("Data-generating.*/Design/(Bounds|Analysis|Look \\d)", "analysis", "/report/design"),
            new Rule("Data-generating.*/Design/(Part|Endpoint)", "none", ""),
            new Rule("Data-generating.*/Assumptions/.*", "endpoints dropout strata", ""),
            new Rule("Data-generating.*/Assumptions and their sources/(.*)", "$1", ""),
            new Rule("Data-generating.*/Assumptions and their sources/.*", "", ""),
            new Rule("Data-generating.*//.*", "analysis.test", "/report/replicates/bands"),
            new Rule("Methods/.*", "analysis endpoints", "/report/design"),
            new Rule("Performance measures/.*", "none", REPLICATES + " /report/design/bounds"),
            new Rule("Example trials/.*", "none", "/report/examples /report/replicates"),
            new Rule("Words for the protocol/.*", "", "/report/arms /report/design /seed " + REPLICATES),
            new Rule("(Independent check in R|Limits and assumptions|Aims|Estimands)/.*", "none", ""),
            new Rule(
                    "Record/.*",
                    "none",
                    "/seed /elapsedSeconds /report/nullRun/elapsedSeconds /report/record/overrides " + REPLICATES),
            new Rule("//.*", "none", "/report/replicates/bands"));

    private static final List<Rule> OF_SWEEPS = List.of(new Rule(
            ".*",
            "",
            "/report/arms /report/design /report/replicates /report/numbers /report/totals /report/expectations/open"
                    + " /replicates /seed /paths /scenarioCount"));

    private final JsonNode json;
    private final List<Rule> rules;
    private final Set<Double> ofScenarios = new HashSet<>();

    GivenNumbers(JsonNode json) {
        this.json = json;
        rules = json.has("scenarios") ? OF_SWEEPS : OF_TRIALS;
        json.path("scenarios").forEach(scenario -> {
            gather(scenario.path("values"), ofScenarios);
            gather(scenario.path("seed"), ofScenarios);
            gather(scenario.path("replicates"), ofScenarios);
            gather(scenario.at("/figures/powerStandardError"), ofScenarios);
        });
    }

    /** The numbers that may stand at a place; none where no rule knows it. */
    Set<Double> at(String section, String caption, String row) {
        String place = section + "/" + caption + "/" + row;
        for (Rule rule : rules) {
            Matcher matcher = Pattern.compile(rule.place(), Pattern.DOTALL).matcher(place);
            if (matcher.matches()) {
                Set<Double> found = new HashSet<>(ofScenarios);
                String values = rule.values().equals("$1") ? matcher.group(1) : rule.values();
                for (String path : values.split(" ", -1)) {
                    json.at("/report/values").properties().stream()
                            .filter(value -> value.getKey().startsWith(path))
                            .forEach(value -> gather(value.getValue(), found));
                }
                for (String pointer : rule.places().split(" ", -1)) {
                    if (!pointer.isEmpty()) {
                        gather(json.at(pointer), found);
                    }
                }
                if (!(rule.values().equals("$1") && found.isEmpty())) {
                    return found;
                }
            }
        }
        return Set.of();
    }

    private static void gather(JsonNode node, Set<Double> found) {
        if (node.isNumber()) {
            found.add(node.asDouble());
        } else if (node.isString()) {
            Matcher numbers = NUMBER.matcher(node.asString());
            while (numbers.find()) {
                found.add(Double.parseDouble(numbers.group().replace(",", "")));
            }
        } else {
            node.properties().forEach(each -> gather(each.getValue(), found));
            if (node.isArray()) {
                node.forEach(each -> gather(each, found));
            }
        }
    }
}
