package org.equipoise.core.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Weighted tests on the dialysis data of Klein and Moeschberger 2003, "Survival analysis", tables 7.2 and 7.3: time to
 * infection with catheters placed surgically (43 patients, taken as the control arm) or percutaneously (76). Scores and
 * variances are printed to two decimals, hence half a unit of those. Other data sets are in
 * {@link SurvivalCensusReferenceTest}.
 */
class WeightedLogRankReferenceTest {
    private static final double PRINTED = 0.005;

    /** At risk and infected, surgical and then percutaneous, from the first infection to the last. */
    private static final double[][] TABLE = {
        {43, 0, 76, 6}, {43, 1, 60, 0}, {42, 0, 56, 2}, {40, 1, 49, 1}, {36, 2, 43, 0}, {33, 1, 40, 0},
        {31, 0, 35, 1}, {25, 2, 30, 0}, {22, 1, 27, 0}, {20, 1, 25, 0}, {18, 1, 22, 0}, {11, 1, 14, 1},
        {10, 1, 13, 0}, {9, 1, 11, 0}, {4, 1, 5, 0}, {2, 1, 3, 0}
    };

    @ParameterizedTest
    @MethodSource("published")
    void agreesWithThePublishedTable(Weights weights, double score, double variance, double chiSquare) {
        RiskSets riskSets = new RiskSets(TABLE.length);
        for (int k = TABLE.length - 1; k >= 0; k--) {
            double[] row = TABLE[k];
            riskSets.add(row[0], row[2], row[1], row[3]);
        }
        WeightedLogRankKernel kernel = new WeightedLogRankKernel(1, weights).add(riskSets);

        // There observed minus expected in the surgical arm, which is expected minus observed in the other.
        assertThat(kernel.score(0)).isCloseTo(score, within(PRINTED));
        assertThat(kernel.variance(0)).isCloseTo(variance, within(PRINTED));
        assertThat(kernel.z(0) * kernel.z(0)).isCloseTo(chiSquare, within(PRINTED));
    }

    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of(new Weights.LogRank(), 3.96, 6.21, 2.53),
                Arguments.of(new Weights.GehanBreslow(), -9, 38861.81, 0.002),
                Arguments.of(new Weights.TaroneWare(), 13.20, 432.83, 0.40),
                Arguments.of(new Weights.PetoPeto(), 2.47, 4.36, 1.40),
                Arguments.of(new Weights.ModifiedPetoPeto(), 2.31, 4.19, 1.28),
                Arguments.of(new Weights.FlemingHarrington(0, 1), 1.41, 0.21, 9.67),
                Arguments.of(new Weights.FlemingHarrington(1, 0), 2.55, 4.69, 1.39),
                Arguments.of(new Weights.FlemingHarrington(1, 1), 1.02, 0.11, 9.83),
                Arguments.of(new Weights.FlemingHarrington(0.5, 0.5), 2.47, 0.66, 9.28),
                Arguments.of(new Weights.FlemingHarrington(0.5, 2), 0.32, 0.01, 8.18));
    }
}
