package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.markup.Attribute;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.report.words.TestWords;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;

/**
 * A report as one HTML file that needs no network and no script, under the headings of Morris, White and Crowther
 * (2019, Statistics in Medicine 38:2074): aims, data-generating mechanisms, estimands, methods, performance measures.
 */
public final class ReportHtml {
    private final TrialReport report;
    private final PageFigures figures;
    private final Scenario scenario;
    private final PageTables tables;

    private ReportHtml(TrialReport report, PageFigures figures) {
        this.report = report;
        this.figures = figures;
        scenario = report.scenario();
        tables = new PageTables(report);
    }

    /** The whole page. */
    public static Element of(TrialReport report, PageFigures figures) {
        return new ReportHtml(report, figures).page();
    }

    private Element page() {
        List<Content> main = new ArrayList<>();
        main.addAll(summary());
        main.addAll(aims());
        main.addAll(mechanisms());
        main.addAll(estimand());
        main.addAll(methods());
        main.addAll(performance());
        main.add(PageFrame.section("Example trials", PageExamples.of(report, figures)));
        main.add(PageFrame.section("Words for the protocol", PageWords.of(report)));
        main.add(PageFrame.section("Independent check in R", PageWords.rCode(report)));
        main.add(PageFrame.section("Limits and assumptions", PageLimits.of(report)));
        main.add(PageFrame.section("Record", PageRecord.of(report)));
        return PageFrame.page(scenario.trial(), main);
    }

    private List<Content> summary() {
        List<Content> parts = new ArrayList<>();
        parts.add(Element.of("p", Attribute.of("class", "kicker"), Words.of("Simulation report")));
        parts.add(Element.of("h1", PlainText.oneLine(scenario.trial())));
        if (scenario.title() != null) {
            parts.add(Element.of(
                    "p", Attribute.of("class", "lead"), Element.of("bdi", PlainText.oneLine(scenario.title()))));
        }
        parts.add(Element.of(
                "ul",
                Attribute.of("class", "key"),
                key("Power", "alternative", "power", report.run().result().power()),
                key("Type I error", "null", "power", report.nullRun().result().power()),
                key(
                        "Duration, " + ScenarioWords.units(scenario),
                        "alternative",
                        "duration",
                        report.run().result().duration().mean()),
                key(
                        "Events at the stop",
                        "alternative",
                        "eventsAtStop",
                        report.run().result().eventsAtStop())));
        for (String warning : report.run().warnings()) {
            parts.add(PageFrame.warning(warning));
        }
        parts.add(PageElements.figure(figures.patientsAndEvents()));
        return parts;
    }

    private static Element key(String name, String run, String key, Estimate estimate) {
        int decimals = Digits.decimals(Digits.error(estimate));
        Element value =
                PageElements.number(run, key + ".estimate", estimate.value(), Digits.fixed(estimate.value(), decimals));
        return estimate.standardError() > 0
                ? PageFrame.key(
                        name,
                        value,
                        Words.of("Monte Carlo s.e. "),
                        PageElements.number(
                                run,
                                key + ".standardError",
                                estimate.standardError(),
                                Digits.fixed(estimate.standardError(), decimals)))
                : PageFrame.key(name, value, Words.of("in every replicate"));
    }

    private List<Content> aims() {
        return List.of(PageFrame.section(
                "Aims",
                List.of(PageElements.paragraph(
                        "To tell how likely this trial is to reject its null hypothesis, when it stops and with how many"
                                + " events, if the assumptions below hold; and how often it rejects when "
                                + (scenario.analysis().test().hazardRatioH0() == 1
                                        ? "there is no effect"
                                        : "the hazard ratio is at its margin")
                                + ". The trial is simulated patient by patient under both hypotheses."))));
    }

    private List<Content> mechanisms() {
        List<Content> parts = new ArrayList<>();
        parts.add(tables.design());
        parts.add(tables.assumptions());
        parts.add(tables.sources());
        double margin = scenario.analysis().test().hazardRatioH0();
        parts.add(PageElements.paragraph("Events and dropouts are independent of each other and of enrolment. Under the"
                + " null hypothesis every experimental arm has the control arm's hazard"
                + (margin == 1 ? "" : " times " + Digits.plain(margin)) + "; enrolment and dropout stay."));
        parts.addAll(PageElements.figures(figures.assumptions()));
        parts.addAll(PageElements.figures(figures.timeline()));
        return List.of(PageFrame.section("Data-generating mechanisms", parts));
    }

    private List<Content> estimand() {
        return List.of(PageFrame.section("Estimands", List.of(estimand(scenario))));
    }

    /** What is estimated, as far as a scenario says. */
    static Element estimand(Scenario scenario) {
        String compared = new TestWords(scenario).compared();
        return PageElements.paragraph("What is tested: "
                + (compared == null ? "the hazard ratio of " : compared + ", of ")
                + PlainText.atMost(80, scenario.testedEndpoint()) + ", each experimental arm "
                + (compared == null ? "over " : "against ")
                + ScenarioWords.arm(scenario.controlArm())
                + ". Patients who drop out are censored then, as if lost independently of the event. What is"
                + " estimated by the simulation: the probability of rejecting, the time of each look, and the"
                + " numbers of patients and events then. Population, treatments and the handling of intercurrent"
                + " events are those of the protocol; a scenario does not hold them.");
    }

    private String estimator() {
        return scenario.simulation().estimates() == SimulationPlan.Estimates.NONE
                ? ""
                : "Hazard ratios are estimated by Cox regression with Efron's ties"
                        + (scenario.analysis().test().isStratified() ? ", stratified like the test. " : ". ");
    }

    private List<Content> methods() {
        List<Content> parts = new ArrayList<>();
        parts.add(PageElements.paragraph("Each look analyses all patients enrolled by then: "
                + ScenarioWords.test(scenario)
                + ". Z above 0 favours the experimental arm. "
                + estimator()
                + "A trial that crosses a futility bound stops, whether the bound binds or not."));
        if (report.plan() == null) {
            parts.add(PageElements.paragraph("There is no table of bounds with crossing probabilities: "
                    + report.noPlan() + ". The bounds stand under Design."));
        } else {
            parts.addAll(BoundTable.of(report.plan()));
            parts.add(PageElements.paragraph("Layout of gsDesign's gsBoundSummary. Patients, events and times are"
                    + " expectations; crossing probabilities are by the distribution of Z to second order and recursive integration, without"
                    + " simulation. P(cross) of efficacy under the null hypothesis ignores futility bounds that do not"
                    + " bind."));
            figures.bounds().forEach(scale -> parts.addAll(PageElements.figures(scale)));
            List<Chart> charts = new ArrayList<>(figures.spent());
            charts.addAll(figures.interim());
            parts.addAll(PageElements.figures(charts));
        }
        return List.of(PageFrame.section("Methods", parts));
    }

    private List<Content> performance() {
        List<Content> parts = new ArrayList<>();
        parts.add(tables.characteristics());
        parts.add(PageElements.paragraph(
                "Monte Carlo s.e.: how far a simulated figure may be from what endless simulation"
                        + " would give; for a share p of n replicates " + PageFrame.SHARE_ERROR
                        + ", with Wilson's limits. A figure without one"
                        + " is the same in every replicate."));
        if (report.run().result().looks().size() > 1) {
            parts.add(tables.looks());
        }
        parts.add(tables.spread());
        parts.addAll(EstimateTable.of(report));
        Stream.of(
                        figures.power(),
                        figures.nullScenarios(),
                        figures.stops(),
                        figures.distributions(),
                        figures.convergence())
                .forEach(charts -> parts.addAll(PageElements.figures(charts)));
        return List.of(PageFrame.section("Performance measures", parts));
    }
}
