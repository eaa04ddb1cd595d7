package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.twosample.StagedTwoSample;
import org.equipoise.core.planning.twosample.TwoSampleTest;
import org.equipoise.core.sequential.CrossingProbabilities;
import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.simulator.scenario.Scenario;

/** Works out the figures of a plan with a binary or continuous endpoint, each once. */
final class OutcomeTelling {
    private final OutcomeDesign design;
    private final double factor;
    private final TwoSampleTest test;
    private final StoppingBounds bounds;
    private final CrossingProbabilities alpha;
    private final CrossingProbabilities null0;
    private final CrossingProbabilities between;
    private final CrossingProbabilities alternative;

    /**
     * @param factor how many times the scenario's patients there are
     * @param half the test with half of the difference from the null hypothesis
     */
    OutcomeTelling(
            Scenario scenario,
            OutcomeDesign design,
            StagedTwoSample staged,
            double factor,
            TwoSampleTest test,
            TwoSampleTest half) {
        this.design = design;
        this.factor = factor;
        this.test = test;
        bounds = design.bounds();
        alpha = StagedScenario.forLevel(scenario.analysis(), bounds).crossing(0);
        null0 = bounds.crossing(0);
        between = staged.withTest(half).crossing();
        alternative = staged.crossing();
    }

    /** Of one side. */
    double level() {
        return alpha.rejection();
    }

    double typeIError() {
        return alpha.rejectionEitherSide();
    }

    List<LookPlan> looks() {
        List<LookPlan> looks = new ArrayList<>();
        int last = design.looks() - 1;
        for (int k = 0; k <= last; k++) {
            looks.add(new LookPlan(
                    k + 1,
                    design.known(k) / design.known(last),
                    factor * design.known(k),
                    design.time(k),
                    factor * design.enrolled(k),
                    Double.isFinite(bounds.efficacy(k + 1)) ? efficacy(k) : null,
                    Double.isFinite(bounds.futility(k + 1)) ? futility(k) : null));
        }
        return looks;
    }

    private BoundPlan efficacy(int k) {
        double z = bounds.efficacy(k + 1);
        double crossH0 = alpha.cumulativeEfficacy(k + 1) * bounds.sides();
        return bound(k, z, crossH0, crossH0, alternative.cumulativeRejection(k + 1));
    }

    private BoundPlan futility(int k) {
        double crossH1 = alternative.cumulativeFutility(k + 1);
        return bound(k, bounds.futility(k + 1), crossH1, null0.cumulativeFutility(k + 1), crossH1);
    }

    private BoundPlan bound(int k, double z, double spent, double crossH0, double crossH1) {
        double difference = test.differenceAt(z, factor * design.controls(k), factor * design.experimentals(k));
        return new BoundPlan(z, bounds.sides() * StandardNormal.upperTail(z), difference, spent, crossH0, crossH1);
    }

    UnderHypotheses expectedPatients() {
        return atStop(k -> factor * design.enrolled(k));
    }

    UnderHypotheses expectedDuration() {
        return atStop(design::time);
    }

    private UnderHypotheses atStop(IntToDoubleFunction figure) {
        return new UnderHypotheses(atStop(null0, figure), atStop(between, figure), atStop(alternative, figure));
    }

    private double atStop(CrossingProbabilities ends, IntToDoubleFunction figure) {
        double before = 0;
        double mean = 0;
        for (int k = 0; k < design.looks(); k++) {
            double by = k == design.looks() - 1 ? 1 : ends.cumulativeRejection(k + 1) + ends.cumulativeFutility(k + 1);
            mean += (by - before) * figure.applyAsDouble(k);
            before = by;
        }
        return mean;
    }
}
