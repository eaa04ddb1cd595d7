package org.equipoise.core.planning.logrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.MixtureCure;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.distribution.Weibull;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A million simulated trials each: standard error of a power at most 0.0005, of a mean 0.001. */
class WeightedLogRankSimulatedTest {
    static Stream<Row> rows() {
        return text().lines().skip(1).map(line -> new Row(line.split(";")));
    }

    /** The log-rank test to 0.002, those with weights to 0.003, the error of the simulation included. */
    @ParameterizedTest
    @MethodSource("rows")
    void powerIsThatOfSimulatedTrials(Row row) {
        TestMoments moments = WeightedLogRank.of(row.trial(), row.weight()).at(row.look());
        double tolerance = row.weight() == TestWeight.LOG_RANK ? 0.002 : 0.003;
        assertThat(moments.power(StandardNormal.upperQuantile(0.025))).isCloseTo(row.power(), within(tolerance));
        assertThat(moments.mean()).isCloseTo(row.mean(), within(0.015));
        assertThat(moments.standardDeviation()).isCloseTo(row.standardDeviation(), within(0.06));
    }

    /** Scenarios of the simulator with 300,000 replicates: standard errors of power at most 0.0008. */
    @Test
    void powerIsThatOfTheSimulator() {
        EventTimeDistribution lost = Exponential.ofSurvival(0.95, 12);
        EventTimeDistribution control = Exponential.ofMedian(6.5);
        assertPower(
                PlannedTrial.of(
                        Enrolment.of(176, new double[] {0, 3, 6}, new double[] {4, 8, 12}),
                        ArrivalProcess.POISSON,
                        new PlannedArm(1, control, lost),
                        new PlannedArm(1, ProportionalHazards.of(control, 0.62), lost)),
                Look.atEvents(137),
                1,
                0.79409);
        EventTimeDistribution lostInYears = Weibull.of(0.8, 30);
        assertPower(
                PlannedTrial.of(
                        Enrolment.of(500, new double[] {0, 0.5}, new double[] {120, 200}),
                        ArrivalProcess.POISSON,
                        new PlannedArm(1, MixtureCure.of(0.35, Weibull.ofMedian(1.3, 1.5)), lostInYears),
                        new PlannedArm(1, MixtureCure.of(0.48, Weibull.ofMedian(1.3, 1.6)), lostInYears)),
                Look.atTime(5),
                1,
                0.76280);
        EventTimeDistribution overall = Exponential.ofMedian(12);
        assertPower(
                PlannedTrial.of(
                        Enrolment.of(400, new double[] {0, 4}, new double[] {10, 25}),
                        ArrivalProcess.POISSON,
                        new PlannedArm(1, overall, Exponential.ofSurvival(0.94, 12)),
                        new PlannedArm(
                                1,
                                ProportionalHazards.of(overall, new double[] {0, 3}, new double[] {1, 0.55}),
                                Exponential.ofSurvival(0.96, 12))),
                Look.atEvents(250),
                1,
                0.93558);
        PlannedArm same = new PlannedArm(1, Exponential.ofSurvival(0.75, 36), Exponential.ofSurvival(0.98, 12));
        assertPower(
                PlannedTrial.of(Enrolment.over(1800, 36), ArrivalProcess.POISSON, same, same),
                Look.atEvents(400),
                1.3,
                0.74854);
    }

    private static void assertPower(PlannedTrial trial, Look look, double hazardRatioH0, double simulated) {
        TestMoments moments = WeightedLogRank.of(trial, TestWeight.LOG_RANK)
                .withHazardRatioH0(hazardRatioH0)
                .at(look);
        assertThat(moments.power(StandardNormal.upperQuantile(0.025))).isCloseTo(simulated, within(0.002));
    }

    record Row(String[] cells) {
        PlannedTrial trial() {
            EventTimeDistribution control = Exponential.ofMedian(number(5));
            double[][] ratios = Arrays.stream(cells[6].split(","))
                    .map(piece -> Arrays.stream(piece.split(":"))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
            EventTimeDistribution experimental = ProportionalHazards.of(
                    control,
                    Arrays.stream(ratios).mapToDouble(piece -> piece[0]).toArray(),
                    Arrays.stream(ratios).mapToDouble(piece -> piece[1]).toArray());
            EventTimeDistribution dropout = number(7) > 0 ? Exponential.ofRate(number(7)) : null;
            return PlannedTrial.of(
                    Enrolment.over((int) number(1), number(4)),
                    cells[3].equals("poisson") ? ArrivalProcess.POISSON : ArrivalProcess.UNIFORM,
                    new PlannedArm(1, control, dropout),
                    new PlannedArm(number(2), experimental, dropout));
        }

        Look look() {
            double at = Double.parseDouble(cells[8].substring(1));
            return cells[8].startsWith("e") ? Look.atEvents(at) : Look.atTime(at);
        }

        TestWeight weight() {
            return switch (cells[9]) {
                case "logRank" -> TestWeight.LOG_RANK;
                case "gehan" -> TestWeight.GEHAN;
                case "taroneWare" -> TestWeight.TARONE_WARE;
                case "flemingHarrington(0,1)" -> TestWeight.flemingHarrington(0, 1);
                case "flemingHarrington(1,0)" -> TestWeight.flemingHarrington(1, 0);
                case "flemingHarrington(0.5,0.5)" -> TestWeight.flemingHarrington(0.5, 0.5);
                default -> throw new IllegalStateException("unknown test " + cells[9]);
            };
        }

        double mean() {
            return number(10);
        }

        double standardDeviation() {
            return number(11);
        }

        double power() {
            return number(13);
        }

        private double number(int cell) {
            return Double.parseDouble(cells[cell]);
        }

        @Override
        public String toString() {
            return cells[0] + " " + cells[9];
        }
    }

    private static String text() {
        try (InputStream in =
                WeightedLogRankSimulatedTest.class.getResourceAsStream("/reference/simulated-logrank.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
