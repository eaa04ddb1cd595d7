package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.MethodName;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.Quantile;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.Stopping;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.reading.Assumption;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.report.words.StratumWords;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.Stratum;

/** The tables of a report. */
final class PageTables {
    private static final String ALTERNATIVE = "alternative";
    private static final String NULL = "null";

    /** Where a look has no such bound. */
    private static final Content NONE = Words.of("–");

    private static final List<Double> SHOWN = List.of(0.05, 0.5, 0.95);

    private final TrialReport report;
    private final Scenario scenario;
    private final SimulationResult result;

    PageTables(TrialReport report) {
        this.report = report;
        scenario = report.scenario();
        result = report.run().result();
    }

    /** What the trial is, in words. */
    Element design() {
        List<List<Content>> rows = new ArrayList<>(List.of(PageElements.row("Part", "As planned")));
        rows.add(PageElements.row("Arms", ScenarioWords.arms(scenario)));
        rows.add(PageElements.row("Enrolment", ScenarioWords.enrolment(scenario)));
        rows.add(PageElements.row(
                "Endpoint",
                PlainText.atMost(80, scenario.testedEndpoint()) + ", time to event, in "
                        + ScenarioWords.units(scenario)));
        rows.add(PageElements.row("Test", ScenarioWords.test(scenario)));
        String bounds = ScenarioWords.bounds(scenario.analysis());
        if (!bounds.isEmpty()) {
            rows.add(PageElements.row("Bounds", bounds));
        }
        for (int k = 0; k < result.looks().size(); k++) {
            rows.add(PageElements.row(
                    result.looks().size() == 1 ? "Analysis" : "Look " + (k + 1),
                    "at " + ScenarioWords.look(scenario, k) + "; "
                            + ScenarioWords.bound(
                                    scenario, report.run().bounds().comparison(0), k)));
        }
        return PageElements.table("Design", rows);
    }

    /** What is assumed of each arm. */
    Element assumptions() {
        List<List<Content>> rows = new ArrayList<>();
        String units = ScenarioWords.units(scenario);
        rows.add(PageElements.row("Arm", "Time to event", "Median, " + units, "Mean, " + units, "Dropout"));
        List<String> arms = scenario.armsControlFirst();
        for (int a = 0; a < arms.size(); a++) {
            String arm = arms.get(a);
            EventTimeDistribution distribution = scenario.eventTime(arm);
            List<Content> row = new ArrayList<>(PageElements.row(
                    ScenarioWords.arm(arm),
                    ScenarioWords.model(scenario.model(arm))
                            + (scenario.strata() == null ? "" : "; by strata as below")));
            times(row, "arms." + a, distribution);
            row.addAll(PageElements.row(ScenarioWords.dropout(scenario, arm)));
            rows.add(row);
        }
        if (scenario.strata() != null) {
            List<Stratum> strata = scenario.allStrata();
            for (int a = 0; a < arms.size(); a++) {
                for (int s = 0; s < strata.size(); s++) {
                    rows.add(inStratum(arms.get(a), strata.get(s), "arms." + a + ".strata." + s));
                }
            }
        }
        return PageElements.table("Assumptions", rows);
    }

    private List<Content> inStratum(String arm, Stratum stratum, String key) {
        List<Content> row = new ArrayList<>(PageElements.row(
                ScenarioWords.arm(arm) + ", " + StratumWords.name(stratum),
                Digits.plain(100 * stratum.prevalence(), 4) + " % of the patients"));
        times(row, key, scenario.eventTime(arm, stratum));
        row.addAll(PageElements.row(""));
        return row;
    }

    private static void times(List<Content> row, String key, EventTimeDistribution distribution) {
        row.add(time(key + ".median", distribution.median()));
        row.add(time(key + ".mean", distribution.mean()));
    }

    private static Content time(String key, double time) {
        String words = Digits.fixed(time, 2);
        return Double.isFinite(time) ? PageElements.number(ReportJson.KEY, key, time, words) : Words.of(words);
    }

    /** Where the numbers come from. */
    Element sources() {
        List<List<Content>> rows = new ArrayList<>();
        rows.add(PageElements.row("Value, by its path in the scenario", "As assumed", "Source"));
        for (Assumption assumption : Assumption.of(scenario)) {
            String source = assumption.source();
            List<Content> row = new ArrayList<>(List.of(PageElements.path(assumption.path())));
            row.addAll(PageElements.row(
                    PlainText.atMost(400, assumption.value()), source == null ? "none given" : source));
            rows.add(row);
        }
        return PageElements.wordyTable("Assumptions and their sources", rows);
    }

    /** Operating characteristics with their Monte Carlo errors. */
    Element characteristics() {
        List<List<Content>> rows = new ArrayList<>();
        rows.add(PageElements.row("Figure", "Simulated", "Monte Carlo s.e.", "95 % limits", "Analytic"));
        power(rows, "Power", ALTERNATIVE, report.run());
        power(rows, "Type I error", NULL, report.nullRun());
        String units = ScenarioWords.units(scenario);
        add(rows, "Duration, " + units, "duration", result.duration().mean());
        add(rows, "Patients at the stop", "enrolled", result.enrolled());
        add(rows, "Events at the stop", "eventsAtStop", result.eventsAtStop());
        add(rows, "Dropouts at the stop", "dropouts", result.dropouts());
        return PageElements.table("Operating characteristics", rows);
    }

    private void power(List<List<Content>> rows, String name, String run, RunReport of) {
        if (of.result().comparisons().size() > 1) {
            add(rows, name + ", any arm", run, "power", of.result().power());
        }
        for (ComparisonResult comparison : of.result().comparisons()) {
            boolean only = of.result().comparisons().size() == 1;
            String key = only ? "" : "hypotheses." + comparison.arm() + ".";
            String arm = only ? "" : ", " + ScenarioWords.arm(comparison.arm());
            OptionalDouble analytic = of.power().of(comparison.arm(), AnalyticPower.SHOWN);
            Stopping stopping = comparison.stopping();
            String method = "analytic.power." + MethodName.of(AnalyticPower.SHOWN);
            String analyticKey = only ? method : method + "." + comparison.arm();
            add(rows, name + arm, run, key + "power", stopping.power(), analyticKey, analytic);
            if (of.underNull() && stopping.powerWithoutFutility() != null) {
                add(
                        rows,
                        name + arm + ", futility overruled",
                        run,
                        key + "powerWithoutFutility",
                        stopping.powerWithoutFutility());
            }
        }
    }

    private static void add(List<List<Content>> rows, String name, String key, Estimate estimate) {
        add(rows, name, ALTERNATIVE, key, estimate);
    }

    private static void add(List<List<Content>> rows, String name, String run, String key, Estimate estimate) {
        add(rows, name, run, key, estimate, "", OptionalDouble.empty());
    }

    private static void add(
            List<List<Content>> rows,
            String name,
            String run,
            String key,
            Estimate estimate,
            String analyticKey,
            OptionalDouble analytic) {
        List<Content> row = new ArrayList<>(PageElements.row(name));
        row.addAll(PageElements.estimate(run, key, estimate));
        int decimals = Digits.decimals(Digits.error(estimate));
        row.add(
                analytic.isEmpty()
                        ? Words.of("")
                        : PageElements.number(
                                run,
                                analyticKey,
                                analytic.getAsDouble(),
                                Digits.fixed(analytic.getAsDouble(), decimals)));
        rows.add(row);
    }

    /** What each look decides, under both hypotheses. */
    Element looks() {
        List<List<Content>> rows = new ArrayList<>();
        rows.add(PageElements.row(
                "Look", "Hypothesis", "Reached", "Events", "Rejects there", "Has rejected", "Stops for futility"));
        for (int k = 0; k < result.looks().size(); k++) {
            rows.add(look(k, ALTERNATIVE, result));
            rows.add(look(k, NULL, report.nullRun().result()));
        }
        return PageElements.table(
                "Looks: decisions for the first time, with their Monte Carlo s.e., or 95 % limits of none and all",
                rows);
    }

    private List<Content> look(int k, String run, SimulationResult of) {
        ComparisonBounds bounds = report.run().bounds().comparison(0);
        LookResult look = of.looks().get(k);
        Stopping stopping = of.stopping();
        String key = "looks." + k + ".";
        List<Content> row = new ArrayList<>(PageElements.row(Integer.toString(k + 1), run));
        row.add(PageElements.withErrorIfAny(run, key + "reached", look.reached()));
        row.add(PageElements.withError(run, key + "events", look.events()));
        boolean rejects = Double.isFinite(bounds.efficacy(k));
        row.add(
                rejects
                        ? PageElements.withError(
                                run, key + "rejected", stopping.rejected().get(k))
                        : NONE);
        row.add(PageElements.withError(
                run, key + "cumulativeRejected", stopping.cumulativeRejected().get(k)));
        boolean stops = Double.isFinite(bounds.futility(k));
        row.add(
                stops
                        ? PageElements.withError(
                                run, key + "futile", stopping.futile().get(k))
                        : NONE);
        return row;
    }

    /** How single trials scatter. */
    Element spread() {
        List<List<Content>> rows = new ArrayList<>();
        rows.add(PageElements.row("Between trials", "5 %", "50 %", "95 %"));
        for (int k = 0; k < result.looks().size(); k++) {
            String at = result.looks().size() == 1 ? "" : ", look " + (k + 1);
            String key = "looks." + k + ".";
            rows.add(quantiles(
                    "Calendar time" + at + ", " + ScenarioWords.units(scenario),
                    key + "calendarTime",
                    result.looks().get(k).calendarTime().quantiles()));
            ComparisonResult first = result.comparisons().get(0);
            if (first.hazardRatio() != null && result.comparisons().size() == 1) {
                rows.add(quantiles(
                        "Hazard ratio" + at,
                        key + "hazardRatio",
                        first.hazardRatio().get(k)));
            }
        }
        return PageElements.table("Quantiles over simulated trials", rows);
    }

    /** All with the decimals of the least certain one. */
    private static List<Content> quantiles(String name, String key, List<Quantile> quantiles) {
        List<Quantile> shown = quantiles.stream()
                .filter(q -> SHOWN.contains(q.probability()) && Double.isFinite(q.value()))
                .toList();
        int decimals = shown.stream()
                .mapToInt(q -> Digits.decimals(q.standardError()))
                .min()
                .orElse(0);
        List<Content> row = new ArrayList<>(PageElements.row(name));
        for (double p : SHOWN) {
            Content cell = shown.stream()
                    .filter(q -> q.probability() == p)
                    .findFirst()
                    .<Content>map(q -> PageElements.number(
                            ALTERNATIVE, key + ".quantiles." + p, q.value(), Digits.fixed(q.value(), decimals)))
                    .orElse(Words.of(""));
            row.add(cell);
        }
        return row;
    }
}
