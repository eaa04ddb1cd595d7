package org.equipoise.simulator.report.text;

import java.util.List;
import org.equipoise.simulator.analytic.BoundPlan;
import org.equipoise.simulator.analytic.LookPlan;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Futility;
import org.equipoise.simulator.scenario.Scenario;

/** The looks of a plan, of a time to an event or an outcome: their bounds as tables, and how these count α. */
record PlannedLooks(Scenario scenario, List<LookPlan> looks) {
    /** @param name of the first column: what these looks are of */
    TextTable efficacy(String name) {
        boolean isTime = scenario.endpoint().isTimeToEvent();
        TextTable table = new TextTable("")
                .row(
                        name,
                        "information",
                        ScenarioWords.unit(scenario),
                        "patients",
                        isTime ? "events" : "outcomes",
                        scenario.analysis().sides() == 2 ? "|Z| ≥" : "Z ≥",
                        "p ≤",
                        isTime ? "HR ≤" : "diff. ≥",
                        "α spent",
                        "power by then");
        for (LookPlan look : looks) {
            BoundPlan bound = look.efficacy();
            table.row(
                    Integer.toString(look.look()),
                    Digits.fixed(look.informationFraction(), 4),
                    Digits.fixed(look.calendarTime(), 2),
                    Digits.wholeOrFixed(look.patients(), 1),
                    Digits.wholeOrFixed(look.events(), isTime ? 2 : 1),
                    bound == null ? "–" : Digits.fixed(bound.z(), 4),
                    bound == null ? "–" : p(bound.p()),
                    bound == null ? "–" : Digits.fixed(bound.estimate(), 4),
                    bound == null ? "–" : p(bound.spent()),
                    bound == null ? "–" : Digits.fixed(bound.crossH1(), 4));
        }
        return table;
    }

    boolean haveFutility() {
        return looks.stream().anyMatch(look -> look.futility() != null);
    }

    TextTable futility() {
        String z = scenario.analysis().sides() == 2 ? "|Z| ≤" : "Z ≤";
        String estimate = scenario.endpoint().isTimeToEvent() ? "HR ≥" : "diff. ≤";
        TextTable table = new TextTable("").row("Futility", z, "p ≥", estimate, "stopped by then, H0", "H1");
        for (LookPlan look : looks) {
            BoundPlan bound = look.futility();
            if (bound != null) {
                table.row(
                        "Look " + look.look(),
                        Digits.fixed(bound.z(), 4),
                        p(bound.p()),
                        Digits.fixed(bound.estimate(), 4),
                        Digits.fixed(bound.crossH0(), 4),
                        Digits.fixed(bound.crossH1(), 4));
            }
        }
        return table;
    }

    private static String p(double value) {
        return value > 0 && value < 0.001 ? Digits.plain(value, 3) : Digits.fixed(value, 5);
    }

    String countingOfAlpha() {
        Futility futility = scenario.analysis().futility();
        String how = futility != null && futility.binding()
                ? "with the futility bounds, which bind"
                : "without the futility bounds, which do not bind; power and expectations obey them";
        return "α spent and power add up over looks. α is counted " + (haveFutility() ? how : "with these bounds")
                + ".";
    }
}
