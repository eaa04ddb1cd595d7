package org.equipoise.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Weibull;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StretchedModelTest {
    static Stream<DropoutModel> models() {
        return Stream.of(
                new EventModel.ByMedian(6.5),
                new EventModel.ByHazard(0.1),
                new EventModel.BySurvival(0.3, 12),
                new EventModel.Piecewise(List.of(new HazardPiece(0, 0.05), new HazardPiece(4, 0.2))),
                new EventModel.WeibullModel(new WeibullParameters(1.4, 7.0, null)),
                new EventModel.WeibullModel(new WeibullParameters(0.8, null, 9.0)),
                new EventModel.LogNormalModel(new LogNormalParameters(6, 0.9)),
                new EventModel.LogLogisticModel(new LogLogisticParameters(6, 1.5)),
                new EventModel.GompertzModel(new GompertzParameters(0.05, 8.0, null)),
                new EventModel.GompertzModel(new GompertzParameters(-0.05, null, 0.1)),
                new EventModel.Cure(0.2, new EventModel.ByMedian(5)),
                new EventModel.Relative(new HazardRatio.Constant(0.6)),
                new EventModel.Relative(
                        new HazardRatio.Piecewise(List.of(new RatioPiece(0, 1), new RatioPiece(3, 0.5)))),
                new DropoutModel.LostBy(0.05, 12));
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_time_is_multiplied(DropoutModel model) {
        for (double factor : new double[] {0.5, 2, 3.7}) {
            EventTimeDistribution plain = model.distribution(Weibull.ofMedian(1.2, 8));
            EventTimeDistribution stretched = model.stretched(factor).distribution(Weibull.ofMedian(1.2, factor * 8));
            for (double time : new double[] {0.3, 2, 3.5, 9, 30}) {
                assertThat(stretched.survival(factor * time)).isCloseTo(plain.survival(time), within(1e-12));
            }
        }
    }
}
