package org.equipoise.simulator.analytic;

import org.equipoise.core.planning.twosample.ExactProportions;
import org.equipoise.core.planning.twosample.Means;
import org.equipoise.core.planning.twosample.NormalProportions;
import org.equipoise.core.planning.twosample.ProportionTest;
import org.equipoise.core.planning.twosample.TwoSampleTest;
import org.equipoise.simulator.design.ProportionTests;
import org.equipoise.simulator.scenario.OutcomeModel;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;

/** The test of a binary or continuous endpoint in the terms of {@code core.planning}. */
final class OutcomeTests {
    private OutcomeTests() {}

    /**
     * An arm against the control.
     *
     * @throws NoPlanException when there is no formula
     */
    static TwoSampleTest of(Scenario scenario, String arm, OutcomeMethod method) {
        return of(scenario, arm, scenario.analysis().test().method(), method);
    }

    /**
     * The same by any test of the endpoint.
     *
     * @throws NoPlanException when there is no formula
     */
    static TwoSampleTest of(Scenario scenario, String arm, TestPlan.Method test, OutcomeMethod method) {
        OutcomeModel control = scenario.outcome(scenario.controlArm());
        OutcomeModel experimental = scenario.outcome(arm);
        double margin = scenario.analysis().test().marginOrNone();
        if (test == TestPlan.Method.T_TEST) {
            if (control.sd() != experimental.sd()) {
                throw new NoPlanException("the t-test takes one standard deviation for both arms, which are assumed to"
                        + " have " + control.sd() + " and " + experimental.sd()
                        + "; no formula tells its power; give both arms the same");
            }
            return new Means(
                    experimental.mean() - control.mean(), control.sd(), margin, method == OutcomeMethod.NORMAL);
        }
        ProportionTest tested = ProportionTests.of(test);
        return method == OutcomeMethod.EXACT
                ? new ExactProportions(tested, control.mean(), experimental.mean(), margin)
                : new NormalProportions(tested, control.mean(), experimental.mean(), margin);
    }
}
