package org.equipoise.simulator.report.text;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.report.SpeedReport;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan.Estimates;
import org.equipoise.simulator.speed.SpeedRatio;

/** A report of speed as a page of text. */
public final class SpeedText {
    private SpeedText() {}

    /** The lines of the page. */
    public static List<String> lines(SpeedReport report) {
        Scenario scenario = report.scenario();
        List<String> lines = new ArrayList<>(PlainText.wrapped(ScenarioWords.title(scenario), "  "));
        lines.addAll(PlainText.wrapped(work(scenario), "  "));
        lines.addAll(PlainText.wrapped(machine(report), "  "));
        lines.add("");
        lines.addAll(speeds(report).lines());
        lines.add("");
        lines.addAll(PlainText.wrapped(ratio(report.ratio()), ""));
        return lines;
    }

    private static String work(Scenario scenario) {
        return counted(scenario.enrolment().patients(), "patient") + " · "
                + counted(scenario.arms().size(), "arm") + " · "
                + counted(scenario.analysis().looks().size(), "look") + " · " + ScenarioWords.test(scenario) + " · "
                + (scenario.simulation().estimates() == Estimates.COX ? "with" : "without") + " hazard ratio";
    }

    private static String machine(SpeedReport report) {
        return "Equipoise " + report.version() + " · Java " + Runtime.version() + ", "
                + System.getProperty("java.vm.name", "") + " · " + System.getProperty("os.name", "") + " "
                + System.getProperty("os.arch", "") + " · "
                + counted(Runtime.getRuntime().availableProcessors(), "processor");
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static TextTable speeds(SpeedReport report) {
        TextTable table = new TextTable("").row("", "replicates/s", "µs each");
        row(table, "Whole run, 1 thread", report.oneThread());
        if (report.threads() > 1) {
            row(table, "Whole run, " + report.threads() + " threads", report.allThreads());
        }
        row(table, "Engine alone, 1 thread", report.ratio().perSecond());
        row(table, "Reference kernel, 1 thread", report.ratio().referencePerSecond());
        return table;
    }

    private static void row(TextTable table, String name, double perSecond) {
        table.row(name, Digits.grouped(Math.round(perSecond)), Digits.fixed(1e6 / perSecond, 2));
    }

    private static String ratio(SpeedRatio ratio) {
        int decimals = Math.max(2, Math.min(4, Digits.decimals(ratio.standardError())));
        return "A replicate of the engine takes " + Digits.fixed(ratio.median(), decimals) + " ± "
                + Digits.fixed(ratio.standardError(), decimals)
                + " of the time of one of the reference kernel: median ± its standard error over the calmest tenth of "
                + Digits.grouped(ratio.pairs()) + " pairs of slices measured in turn, quartiles "
                + Digits.fixed(ratio.lowerQuartile(), decimals) + " and "
                + Digits.fixed(ratio.upperQuartile(), decimals)
                + ". The reference kernel is a plain simulation of a trial of 176 patients that never changes; between"
                + " machines and versions the ratio compares better than the speed.";
    }
}
