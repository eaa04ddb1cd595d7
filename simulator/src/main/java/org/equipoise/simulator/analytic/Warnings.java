package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equipoise.core.planning.curves.NotFollowedException;
import org.equipoise.core.planning.staged.StagedDesign;
import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.scenario.Bounds;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.InvalidScenarioException;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;

/** What is legal in a scenario but suspect, in words for its author. */
public final class Warnings {
    private static final double SMALL_RATIO = 0.2;
    private static final double LARGE_RATIO = 5;
    /** Three standard deviations. */
    private static final double COMFORT = 0.99865;

    private static final double RARE = 0.0005;
    /** Bounds with three decimals have a level of their own by so little. */
    private static final double ROUNDING = 0.01;

    private Warnings() {}

    /** The warnings of a scenario of which nothing is simulated. */
    public static List<String> of(Scenario scenario, Expectations expectations) {
        List<String> warnings = beforeSimulation(scenario, expectations);
        addReach(warnings, scenario, expectations);
        return warnings;
    }

    /** Those of which a simulation does not tell more: not how many trials reach a look. A new list. */
    public static List<String> beforeSimulation(Scenario scenario, Expectations expectations) {
        List<String> warnings = new ArrayList<>();
        addHazardRatios(warnings, scenario);
        warnings.addAll(TimeScale.warnings(scenario));
        if (scenario.experimentalArms().size() > 1) {
            warnings.add("each of " + scenario.experimentalArms().size()
                    + " experimental arms is compared with the control at the full significance level;"
                    + " the level of all together is not adjusted");
        }
        TestPlan test = scenario.analysis().test();
        boolean several = scenario.analysis().looks().size() > 1;
        if (scenario.analysis().efficacy() instanceof Bounds.Given) {
            addLevel(warnings, scenario, expectations, "the efficacy bounds, taken as given, have");
        } else if (several && !test.followsHazardRatio()) {
            addLevel(
                    warnings,
                    scenario,
                    expectations,
                    "bounds follow the numbers of events, and by "
                            + (test.isOfHazards() ? "the weights" : "the information") + " of this test they have");
        }
        return warnings;
    }

    /** Bounds are taken as given, so their error may be another than the level. */
    private static void addLevel(List<String> warnings, Scenario scenario, Expectations expectations, String subject) {
        double level = scenario.analysis().sides() * scenario.analysis().oneSidedAlpha();
        double error;
        try {
            String arm = scenario.experimentalArms().get(0);
            StagedDesign design = StagedScenario.of(
                    scenario, expectations.looks(), BoundPlan.of(scenario).comparison(0), arm);
            StoppingBounds bounds = StagedScenario.forLevel(scenario.analysis(), design.bounds());
            error = (design.countsEvents() ? bounds.crossing(0) : design.crossingUnderNull(bounds))
                    .rejectionEitherSide();
        } catch (NotFollowedException e) {
            warnings.add(
                    "too few are followed at a look to tell the type I error of its bounds; run --null simulates it");
            return;
        } catch (NoPlanException | InvalidScenarioException | ArithmeticException e) {
            return;
        }
        if (error > level * (1 + ROUNDING)) {
            warnings.add(String.format(
                    Locale.ROOT, "%s a type I error of %.4f, above the level of %s", subject, error, level));
        }
    }

    private static void addHazardRatios(List<String> warnings, Scenario scenario) {
        for (String arm : scenario.experimentalArms()) {
            if (scenario.model(arm) instanceof EventModel.Relative relative) {
                for (double ratio : relative.hazardRatio().values()) {
                    if (ratio < SMALL_RATIO || ratio > LARGE_RATIO) {
                        warnings.add(String.format(
                                Locale.ROOT,
                                "the hazard ratio %s of arm %s is far from anything seen in practice; is it meant?",
                                ratio,
                                arm));
                    }
                }
            }
        }
    }

    private static void addReach(List<String> warnings, Scenario scenario, Expectations expectations) {
        for (int k = 0; k < scenario.analysis().looks().size(); k++) {
            double reach = expectations.reach(k);
            if (reach < COMFORT) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "look %d waits for %d events, but follow-up without end of all %d patients gives %.1f in"
                                + " expectation: %s of replicates get there, the others do not reject",
                        k + 1,
                        scenario.analysis().eventsAwaitedAt(k).orElse(0),
                        scenario.enrolment().patients(),
                        expectations.maximum(),
                        reach < RARE ? "hardly any" : String.format(Locale.ROOT, "about %.1f %%", 100 * reach)));
            }
        }
    }
}
