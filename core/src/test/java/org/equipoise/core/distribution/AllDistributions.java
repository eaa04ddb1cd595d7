package org.equipoise.core.distribution;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** The one list of distributions that feeds every parameterised test: a new line here buys all of them. */
final class AllDistributions {

    /**
     * A distribution, and the same with times in another unit.
     *
     * @param inUnits the distribution of the time multiplied by the argument
     */
    record Entry(String name, DoubleFunction<EventTimeDistribution> inUnits) {
        EventTimeDistribution distribution() {
            return inUnits.apply(1);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final double[] DELAY = {0, 3};
    private static final double[] DELAYED = {1, 0.55};

    private static final List<Entry> LIST = List.of(
            new Entry("exponential", c -> Exponential.ofMedian(6.5 * c)),
            new Entry("exponential, rare", c -> Exponential.ofSurvival(0.9999, 12 * c)),
            new Entry("piecewise exponential", c -> piecewise(c, new double[] {0, 4}, 0.12, 0.07)),
            new Entry("piecewise exponential, equal pieces", c -> piecewise(c, new double[] {0, 4, 9}, 0.1, 0.1, 0.1)),
            new Entry("piecewise exponential with gaps", c -> piecewise(c, new double[] {0, 1, 4, 6}, 0, 0.2, 0, 0.5)),
            new Entry("piecewise exponential, cure", c -> piecewise(c, new double[] {0, 4, 30}, 0.12, 0.03, 0)),
            new Entry("Weibull, falling", c -> Weibull.ofMedian(0.5, 6.5 * c)),
            new Entry("Weibull, exponential", c -> Weibull.of(1, 9 * c)),
            new Entry("Weibull, rising", c -> Weibull.ofMedian(1.3, 6.5 * c)),
            new Entry("Weibull, steep", c -> Weibull.ofMedian(7, 6.5 * c)),
            new Entry("log-normal", c -> LogNormal.of(6.5 * c, 0.9)),
            new Entry("log-normal, narrow", c -> LogNormal.of(6.5 * c, 0.1)),
            new Entry("log-normal, wide", c -> LogNormal.of(6.5 * c, 3)),
            new Entry("log-logistic", c -> LogLogistic.of(6.5 * c, 1.4)),
            new Entry("log-logistic, steep", c -> LogLogistic.of(6.5 * c, 5)),
            new Entry("log-logistic without a mean", c -> LogLogistic.of(6.5 * c, 0.8)),
            new Entry("Gompertz, rising", c -> Gompertz.ofMedian(0.05 / c, 6.5 * c)),
            new Entry("Gompertz, steep", c -> Gompertz.of(2 / c, 1e-6 / c)),
            new Entry("Gompertz, exponential", c -> Gompertz.ofMedian(0, 6.5 * c)),
            new Entry("Gompertz, nearly exponential", c -> Gompertz.ofMedian(-1e-13 / c, 6.5 * c)),
            new Entry("Gompertz, cure", c -> Gompertz.ofMedian(-0.05 / c, 6.5 * c)),
            new Entry("cure of exponential", c -> MixtureCure.of(0.15, Exponential.ofMedian(5 * c))),
            new Entry("cure of nobody", c -> MixtureCure.of(0, Weibull.ofMedian(1.3, 5 * c))),
            new Entry("cure of few", c -> MixtureCure.of(1e-20, Weibull.ofMedian(0.7, 5 * c))),
            new Entry("cure of most", c -> MixtureCure.of(0.97, LogNormal.of(5 * c, 0.9))),
            new Entry("proportional exponential", c -> ProportionalHazards.of(Exponential.ofMedian(6.5 * c), 0.62)),
            new Entry("proportional Weibull", c -> ProportionalHazards.of(Weibull.ofMedian(1.3, 6.5 * c), 0.62)),
            new Entry("proportional log-normal", c -> ProportionalHazards.of(LogNormal.of(6.5 * c, 0.9), 0.62)),
            new Entry("proportional log-logistic", c -> ProportionalHazards.of(LogLogistic.of(6.5 * c, 1.4), 0.9)),
            new Entry(
                    "proportional cure",
                    c -> ProportionalHazards.of(MixtureCure.of(0.15, Exponential.ofMedian(5 * c)), 0.62)),
            new Entry(
                    "mixture of exponentials", c -> mixture(Exponential.ofMedian(4 * c), Exponential.ofMedian(9 * c))),
            new Entry("mixture far apart", c -> mixture(Exponential.ofMedian(0.5 * c), LogNormal.of(60 * c, 0.9))),
            new Entry(
                    "mixture of cure and delay",
                    c -> mixture(
                            MixtureCure.of(0.3, Exponential.ofMedian(5 * c)),
                            delayed(c, Weibull.ofMedian(0.7, 6 * c)))),
            new Entry("delayed exponential", c -> delayed(c, Exponential.ofMedian(6.5 * c))),
            new Entry("delayed piecewise exponential", c -> delayed(c, piecewise(c, new double[] {0, 2}, 0.12, 0.07))),
            new Entry("delayed Weibull", c -> delayed(c, Weibull.ofMedian(0.7, 6.5 * c))),
            new Entry("delayed log-logistic", c -> delayed(c, LogLogistic.of(6.5 * c, 2.5))),
            new Entry("delayed Gompertz cure", c -> delayed(c, Gompertz.ofMedian(-0.05 / c, 6.5 * c))),
            new Entry("cure of delayed log-normal", c -> MixtureCure.of(0.2, delayed(c, LogNormal.of(6.5 * c, 0.9)))));

    private AllDistributions() {}

    static Stream<Entry> entries() {
        return LIST.stream();
    }

    private static EventTimeDistribution mixture(EventTimeDistribution one, EventTimeDistribution other) {
        return Mixture.of(new double[] {0.4, 0.6}, List.of(one, other));
    }

    private static EventTimeDistribution piecewise(double unit, double[] starts, double... hazards) {
        double[] scaledStarts = new double[starts.length];
        double[] scaledHazards = new double[starts.length];
        for (int k = 0; k < starts.length; k++) {
            scaledStarts[k] = starts[k] * unit;
            scaledHazards[k] = hazards[k] / unit;
        }
        return PiecewiseExponential.of(scaledStarts, scaledHazards);
    }

    private static EventTimeDistribution delayed(double unit, EventTimeDistribution base) {
        return ProportionalHazards.of(base, new double[] {DELAY[0], DELAY[1] * unit}, DELAYED);
    }
}
