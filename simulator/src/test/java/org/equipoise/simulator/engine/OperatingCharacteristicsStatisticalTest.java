package org.equipoise.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Operating characteristics against those of another program, written in another language, which simulated each of
 * these trials a million times. They agree within four standard errors of the difference, plus half a unit of the last
 * digit that was printed there.
 *
 * <p>A comparison fails by chance with probability 6.3e-5, one of the 16 with at most 0.001. Seeds are fixed, so they
 * pass or fail for good.
 */
@Tag("slow")
class OperatingCharacteristicsStatisticalTest {
    private static final double LIMIT = 4;
    private static final double THEIR_REPLICATES = 1_000_000;
    private static final int REPLICATES = 200_000;

    @Test
    void baseScenario() {
        SimulationResult result = run(base());
        LookResult look = result.looks().get(0);
        Spread z = result.comparisons().get(0).z().get(0);
        Spread time = look.calendarTime();
        agrees("power", result.power(), 0.7950, 0.00005);
        agrees("mean of z", z.mean(), 2.789, 0.0005);
        agrees("sd of z", sd(z), 1.008, 0.0005);
        agrees("mean time", time.mean(), 30.62, 0.005);
        agrees("sd of time", sd(time), 2.26, 0.005);
        agrees("time, 5 %", time, 0.05, 27.13);
        agrees("time, 50 %", time, 0.5, 30.50);
        agrees("time, 95 %", time, 0.95, 34.52);
        agrees("events on TACE", look.eventsByArm().get("TACE"), 74.79, 0.005);
        agrees("events on HAIC", look.eventsByArm().get("HAIC"), 62.21, 0.005);
        agrees("dropouts", look.dropouts(), 7.02, 0.005);
        assertThat(look.reached().value()).isEqualTo(1);
        assertThat(look.events().value()).isEqualTo(137);
        assertThat(result.enrolled().value()).isEqualTo(176);
        assertThat(result.duration().mean()).isEqualTo(time.mean());
    }

    @Test
    void baseScenarioWithoutEffect() {
        agrees("type I error", run(base().underNull()).power(), 0.0256, 0.00005);
    }

    @Test
    void speedScenario() {
        Scenario scenario = Trials.config(
                "speed-176.yaml", "simulation={replicates: " + REPLICATES + ", seed: 1, estimates: none}");
        agrees("power", run(scenario).power(), 0.8191, 0.00005);
        agrees("type I error", run(scenario.underNull()).power(), 0.0255, 0.00005);
    }

    /** The two arms' models change places: Z changes its sign. */
    @Test
    void swappingTheArmsMirrorsZ() {
        String models = "C: {median: %s}, E: {median: %s}";
        Spread one = z(Trials.of(
                "endpoints: " + Trials.endpoint(models.formatted(7, 10)),
                "simulation: {replicates: " + REPLICATES + "}"));
        Spread other = z(Trials.of(
                "endpoints: " + Trials.endpoint(models.formatted(10, 7)),
                "simulation: {replicates: " + REPLICATES + ", seed: 2}"));
        double error = Math.hypot(one.mean().standardError(), other.mean().standardError());
        assertThat(one.mean().value() + other.mean().value()).isCloseTo(0, within(LIMIT * error));
        double errorOfSd = Math.hypot(sd(one).standardError(), sd(other).standardError());
        assertThat(one.sd()).isCloseTo(other.sd(), within(LIMIT * errorOfSd));
    }

    private static Scenario base() {
        return Trials.config(
                "haic-tace-176.yaml", "simulation={replicates: " + REPLICATES + ", seed: 1, estimates: none}");
    }

    private static SimulationResult run(Scenario scenario) {
        return Simulation.of(scenario).run();
    }

    private static Spread z(Scenario scenario) {
        return run(scenario).comparisons().get(0).z().get(0);
    }

    /** A standard deviation with its standard error, that of a normal variable. */
    private static Estimate sd(Spread spread) {
        double error = spread.sd() / Math.sqrt(2.0 * REPLICATES);
        return new Estimate(spread.sd(), error, Double.NaN, Double.NaN);
    }

    private static void agrees(String what, Spread spread, double probability, double theirs) {
        List<Quantile> quantiles = spread.quantiles();
        Quantile ours = quantiles.stream()
                .filter(q -> q.probability() == probability)
                .findFirst()
                .orElseThrow();
        agrees(what, new Estimate(ours.value(), ours.standardError(), Double.NaN, Double.NaN), theirs, 0.005);
    }

    private static void agrees(String what, Estimate ours, double theirs, double halfUnit) {
        double errorOfDifference = ours.standardError() * Math.sqrt(1 + REPLICATES / THEIR_REPLICATES);
        assertThat(ours.value()).as(what).isCloseTo(theirs, within(LIMIT * errorOfDifference + halfUnit));
    }
}
