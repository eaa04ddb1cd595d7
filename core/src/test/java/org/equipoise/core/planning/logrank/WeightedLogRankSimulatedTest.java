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
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedTrial;
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
