package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.staged.StagedDesign;
import org.equipoise.core.sequential.CrossingProbabilities;
import org.equipoise.core.sequential.HazardRatioScale;
import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.simulator.scenario.Analysis;

/** Works out the figures of one comparison, each once. */
final class ComparisonTelling {
    private final Analysis analysis;
    private final StagedDesign design;
    private final StoppingBounds bounds;
    private final CrossingProbabilities alpha;
    private final CrossingProbabilities null0;
    private final CrossingProbabilities alternative;

    ComparisonTelling(Analysis analysis, StagedDesign design, PowerMethod method) {
        this.analysis = analysis;
        this.design = design;
        bounds = design.bounds();
        alpha = underNull(StagedScenario.forLevel(analysis, bounds));
        null0 = underNull(bounds);
        alternative = design.crossing(method);
    }

    private CrossingProbabilities underNull(StoppingBounds those) {
        return design.countsEvents() ? those.crossing(0) : design.crossingUnderNull(those);
    }

    /**
     * @param information of the trial at each look, over that of the last
     * @param times at which the trial's looks are expected
     * @param expected of the two arms over calendar time
     */
    ComparisonPlan plan(String arm, double[] information, double[] times, ExpectedEvents expected) {
        double[] events = design.events();
        List<LookPlan> looks = new ArrayList<>();
        for (int k = 1; k <= bounds.looks(); k++) {
            looks.add(new LookPlan(
                    k,
                    information[k - 1],
                    events[k - 1],
                    times[k - 1],
                    expected.enrolled(times[k - 1]),
                    Double.isFinite(bounds.efficacy(k)) ? efficacy(k, events[k - 1]) : null,
                    Double.isFinite(bounds.futility(k)) ? futility(k, events[k - 1]) : null));
        }
        double power = alternative.rejectionEitherSide();
        return new ComparisonPlan(
                arm, power, alpha.rejectionEitherSide(), design.last().averageHazardRatio(), looks, inflation(power));
    }

    /** Probability under the null hypothesis of having been decided by a look (from 1), futility obeyed. */
    double decidedH0(int look) {
        return decided(null0, look);
    }

    /** The same under the alternative. */
    double decidedH1(int look) {
        return decided(alternative, look);
    }

    /** The same when the trial ends with such probabilities. */
    static double decided(CrossingProbabilities ends, int look) {
        return ends.cumulativeRejection(look) + ends.cumulativeFutility(look);
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
        if (!analysis.test().followsHazardRatio()) {
            return Double.NaN;
        }
        return new HazardRatioScale(
                        design.trial().allocationRatio(), analysis.test().hazardRatioH0())
                .hazardRatio(z, events);
    }

    private double inflation(double power) {
        if (bounds.looks() == 1) {
            return 1;
        }
        double level = alpha.rejection();
        if (!(power > level && power < 1 - 1e-12) || !design.countsEvents()) {
            return Double.NaN;
        }
        double fixed = StandardNormal.upperQuantile(level) + StandardNormal.upperQuantile(1 - power);
        double drift = bounds.driftFor(power);
        return drift * drift / (fixed * fixed);
    }
}
