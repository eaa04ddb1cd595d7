package org.equipoise.simulator.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.analytic.OutcomeMethod;
import org.equipoise.simulator.analytic.OutcomePlan;
import org.equipoise.simulator.analytic.OutcomePlanner;
import org.equipoise.simulator.analytic.SolvedOutcome;
import org.equipoise.simulator.analytic.Sought;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.report.OutcomePlanReport;
import org.equipoise.simulator.report.OutcomePlanReport.Explained;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;
import org.jspecify.annotations.Nullable;

/** What {@code plan} does for a binary or continuous endpoint. */
final class OutcomePlanning {
    private final ScenarioArguments arguments;
    private final Sought sought;
    private final @Nullable String method;

    /** @param method null for the one that the test takes by itself */
    OutcomePlanning(ScenarioArguments arguments, Sought sought, @Nullable String method) {
        this.arguments = arguments;
        this.sought = sought;
        this.method = method;
    }

    /**
     * The plan and what is told beside it.
     *
     * @param keepsRates whether more patients come at the same rates
     * @param explained whether all tests are put side by side
     */
    OutcomePlanReport report(ReadScenario read, boolean keepsRates, boolean explained) {
        Scenario scenario = read.scenario();
        OutcomeMethod by = method(scenario);
        OutcomePlanner planner = OutcomePlanner.of(scenario, sought);
        OutcomePlan plan = planner.plan(by);
        List<String> overrides = SolvedOutcome.overrides(plan, keepsRates);
        ReadScenario rounded = overrides.isEmpty() ? null : arguments.readWith(overrides);
        Scenario told = rounded == null ? scenario : rounded.scenario();
        return new OutcomePlanReport(
                plan,
                rounded == null ? null : OutcomePlanner.of(told, Sought.POWER).plan(by),
                overrides,
                planner.byMethod(),
                explained ? explanation(told) : null,
                read.hash(),
                Version.text());
    }

    private OutcomeMethod method(Scenario scenario) {
        List<OutcomeMethod> known = OutcomeMethod.of(scenario);
        String name = method;
        if (name == null) {
            return known.get(0);
        }
        return OutcomeMethod.of(name)
                .filter(known::contains)
                .orElseThrow(() -> new InputFaultException("--method " + name + ": is not for this test; one of "
                        + String.join(
                                ", ", known.stream().map(OutcomeMethod::key).toList())));
    }

    private static List<Explained> explanation(Scenario scenario) {
        OutcomePlanner power = OutcomePlanner.of(scenario, Sought.POWER);
        List<Explained> explained = new ArrayList<>();
        boolean margin = scenario.analysis().test().marginOrNone() != 0;
        Arrays.stream(TestPlan.Method.values())
                .filter(test -> test.endpoint() == scenario.endpoint().type())
                .filter(test -> !margin || test.takes("margin"))
                .forEach(test -> {
                    Map<OutcomeMethod, Double> patients = power.byMethod(test, Sought.PATIENTS);
                    power.byMethod(test, Sought.POWER)
                            .forEach((by, value) -> explained.add(
                                    new Explained(test, by, patients.getOrDefault(by, Double.NaN), value)));
                });
        return explained;
    }
}
