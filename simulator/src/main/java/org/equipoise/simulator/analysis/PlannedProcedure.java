package org.equipoise.simulator.analysis;

import java.util.List;
import java.util.Objects;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.survival.SurvivalScale;
import org.equipoise.core.survival.Ties;
import org.equipoise.core.survival.Weights;
import org.equipoise.simulator.data.TwoArmPatients;
import org.equipoise.simulator.scenario.TestPlan;
import org.jspecify.annotations.Nullable;

/** The test of a scenario as it is carried out on data. */
final class PlannedProcedure {
    private static final double LEVEL = 0.95;

    private PlannedProcedure() {}

    /** @throws IllegalArgumentException when it does not test times to an event */
    static Procedure of(TestPlan test) {
        return switch (test.method()) {
            case LOG_RANK -> weighted(test, new Weights.LogRank());
            case FLEMING_HARRINGTON ->
                weighted(test, new Weights.FlemingHarrington(given(test.rho()), given(test.gamma())));
            case MAX_COMBO ->
                new Procedure.MaxCombo(Objects.requireNonNull(test.weights()).stream()
                        .map(pair -> new Weights.FlemingHarrington(pair.get(0), pair.get(1)))
                        .toList());
            case WILCOXON_GEHAN -> weighted(test, new Weights.GehanBreslow());
            case TARONE_WARE -> weighted(test, new Weights.TaroneWare());
            case MODESTLY_WEIGHTED -> weighted(test, new Weights.ModestlyWeighted(given(test.tau())));
            case COX -> new Procedure.Cox();
            case RMST -> new Procedure.RestrictedMeans(given(test.tau()));
            case MILESTONE -> new Procedure.Milestone(given(test.at()));
            case CHI_SQUARE, UNPOOLED, FISHER_EXACT, MIETTINEN_NURMINEN, FARRINGTON_MANNING, T_TEST ->
                throw new IllegalArgumentException("not a test of times to an event: " + test.method());
        };
    }

    /** Its Z, above 0 in favour of the arm that is not control; of MaxCombo that of the p-value. */
    static double z(TestPlan test, TwoArmPatients patients) {
        Options options = new Options(
                LEVEL,
                test.ties() == TestPlan.Ties.BRESLOW ? Ties.BRESLOW : Ties.EFRON,
                test.scale() == TestPlan.Scale.LOG_LOG ? SurvivalScale.LOG_LOG : SurvivalScale.PLAIN,
                SurvivalScale.LOG,
                test.hazardRatioH0(),
                List.of());
        Figures figures = of(test).of(patients, options).figures();
        return test.method() == TestPlan.Method.MAX_COMBO
                ? StandardNormal.upperQuantile(Math.max(Double.MIN_NORMAL, figures.p()))
                : figures.z();
    }

    private static Procedure weighted(TestPlan test, Weights weights) {
        return new Procedure.WeightedLogRank(test.method().toString(), weights);
    }

    private static double given(@Nullable Double option) {
        return Objects.requireNonNull(option);
    }
}
