package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Scenario;

/** What a sweep simulates, in words. */
final class SweepDesign {
    private static final int MOST_VALUES = 12;

    private SweepDesign() {}

    /** What varies, and over which values. */
    static Element varies(SweepPage page) {
        List<List<Content>> rows = new ArrayList<>();
        rows.add(PageElements.row("What varies", "Path in the scenario", "Values"));
        List<String> names = page.names();
        for (int p = 0; p < names.size(); p++) {
            int path = p;
            Set<String> values = page.sweep().cases().stream()
                    .map(each -> each.values().get(path))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            List<Content> row = new ArrayList<>(PageElements.row(names.get(p)));
            row.add(PageElements.path(page.sweep().paths().get(p)));
            row.addAll(PageElements.row(values(values)));
            rows.add(row);
        }
        return PageElements.wordyTable("What varies, the slowest first", rows);
    }

    private static String values(Set<String> values) {
        if (values.size() > MOST_VALUES) {
            List<String> all = List.copyOf(values);
            return values.size() + " values, the first " + PlainText.atMost(40, all.get(0)) + " and the last "
                    + PlainText.atMost(40, all.get(all.size() - 1));
        }
        return values.stream().map(value -> PlainText.atMost(60, value)).collect(Collectors.joining(" · "));
    }

    /** The first scenario; the others differ from it in what varies. */
    static Element first(SweepPage page) {
        SweepCase first = page.sweep().cases().get(0);
        Scenario scenario = first.read().scenario();
        List<List<Content>> rows = new ArrayList<>(List.of(PageElements.row("Part", "In the first scenario")));
        rows.add(PageElements.row("Arms", ScenarioWords.arms(scenario)));
        rows.add(PageElements.row("Enrolment", ScenarioWords.enrolment(scenario)));
        for (String arm : scenario.armsControlFirst()) {
            rows.add(PageElements.row(
                    ScenarioWords.arm(arm),
                    PlainText.atMost(80, scenario.testedEndpoint()) + ": "
                            + ScenarioWords.model(scenario.model(arm)) + "; dropout: "
                            + ScenarioWords.dropout(scenario, arm)));
        }
        rows.add(PageElements.row("Test", ScenarioWords.test(scenario)));
        String bounds = ScenarioWords.bounds(scenario.analysis());
        if (!bounds.isEmpty()) {
            rows.add(PageElements.row("Bounds", bounds));
        }
        for (int k = 0; k < scenario.analysis().looks().size(); k++) {
            rows.add(PageElements.row(
                    scenario.analysis().looks().size() == 1 ? "Analysis" : "Look " + (k + 1),
                    "at " + ScenarioWords.look(scenario, k) + "; "
                            + ScenarioWords.bound(
                                    scenario, first.read().bounds().comparison(0), k)));
        }
        return PageElements.table("Design and assumptions", rows);
    }
}
