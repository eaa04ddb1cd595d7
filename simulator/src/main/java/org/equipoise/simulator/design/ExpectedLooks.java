package org.equipoise.simulator.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Look;
import org.equipoise.simulator.scenario.Scenario;

/** When the looks of a scenario are expected, every random number in its place taken at its expectation. */
public final class ExpectedLooks {
    private final Scenario scenario;
    private final ExpectedEvents curves;

    private ExpectedLooks(Scenario scenario) {
        this.scenario = scenario;
        List<PlannedArm> planned = new ArrayList<>();
        for (String arm : scenario.armsControlFirst()) {
            planned.add(new PlannedArm(
                    Objects.requireNonNull(scenario.arms().get(arm)).allocation(),
                    scenario.eventTime(arm),
                    scenario.dropoutTime(arm)));
        }
        curves = ExpectedEvents.of(
                scenario.enrolment().enrolment(), scenario.enrolment().process(), planned);
    }

    /** The looks of a scenario. */
    public static ExpectedLooks of(Scenario scenario) {
        return new ExpectedLooks(scenario);
    }

    /** What is expected over calendar time, by arm, the control first. */
    public ExpectedEvents curves() {
        return curves;
    }

    /** Calendar time of a look (from 0); infinite when its condition is never met in expectation. */
    public double time(int look) {
        return time(scenario.analysis().looks().get(look), look);
    }

    /**
     * Events that a look (from 0) is planned with, all arms together: as many as it waits for, otherwise as many as are
     * expected at its time.
     */
    public double events(int look) {
        Analysis analysis = scenario.analysis();
        if (analysis.eventsAwaitedAt(look).isPresent()) {
            return analysis.eventsAwaitedAt(look).getAsInt();
        }
        double time = time(look);
        if (time == Double.POSITIVE_INFINITY) {
            return curves.maximum();
        }
        double sum = 0;
        for (int arm = 0; arm < scenario.arms().size(); arm++) {
            sum += curves.events(arm, time);
        }
        return sum;
    }

    private double time(Look condition, int look) {
        if (condition instanceof Look.CalendarTime at) {
            return at.calendarTime();
        }
        if (condition instanceof Look.AfterLastPatient after) {
            return scenario.enrolment().enrolment().duration() + after.afterLastPatient();
        }
        if (condition instanceof Look.AllOf all) {
            return all.allOf().stream()
                    .mapToDouble(each -> time(each, look))
                    .max()
                    .orElseThrow();
        }
        if (condition instanceof Look.AnyOf any) {
            return any.anyOf().stream()
                    .mapToDouble(each -> time(each, look))
                    .min()
                    .orElseThrow();
        }
        return curves.timeOf(scenario.analysis().eventsOf(condition, look));
    }
}
