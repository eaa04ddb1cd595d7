package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.equipoise.core.numerics.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kaplan-Meier curves against survfit of survival 3.5-3: probabilities to 1e-12, which is rounding in products of at
 * most 150 factors; times are observed times or their midpoints, so exact.
 */
class KaplanMeierReferenceTest {
    private static final double ROUNDING = 1e-12;
    private static final Map<String, SurvivalScale> SCALES =
            Map.of("plain", SurvivalScale.PLAIN, "log", SurvivalScale.LOG, "log-log", SurvivalScale.LOG_LOG);

    @ParameterizedTest
    @MethodSource("survfit")
    void agreesWithSurvfit(ReferenceCases.Case reference) {
        SurvivalScale scale = scale(reference);
        for (int group = 0; group < 2; group++) {
            KaplanMeier curve = reference.patients().curve(group == 1);

            assertThat(curve.median()).isEqualTo(reference.value("median", group));
            assertThat(curve.quantile(0.25)).isEqualTo(reference.value("q25", group));
            assertThat(curve.quantile(0.75)).isEqualTo(reference.value("q75", group));
            assertThat(curve.medianLimits(0.95, scale))
                    .isEqualTo(new Limits(reference.value("lower", group), reference.value("upper", group)));

            String suffix = "_group" + group;
            for (int k = 0; k < reference.outputs().get("times").size(); k++) {
                double time = reference.value("times", k);
                Limits limits = curve.limits(time, 0.95, scale);
                assertThat(curve.survival(time)).isCloseTo(reference.value("surv" + suffix, k), within(ROUNDING));
                assertThat(curve.standardError(time)).isCloseTo(reference.value("se" + suffix, k), within(ROUNDING));
                assertThat(limits.lower()).isCloseTo(reference.value("lower" + suffix, k), within(ROUNDING));
                assertThat(limits.upper()).isCloseTo(reference.value("upper" + suffix, k), within(ROUNDING));
                assertThat((double) curve.atRisk(time)).isEqualTo(reference.value("n_risk" + suffix, k));
            }
        }
    }

    static SurvivalScale scale(ReferenceCases.Case reference) {
        return SCALES.get(reference.analysis().substring("km_median_".length()));
    }

    static Stream<ReferenceCases.Case> survfit() {
        return ReferenceCases.of("km_median_.*");
    }
}
