package org.equipoise.simulator.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.HazardRatio;
import org.equipoise.simulator.scenario.InvalidScenarioException;
import org.equipoise.simulator.scenario.Look;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.SimulationPlan;

/**
 * A trial with something changed.
 *
 * @param scenario after the change
 * @param bounds that it then has
 */
record Variant(Scenario scenario, BoundPlan bounds) {
    /** The first experimental arm has this hazard ratio at all times; the bounds stay. */
    static Variant ofHazardRatio(Scenario given, double ratio, BoundPlan bounds) {
        EventModel model = new EventModel.Relative(new HazardRatio.Constant(ratio));
        return new Variant(given.withModels(Map.of(given.experimentalArms().get(0), model)), bounds);
    }

    /** The last look waits for so many events; empty where the looks do not fit so many. */
    static Optional<Variant> ofEvents(Scenario given, double events) {
        List<Look> looks = new ArrayList<>(given.analysis().looks());
        looks.set(looks.size() - 1, new Look.Events(events));
        return planned(() -> given.with(given.enrolment(), looks));
    }

    /** So many patients in the same time, and in proportion the events that looks wait for; empty where none fit. */
    static Optional<Variant> ofPatients(Scenario given, int patients) {
        double share = (double) patients / given.enrolment().patients();
        List<Look> looks = given.analysis().looks().stream()
                .map(look -> times(share, look))
                .toList();
        return planned(() -> given.with(given.enrolment().of(patients, share), looks));
    }

    private static Look times(double share, Look look) {
        if (look instanceof Look.Events events) {
            return new Look.Events(Math.max(1, Math.rint(share * events.events())));
        }
        if (look instanceof Look.AllOf all) {
            return new Look.AllOf(
                    all.allOf().stream().map(each -> times(share, each)).toList());
        }
        return look instanceof Look.AnyOf any
                ? new Look.AnyOf(
                        any.anyOf().stream().map(each -> times(share, each)).toList())
                : look;
    }

    /** A change that may make an impossible trial. */
    private interface Change {
        Scenario make();
    }

    private static Optional<Variant> planned(Change change) {
        try {
            Scenario scenario = change.make();
            return Optional.of(new Variant(scenario, BoundPlan.of(scenario)));
        } catch (InvalidScenarioException e) {
            return Optional.empty();
        }
    }

    OptionalDouble analyticPower() {
        return AnalyticPower.of(scenario, Expectations.of(scenario), bounds)
                .of(scenario.experimentalArms().get(0), AnalyticPower.SHOWN);
    }

    /** So many replicates with the scenario's seed, without estimates. */
    SimulationResult simulated(long replicates) {
        SimulationPlan plan =
                new SimulationPlan(replicates, scenario.simulation().seed(), null, SimulationPlan.Estimates.NONE);
        return Simulation.of(scenario.withSimulation(plan), bounds).run();
    }
}
