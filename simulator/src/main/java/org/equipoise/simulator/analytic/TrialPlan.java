package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.fixed.FixedDesign;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.staged.StagedDesign;
import org.equipoise.core.sequential.CrossingProbabilities;
import org.equipoise.core.sequential.HazardRatioScale;
import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.simulator.scenario.Scenario;

/**
 * What is known of a trial without simulation: its looks, its power by one method, and what to expect.
 *
 * @param scenario what was planned, before anything was solved for
 * @param sought what was found
 * @param method by which power is computed
 * @param design the trial with what was found put in
 * @param value of what was solved for, not rounded: for a hazard ratio, that at the time of the look as it was
 * @param power of that trial; in a two-sided test, of rejecting in either direction
 * @param typeIError of its bounds, under the null hypothesis; of both sides together
 * @param hazardRatio average hazard ratio at the last look
 * @param looks what is planned for each look
 * @param expectedEvents when the trial stops, futility obeyed
 * @param expectedDuration calendar time when the trial stops, futility obeyed
 * @param inflation information at the last look over that of a trial with one look, the same level and power
 */
public record TrialPlan(
        Scenario scenario,
        Sought sought,
        PowerMethod method,
        StagedDesign design,
        double value,
        double power,
        double typeIError,
        double hazardRatio,
        List<LookPlan> looks,
        UnderBoth expectedEvents,
        UnderBoth expectedDuration,
        double inflation) {
    /** Copies the list. */
    public TrialPlan {
        looks = List.copyOf(looks);
    }

    /** The last look. */
    public LookPlan last() {
        return looks.get(looks.size() - 1);
    }

    /** Patients of all arms, not rounded. */
    public double patients() {
        return design.trial().patients();
    }

    /** Time by which all patients are expected. */
    public double enrolmentDuration() {
        return design.trial().enrolmentDuration();
    }

    /** Expected time from the last entry to the last look; negative when that comes before. */
    public double followUp() {
        return last().calendarTime() - enrolmentDuration();
    }

    /** Tells of a trial whose every number is settled. */
    static TrialPlan of(Scenario scenario, Sought sought, PowerMethod method, StagedDesign design, double value) {
        return new Telling(scenario, design, method).plan(sought, value);
    }

    /** Works out the figures of a plan, each once. */
    private static final class Telling {
        private final Scenario scenario;
        private final StagedDesign design;
        private final PowerMethod method;
        private final int count;
        private final StoppingBounds bounds;
        private final CrossingProbabilities alpha;
        private final CrossingProbabilities null0;
        private final CrossingProbabilities alternative;

        Telling(Scenario scenario, StagedDesign design, PowerMethod method) {
            this.scenario = scenario;
            this.design = design;
            this.method = method;
            bounds = design.bounds();
            count = bounds.looks();
            alpha = StagedScenario.forLevel(scenario.analysis(), bounds).crossing(0);
            null0 = bounds.crossing(0);
            alternative = design.crossing(method);
        }

        TrialPlan plan(Sought sought, double value) {
            PlannedTrial trial = design.trial();
            ExpectedEvents expected = ExpectedEvents.of(trial);
            double[] events = design.events();
            double[] times = design.calendarTimes();
            List<LookPlan> looks = new ArrayList<>();
            for (int k = 1; k <= count; k++) {
                looks.add(new LookPlan(
                        k,
                        events[k - 1] / events[count - 1],
                        events[k - 1],
                        times[k - 1],
                        expected.enrolled(times[k - 1]),
                        Double.isFinite(bounds.efficacy(k)) ? efficacy(k, events[k - 1]) : null,
                        Double.isFinite(bounds.futility(k)) ? futility(k, events[k - 1]) : null));
            }
            double power = alternative.rejectionEitherSide();
            StagedDesign underNull = StagedDesign.of(
                    StagedScenario.underNull(trial, scenario.analysis().test().hazardRatioH0()),
                    design.looks(),
                    bounds);
            FixedDesign last = design.last();
            return new TrialPlan(
                    scenario,
                    sought,
                    method,
                    design,
                    sought == Sought.POWER ? power : value,
                    power,
                    alpha.rejectionEitherSide(),
                    last.averageHazardRatio(),
                    looks,
                    new UnderBoth(atStop(null0, underNull.events()), atStop(alternative, events)),
                    new UnderBoth(atStop(null0, underNull.calendarTimes()), atStop(alternative, times)),
                    inflation(power));
        }

        private BoundPlan efficacy(int k, double events) {
            double z = bounds.efficacy(k);
            double crossH0 = alpha.cumulativeEfficacy(k) * bounds.sides();
            return new BoundPlan(
                    z,
                    bounds.sides() * StandardNormal.upperTail(z),
                    hazardRatioAt(z, events),
                    crossH0,
                    crossH0,
                    alternative.cumulativeRejection(k));
        }

        private BoundPlan futility(int k, double events) {
            double z = bounds.futility(k);
            double crossH1 = alternative.cumulativeFutility(k);
            return new BoundPlan(
                    z,
                    bounds.sides() * StandardNormal.upperTail(z),
                    hazardRatioAt(z, events),
                    crossH1,
                    null0.cumulativeFutility(k),
                    crossH1);
        }

        private double hazardRatioAt(double z, double events) {
            return new HazardRatioScale(
                            design.trial().allocationRatio(),
                            scenario.analysis().test().hazardRatioH0())
                    .hazardRatio(z, events);
        }

        private double atStop(CrossingProbabilities ends, double[] figures) {
            double going = 1;
            double mean = 0;
            for (int k = 1; k < count; k++) {
                double stop = ends.efficacy(k) + ends.opposite(k) + ends.futility(k);
                mean += stop > 0 ? stop * figures[k - 1] : 0;
                going -= stop;
            }
            return mean + (going > 0 ? going * figures[count - 1] : 0);
        }

        private double inflation(double power) {
            if (count == 1) {
                return 1;
            }
            double level = alpha.rejection();
            if (!(power > level && power < 1 - 1e-12)) {
                return Double.NaN;
            }
            double fixed = StandardNormal.upperQuantile(level) + StandardNormal.upperQuantile(1 - power);
            double drift = bounds.driftFor(power);
            return drift * drift / (fixed * fixed);
        }
    }
}
