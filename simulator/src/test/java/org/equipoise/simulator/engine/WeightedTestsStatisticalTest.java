package org.equipoise.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Power of Fleming and Harrington's tests against that of another program, written in another language: lrsim of lrstat
 * 0.3.3, with 200,000 replicates (the first line: a million), 176 patients who come over 18 months, 5 % of them lost in
 * a year, and one look at month 42 (the first line: at 128 events). Powers, and means and standard deviations of Z,
 * agree within four standard errors of the difference.
 *
 * <p>A comparison fails by chance with probability 6.3e-5, one of the 60 with at most 0.004. Seeds are fixed, so they
 * pass or fail for good.
 */
@Tag("slow")
class WeightedTestsStatisticalTest {
    private static final double LIMIT = 4;
    private static final int REPLICATES = 100_000;
    private static final Map<String, String> MODELS = Map.of(
            "ph", "C: {median: 6}, E: {hazardRatio: 0.6}",
            "null", "C: {median: 6}, E: {hazardRatio: 1}",
            "delayed", "C: {median: 6}, E: {hazardRatio: [{from: 0, is: 1}, {from: 3, is: 0.5}]}",
            "crossing", "C: {median: 6}, E: {hazardRatio: [{from: 0, is: 1.3}, {from: 3, is: 0.5}]}",
            "waning", "C: {median: 6}, E: {hazardRatio: [{from: 0, is: 0.5}, {from: 6, is: 0.7}, {from: 12, is: 1}]}",
            "piecewise",
                    "C: {piecewise: [{from: 0, hazard: 0.15}, {from: 4, hazard: 0.1}, {from: 10, hazard: 0.05}]},"
                            + " E: {hazardRatio: 0.6}");

    @ParameterizedTest
    @CsvSource({
        "ph, events: 128, 0, 1, 1000000, 0.698068, 2.50776129565307, 1.04530786383652",
        "ph, calendarTime: 42, 0, 1, 200000, 0.792835, 2.81439925835252, 1.047218202233",
        "ph, calendarTime: 42, 1, 0, 200000, 0.812915, 2.83332105083525, 0.982971809671591",
        "delayed, calendarTime: 42, 0, 0, 200000, 0.80922, 2.81739499101777, 0.979993255909572",
        "delayed, calendarTime: 42, 0, 0.5, 200000, 0.906365, 3.28524857582557, 1.00525685368449",
        "crossing, calendarTime: 42, 0, 0, 200000, 0.538245, 2.05015270796746, 0.982741521278172",
        "crossing, calendarTime: 42, 0, 1, 200000, 0.859165, 3.05715533802466, 1.02341925440959",
        "crossing, calendarTime: 42, 1, 0, 200000, 0.133425, 0.834184128395474, 1.0164187078868",
        "crossing, calendarTime: 42, 0, 0.5, 200000, 0.79933, 2.79325520074057, 0.999846733660226",
        "waning, calendarTime: 42, 0, 0, 200000, 0.702395, 2.5161203692989, 1.03233141550975",
        "waning, calendarTime: 42, 0, 1, 200000, 0.27414, 1.33819899273145, 1.07141325953758",
        "waning, calendarTime: 42, 1, 1, 200000, 0.61716, 2.27396035100654, 1.03582508159757",
        "waning, calendarTime: 42, 0, 0.5, 200000, 0.450255, 1.84740117825614, 1.0634205552278",
        "piecewise, calendarTime: 42, 0, 0, 200000, 0.855915, 3.02069069519538, 0.999339310669207",
        "piecewise, calendarTime: 42, 0, 1, 200000, 0.74688, 2.65555737255874, 1.03976766502749",
        "piecewise, calendarTime: 42, 0, 0.5, 200000, 0.81431, 2.87405302788174, 1.02432214643027",
        "null, calendarTime: 42, 0, 1, 200000, 0.02732, -0.0046413880644889, 1.02292064314756",
        "null, calendarTime: 42, 1, 0, 200000, 0.025325, -0.00263410639500336, 1.0016263144847",
        "null, calendarTime: 42, 1, 1, 200000, 0.025745, -0.00378598288858187, 1.00627625943161",
        "null, calendarTime: 42, 0, 0.5, 200000, 0.02664, -0.00445584541856559, 1.01633248821506"
    })
    void agreesWithLrsim(
            String model, String look, double rho, double gamma, double theirs, double power, double mean, double sd) {
        Scenario scenario = Trials.of(
                "enrolment: {patients: 176, duration: 18}",
                "endpoints: " + Trials.endpoint(MODELS.get(model)),
                "dropout: {all: {probability: 0.05, by: 12}}",
                "analysis: {test: {method: flemingHarrington, rho: " + rho + ", gamma: " + gamma + "}, looks: [{" + look
                        + "}]}",
                "simulation: {replicates: " + REPLICATES + ", seed: 42, estimates: none}");
        SimulationResult result = Simulation.of(scenario).run();
        Spread z = result.comparisons().get(0).z().get(0);
        double perReplicate = Math.sqrt(1.0 / REPLICATES + 1 / theirs);
        close("power", result.power().value(), power, Math.sqrt(power * (1 - power)) * perReplicate);
        close("mean of Z", z.mean().value(), mean, sd * perReplicate);
        close("sd of Z", z.sd(), sd, sd * perReplicate / Math.sqrt(2));
    }

    private static void close(String what, double ours, double theirs, double error) {
        assertThat(ours).as(what).isCloseTo(theirs, within(LIMIT * error));
    }
}
