package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.SweepAxis;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.report.words.CriterionWords;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Criterion;
import org.equipoise.simulator.scenario.Scenario;

/** How a sweep was understood, in plain words; nothing is simulated. */
public final class SweepCheckText {
    private static final int MARGIN = 18;
    private static final int MOST_VALUES = 6;
    private static final int LONGEST_VALUE = 40;

    private final ReadSweep sweep;
    private final List<String> lines = new ArrayList<>();

    private SweepCheckText(ReadSweep sweep) {
        this.sweep = sweep;
    }

    /** The lines of the page. */
    public static List<String> lines(ReadSweep sweep, List<String> warnings) {
        SweepCheckText text = new SweepCheckText(sweep);
        text.write();
        text.warn(warnings);
        return text.lines;
    }

    private void write() {
        Scenario first = sweep.cases().get(0).read().scenario();
        lines.addAll(PlainText.wrapped(sweep.name() + " · a sweep of " + ScenarioWords.title(first), "  "));
        lines.add("");
        say("Scenarios", size());
        say("Replicates", replicates());
        expected();
        lines.add("");
        lines.add("What varies, the slowest first");
        int column = 0;
        for (SweepAxis axis : sweep.axes()) {
            String label = "  " + rows(axis);
            for (String path : axis.paths()) {
                say(label, path + ": " + values(column));
                label = "";
                column++;
            }
        }
        lines.add("");
        say("First", scenario(0));
        say("Last", scenario(sweep.cases().size() - 1));
    }

    private void warn(List<String> warnings) {
        lines.add("");
        if (warnings.isEmpty()) {
            lines.add("No warnings.");
        }
        warnings.forEach(warning -> lines.addAll(PlainText.wrapped("Warning: " + warning, "  ")));
    }

    private void say(String what, String words) {
        lines.addAll(PlainText.labelled(what, MARGIN, words));
    }

    private String size() {
        String factors =
                sweep.axes().stream().map(axis -> Digits.grouped(axis.rows())).collect(Collectors.joining(" × "));
        int all = sweep.cases().size();
        long distinct = sweep.cases().stream()
                .map(each -> each.read().hash())
                .distinct()
                .count();
        return Digits.grouped(all)
                + (sweep.axes().size() == 1 ? "" : " = " + factors)
                + (distinct == all ? "" : "; " + Digits.grouped(distinct) + " of them differ");
    }

    private String replicates() {
        long fewest = Long.MAX_VALUE;
        long most = 0;
        long all = 0;
        for (SweepCase each : sweep.cases()) {
            long own = each.read().scenario().simulation().replicates();
            fewest = Math.min(fewest, own);
            most = Math.max(most, own);
            all += own;
        }
        return (fewest == most ? Digits.grouped(most) : Digits.grouped(fewest) + " to " + Digits.grouped(most))
                + " for each scenario, " + Digits.grouped(all) + " in all";
    }

    /** What is expected, with the number of scenarios of which it is. */
    private void expected() {
        Map<Map<String, Criterion>, List<Scenario>> alike = sweep.cases().stream()
                .map(each -> each.read().scenario())
                .collect(Collectors.groupingBy(Scenario::expect, LinkedHashMap::new, Collectors.toList()));
        alike.forEach((expect, scenarios) -> {
            if (!expect.isEmpty()) {
                String words = CriterionWords.of(scenarios.get(0));
                int all = sweep.cases().size();
                say(
                        "Expected",
                        scenarios.size() == all
                                ? words
                                : words + ", in " + Digits.grouped(scenarios.size()) + " of " + Digits.grouped(all)
                                        + " scenarios");
            }
        });
    }

    private static String rows(SweepAxis axis) {
        String rows = Digits.grouped(axis.rows());
        return switch (axis.block()) {
            case "designs" -> rows + " designs";
            case "assumptions" -> rows + " assumptions";
            case "together" -> rows + " in step";
            case "sample" -> rows + " drawn";
            default -> axis.rows() == 1 ? "1 value" : rows + " values";
        };
    }

    private String values(int column) {
        Set<String> distinct = new LinkedHashSet<>();
        sweep.cases().forEach(each -> distinct.add(each.values().get(column)));
        List<String> all = List.copyOf(distinct);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.size() <= MOST_VALUES || i < MOST_VALUES - 2 || i == all.size() - 1) {
                shown.add(PlainText.atMost(LONGEST_VALUE, all.get(i)));
            } else if (i == MOST_VALUES - 2) {
                shown.add("…");
            }
        }
        return String.join(", ", shown);
    }

    private String scenario(int index) {
        List<String> words = new ArrayList<>();
        for (int j = 0; j < sweep.paths().size(); j++) {
            String value = sweep.cases().get(index).values().get(j);
            words.add(sweep.paths().get(j) + " = " + PlainText.atMost(LONGEST_VALUE, value));
        }
        return String.join(", ", words);
    }
}
