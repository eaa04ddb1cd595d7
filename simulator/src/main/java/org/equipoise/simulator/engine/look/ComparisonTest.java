package org.equipoise.simulator.engine.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.equipoise.core.survival.CoxFit;
import org.equipoise.core.survival.CurveTestKernel;
import org.equipoise.core.survival.RiskSets;
import org.equipoise.core.survival.SurvivalScale;
import org.equipoise.core.survival.Ties;
import org.equipoise.core.survival.Weights;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.equipoise.simulator.scenario.TestPlan;
import org.jspecify.annotations.Nullable;

/** A test of one experimental arm against the control at a cut, other than the log-rank test; allocates nothing. */
interface ComparisonTest {
    /**
     * Z, above 0 in favour of the experimental arm; 0 where the data cannot tell the arms apart.
     *
     * @param riskSets what the comparison shows at the cut, with the columns of events filled; not modified
     * @param comparison the comparison, as it stands at the cut
     * @param cut calendar time
     */
    double z(RiskSets riskSets, Comparison comparison, double cut, Cohort cohort);

    /**
     * The test of a scenario; null when that is the log-rank test, which is made of the risk sets as they are.
     *
     * @param patients of the trial
     * @param stratified makes the risk sets where the test is stratified; null where it is not
     */
    static @Nullable ComparisonTest of(TestPlan plan, int patients, @Nullable StratifiedRiskSets stratified) {
        double hazardRatioH0 = plan.hazardRatioH0();
        return switch (plan.method()) {
            case LOG_RANK -> null;
            case FLEMING_HARRINGTON, WILCOXON_GEHAN, TARONE_WARE, MODESTLY_WEIGHTED ->
                new WeightedTest(new WeightedScores(hazardRatioH0, patients, stratified, weights(plan)));
            case MAX_COMBO -> maxCombo(plan, patients, stratified);
            case COX -> wald(plan.ties() == TestPlan.Ties.BRESLOW ? Ties.BRESLOW : Ties.EFRON, hazardRatioH0);
            case RMST -> new CurveTest(CurveTestKernel.restrictedMean(patients, given(plan.tau())));
            case MILESTONE ->
                new CurveTest(CurveTestKernel.milestone(
                        patients,
                        given(plan.at()),
                        plan.scale() == TestPlan.Scale.LOG_LOG ? SurvivalScale.LOG_LOG : SurvivalScale.PLAIN));
            case CHI_SQUARE, UNPOOLED, FISHER_EXACT, MIETTINEN_NURMINEN, FARRINGTON_MANNING, T_TEST ->
                throw new IllegalArgumentException("not a test of times to an event: " + plan.method());
        };
    }

    private static ComparisonTest maxCombo(TestPlan plan, int patients, @Nullable StratifiedRiskSets stratified) {
        List<Weights.FlemingHarrington> weights = new ArrayList<>();
        for (List<Double> pair : Objects.requireNonNull(plan.weights())) {
            weights.add(new Weights.FlemingHarrington(pair.get(0), pair.get(1)));
        }
        WeightedScores scores = new WeightedScores(1, patients, stratified, weights.toArray(new Weights[0]));
        return new MaxCombo(scores, weights);
    }

    private static Weights weights(TestPlan plan) {
        return switch (plan.method()) {
            case FLEMING_HARRINGTON -> new Weights.FlemingHarrington(given(plan.rho()), given(plan.gamma()));
            case WILCOXON_GEHAN -> new Weights.GehanBreslow();
            case TARONE_WARE -> new Weights.TaroneWare();
            case MODESTLY_WEIGHTED -> new Weights.ModestlyWeighted(given(plan.tau()));
            default -> throw new IllegalArgumentException("not a test by one kind of weights: " + plan.method());
        };
    }

    /**
     * Log hazard ratio from that of the null hypothesis, over its standard error; 0 when there is no finite estimate.
     */
    private static ComparisonTest wald(Ties ties, double hazardRatioH0) {
        CoxFit fit = new CoxFit(ties);
        double logH0 = hazardRatioH0 == 1 ? 0 : StrictMath.log(hazardRatioH0);
        return (riskSets, comparison, cut, cohort) -> {
            fit.fit(riskSets);
            double error = fit.standardError();
            return error < Double.POSITIVE_INFINITY ? (logH0 - fit.logHazardRatio()) / error : 0;
        };
    }

    private static double given(@Nullable Double option) {
        return Objects.requireNonNull(option);
    }
}
