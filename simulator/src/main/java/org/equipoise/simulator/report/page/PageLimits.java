package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.analytic.StagewiseEstimates;
import org.equipoise.simulator.reading.Assumption;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.words.Listing;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;

/** What the simulation takes for granted, and what a scenario cannot say. */
final class PageLimits {
    private static final String SLOT = "[to be written]";

    private PageLimits() {}

    static List<Content> of(TrialReport report) {
        List<Content> entries = new ArrayList<>();
        limits(report).forEach(limit -> entries.add(Element.of("li", limit)));
        return List.of(Element.of("ul", entries), slots());
    }

    private static List<String> limits(TrialReport report) {
        Scenario scenario = report.scenario();
        List<String> limits = new ArrayList<>();
        limits.add("Times to event, times to loss, entry and allocation are independent of each other; censoring tells"
                + " nothing of the event.");
        limits.add(
                scenario.strata() == null
                        ? "Patients of an arm are alike: there are no strata and no covariates."
                        : "Patients of an arm and a stratum are alike: there are no further covariates.");
        limits.add("An event is seen when it happens, not at a visit or a scan, and an analysis uses all data up to its"
                + " cut without delay.");
        limits.add("One null hypothesis was simulated, with the control arm as assumed; a sweep over the control's"
                + " median, dropout and enrolment shows whether the type I error depends on them.");
        limits.add("Charts of power vary one assumption at a time; a sweep varies several and tells which matters"
                + " most.");
        boolean estimates = scenario.simulation().estimates() != SimulationPlan.Estimates.NONE;
        if (estimates && scenario.analysis().looks().size() > 1) {
            limits.add("Hazard ratios are estimated as without interim analyses. Given that a trial stops early for"
                    + " efficacy they are on average more favourable than the truth"
                    + (report.estimates().isEmpty() ? "." : ", by as much as the table of estimates at the stop says.")
                    + (StagewiseEstimates.of(scenario, report.run().bounds().comparison(0))
                                    .isPresent()
                            ? ""
                            : " No adjusted estimate is reported: that takes two arms, a log-rank or Cox test, and looks"
                                    + " that all wait for events."));
        }
        if (!estimates) {
            limits.add("No hazard ratio was estimated in the simulation, as the scenario asks.");
        }
        List<String> without = Assumption.of(scenario).stream()
                .filter(each -> each.source() == null)
                .map(each -> PlainText.atMost(60, each.path()))
                .toList();
        if (!without.isEmpty()) {
            limits.add("Assumed without a source: " + Listing.and(without) + ".");
        }
        return limits;
    }

    /** What only the protocol knows. */
    private static Element slots() {
        return PageElements.table(
                "For the protocol to say: a scenario does not hold it",
                List.of(
                        PageElements.row("Item", "Text"),
                        PageElements.row("Why this design, and which others were considered", SLOT),
                        PageElements.row(
                                "Estimand: population, treatments, variable, intercurrent events and their strategies,"
                                        + " summary measure",
                                SLOT),
                        PageElements.row("Why these scenarios are enough", SLOT),
                        PageElements.row("Who sees interim data, and how the trial stays blind to them", SLOT),
                        PageElements.row("Overall conclusion", SLOT),
                        PageElements.row("Priors and decision thresholds", "none: the design is not Bayesian")));
    }
}
