package org.equipoise.core.planning;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Means at the time τ of event number d, to second order in 1/√patients. They are not those at the time c at which d
 * events are expected, because τ and what is counted move together.
 *
 * <p>With N the number of events by a calendar time, m its mean, ℓ = dm/dc, F what is counted with mean f, dots for
 * derivatives by m and cov(N, F') for the derivative of cov(N(c), F(c + h)) at h = 0,
 *
 * <p>E F(τ) = f + f̈ var(N) / 2 + (ḟ cov(N, N') - cov(N, F')) / ℓ
 *
 * <p>which follows from E ∫ g(N) F dN = Σ g(d) E F(τ_d) for smooth g, both sides expanded and integrated by parts. With
 * F = c it is the mean of τ. Entries are taken to be independent draws, and arms to have fixed sizes; so the counts of
 * an arm are binomial, and independent of those of the others.
 */
final class EventTime {
    /** Step of the first difference quotient, over the time itself. */
    private static final double STEP = 0.005;
    /** Half the width of derivatives by m, over the standard deviation of the time. */
    private static final double WIDTH = 0.5;
    /** The same, at most, over the time itself. */
    private static final double WIDEST = 0.4;

    private final ExpectedEvents expected;
    /** The time, and those between which derivatives are taken: wide, because they jump where hazards do. */
    private final double[] times;

    private final List<Curve> events;
    private final double fewer;
    private final double more;
    private final double variance;
    /** Cov(N, N') / ℓ. */
    private final double drift;

    /** @param time finite and positive: when so many events are expected */
    EventTime(ExpectedEvents expected, double time) {
        this.expected = expected;
        double[] shares = new double[expected.arms().size()];
        double scatter = 0;
        for (int arm = 0; arm < shares.length; arm++) {
            double seen = expected.events(arm, time);
            shares[arm] = seen / expected.patients(arm);
            scatter += seen * (1 - shares[arm]);
        }
        variance = scatter;
        double rate = (expected.events(time * (1 + STEP)) - expected.events(time * (1 - STEP))) / (2 * STEP * time);
        double spread = Math.min(WIDTH * Math.sqrt(variance) / rate, WIDEST * time);
        times = new double[] {time - spread, time, time + spread};
        events = IntStream.range(0, shares.length)
                .mapToObj(arm -> curve(t -> expected.events(arm, t)))
                .toList();
        fewer = total(arm -> events.get(arm).here() - events.get(arm).before());
        more = total(arm -> events.get(arm).after() - events.get(arm).here());
        drift = total(arm -> -share(arm) * slope(events.get(arm)));
    }

    private record Curve(double before, double here, double after) {}

    private Curve curve(DoubleUnaryOperator f) {
        return new Curve(f.applyAsDouble(times[0]), f.applyAsDouble(times[1]), f.applyAsDouble(times[2]));
    }

    /** By the number of events. */
    private double slope(Curve curve) {
        return (more * (curve.here - curve.before) / fewer + fewer * (curve.after - curve.here) / more)
                / (fewer + more);
    }

    private double curvature(Curve curve) {
        return 2 * ((curve.after - curve.here) / more - (curve.here - curve.before) / fewer) / (fewer + more);
    }

    /** Share of an arm's patients who have had their event. */
    private double share(int arm) {
        return events.get(arm).here() / expected.patients(arm);
    }

    private double total(IntToDoubleFunction ofArm) {
        return IntStream.range(0, events.size()).mapToDouble(ofArm).sum();
    }

    /** What the means at τ have beyond the means at c. */
    AtEvents corrections() {
        List<Double> ofEvents = IntStream.range(0, events.size())
                .mapToObj(arm -> correction(events.get(arm), arm))
                .toList();
        return new AtEvents(
                correction(new Curve(times[0], times[1], times[2]), 0.0),
                total(arm -> correction(curve(t -> expected.enrolled(arm, t)), arm)),
                ofEvents,
                total(arm -> correction(curve(t -> expected.dropouts(arm, t)), arm)));
    }

    /** Of what is counted in one arm, a patient once: those who have had their event do not count anew. */
    private double correction(Curve curve, int arm) {
        return correction(curve, -share(arm) * slope(curve));
    }

    private double correction(Curve curve, double covariance) {
        return curvature(curve) * variance / 2 + slope(curve) * drift - covariance;
    }
}
