package org.equipoise.simulator.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.sequential.Interim;
import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.core.survival.CoxModel;
import org.equipoise.core.survival.Ties;
import org.equipoise.simulator.analytic.PlannedDrift;
import org.equipoise.simulator.data.TwoArmPatients;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;

/**
 * What data say at a look of a planned trial: the decision by the bounds of that look, and the power that is left.
 *
 * <p>Information is the number of events over that planned for the last look: as observed at this look, as planned at
 * those to come. Bounds are those of the scenario. Conditional and predictive power are {@link Interim}'s; the drift of
 * the planned effect is {@link PlannedDrift}.
 *
 * @param look from 1
 * @param looks how many there are
 * @param events observed
 * @param plannedEvents at the last look
 * @param test by which the scenario compares the arms
 * @param z of that test, &gt; 0 in favour of the arm that is not control
 * @param sides 1, or 2: the bounds are then for |Z|
 * @param efficacy Z at or above which the null hypothesis is rejected; infinite for none
 * @param futility Z at or below which the trial stops; −∞ for none
 * @param decision by these bounds
 * @param conditionalPower under the planned effect; NaN when the planned hazard ratio is not constant, and as the next
 *     three at the last look, and of tests in which events do not all count the same: what they still have to learn
 *     does not follow from the events
 * @param powerUnderTrend under the effect that is estimated here
 * @param conditionalError under the null hypothesis
 * @param predictivePower with a flat prior of the effect
 * @param hazardRatio Cox estimate, Efron's ties
 * @param repeated its repeated confidence interval: the log hazard ratio ± efficacy bound × standard error (Jennison
 *     and Turnbull 2000, chapter 9)
 */
public record InterimLook(
        int look,
        int looks,
        int events,
        int plannedEvents,
        TestPlan.Method test,
        double z,
        int sides,
        double efficacy,
        double futility,
        Decision decision,
        double conditionalPower,
        double powerUnderTrend,
        double conditionalError,
        double predictivePower,
        double hazardRatio,
        Limits repeated) {
    /** What the bounds say. */
    public enum Decision {
        /** The null hypothesis is rejected in favour of the arm that is not control. */
        REJECT,

        /** A two-sided test rejects it in favour of control. */
        REJECT_FOR_CONTROL,

        /** The trial stops for futility. */
        FUTILE,

        /** The trial goes on. */
        CONTINUE,

        /** The last look does not reject. */
        NOT_REJECTED
    }

    /** Why data cannot be seen as a look of a scenario; empty when they can. */
    public static List<String> faults(Scenario scenario, int look, TwoArmPatients patients) {
        Analysis analysis = scenario.analysis();
        int looks = analysis.looks().size();
        List<String> faults = new ArrayList<>();
        if (scenario.experimentalArms().size() != 1) {
            faults.add("--scenario: has " + scenario.arms().size() + " arms; power at a look is told of two");
        }
        if (analysis.test().isStratified() && patients.strata().isEmpty()) {
            faults.add("--scenario: compares patients within strata; name their columns by --strata");
        }
        if (!analysis.test().isStratified() && !patients.strata().isEmpty()) {
            faults.add("--scenario: has a test that knows no strata; leave --strata out");
        }
        if (look < 1 || look > looks) {
            faults.add("--look: must be from 1 to " + looks + ", the looks of the scenario, was " + look);
            return faults;
        }
        if (analysis.spendsByCalendarTime()) {
            faults.add("--scenario: spends errors by calendar time, which data do not tell; spend them by information");
        }
        int events = patients.events(false) + patients.events(true);
        int before = events;
        for (int k = look; k < looks; k++) {
            int planned = analysis.eventsAwaitedAt(k).orElse(0);
            if (planned == 0) {
                faults.add("--look: look " + (k + 1) + " of the scenario does not wait for a number of events;"
                        + " give those it is expected to have, such as {events: 100}");
            } else if (planned <= before) {
                faults.add(
                        "--look: look " + (k + 1) + " of the scenario is at " + planned + " events, and the data have "
                                + events + " already; is this look " + (k + 1) + " or a later one?");
            }
            before = Math.max(before, planned);
        }
        if (events == 0) {
            faults.add("--look: the data have no event yet");
        }
        DataAnalysis.faults(patients, List.of(PlannedProcedure.of(analysis.test())))
                .forEach(fault -> faults.add("--scenario: tests by " + fault));
        return faults;
    }

    /** Looks at data that have no {@link #faults}. */
    public static InterimLook of(Scenario scenario, int look, TwoArmPatients patients) {
        Analysis analysis = scenario.analysis();
        int looks = analysis.looks().size();
        int events = patients.events(false) + patients.events(true);
        int[] atLook = IntStream.range(look - 1, looks)
                .map(k -> k == look - 1 ? events : analysis.eventsAwaitedAt(k).orElseThrow())
                .toArray();
        int planned = atLook[atLook.length - 1];
        StoppingBounds bounds = bounds(scenario, look, atLook);
        double z = PlannedProcedure.z(analysis.test(), patients);
        double no = Double.NaN;
        boolean countsEvents = analysis.test().followsHazardRatio();
        Interim interim = look < looks && countsEvents ? Interim.of(bounds, 1) : null;
        OptionalDouble drift =
                PlannedDrift.of(scenario, scenario.experimentalArms().get(0), planned);
        CoxModel cox = CoxModel.of(patients.stratified(), Ties.EFRON);
        return new InterimLook(
                look,
                looks,
                events,
                planned,
                analysis.test().method(),
                z,
                bounds.sides(),
                bounds.efficacy(1),
                bounds.futility(1),
                decision(z, bounds, look == looks),
                interim == null || drift.isEmpty() ? no : interim.conditionalPower(z, drift.getAsDouble()),
                interim == null ? no : interim.powerUnderTrend(z),
                interim == null ? no : interim.conditionalError(z),
                interim == null ? no : interim.predictivePower(z),
                cox.hazardRatio(),
                repeated(cox, bounds.efficacy(1)));
    }

    /**
     * Bounds of this look and those to come. Where they follow the information, looks before this one are taken to have
     * come as planned, or in proportion where that would be later than this one.
     */
    private static StoppingBounds bounds(Scenario scenario, int look, int[] events) {
        ComparisonBounds planned = BoundPlan.of(scenario).comparison(0);
        double[] atEach = new double[planned.looks()];
        for (int k = 0; planned.followsInformation() && k < look - 1; k++) {
            double due = planned.plannedEvents(look - 1);
            atEach[k] = planned.plannedEvents(k) * Math.min(1, events[0] / due);
        }
        for (int k = 0; k < events.length; k++) {
            atEach[look - 1 + k] = events[k];
        }
        ComparisonBounds bounds = planned.at(atEach);
        double last = events[events.length - 1];
        double[] information = new double[events.length];
        double[] efficacy = new double[events.length];
        double[] futility = new double[events.length];
        for (int k = 0; k < events.length; k++) {
            information[k] = events[k] / last;
            efficacy[k] = bounds.efficacy(look - 1 + k);
            futility[k] = bounds.futility(look - 1 + k);
        }
        return scenario.analysis().sides() == 2
                ? StoppingBounds.twoSided(information, efficacy, futility)
                : StoppingBounds.oneSided(information, efficacy, futility);
    }

    private static Decision decision(double z, StoppingBounds bounds, boolean last) {
        if (z >= bounds.efficacy(1)) {
            return Decision.REJECT;
        }
        if (bounds.sides() == 2 && -z >= bounds.efficacy(1)) {
            return Decision.REJECT_FOR_CONTROL;
        }
        if (last) {
            return Decision.NOT_REJECTED;
        }
        return (bounds.sides() == 2 ? Math.abs(z) : z) <= bounds.futility(1) ? Decision.FUTILE : Decision.CONTINUE;
    }

    private static Limits repeated(CoxModel cox, double bound) {
        double half = bound * cox.standardError();
        return half < Double.POSITIVE_INFINITY
                ? new Limits(Math.exp(cox.logHazardRatio() - half), Math.exp(cox.logHazardRatio() + half))
                : new Limits(0, Double.POSITIVE_INFINITY);
    }

    /** Information at this look, relative to the last one. */
    public double information() {
        return (double) events / plannedEvents;
    }
}
