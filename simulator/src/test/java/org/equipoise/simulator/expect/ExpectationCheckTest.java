package org.equipoise.simulator.expect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.scenario.Criterion;
import org.equipoise.simulator.scenario.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts follow from limits, and figures are found where their paths say. */
class ExpectationCheckTest {
    private static ReadScenario config(String name, String... overrides) {
        List<String> all = new ArrayList<>(List.of("simulation.replicates=600"));
        all.addAll(List.of(overrides));
        return ScenarioReader.read(Path.of("..", "configs", name), all);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, , MET",
        "0.6, , MET",
        "0.6001, , UNDECIDED",
        "0.8, , UNDECIDED",
        "0.8001, , NOT_MET",
        ", 0.8, MET",
        ", 0.7999, UNDECIDED",
        ", 0.6, UNDECIDED",
        ", 0.5999, NOT_MET",
        "0.5, 0.9, MET",
        "0.65, 0.75, UNDECIDED",
        "0.1, 0.5, NOT_MET"
    })
    void a_verdict_follows_from_the_limits(Double atLeast, Double atMost, Verdict verdict) {
        Estimate figure = new Estimate(0.7, 0.05, 0.6, 0.8);
        assertThat(Verdict.of(new Criterion(atLeast, atMost), figure)).isEqualTo(verdict);
    }

    @Test
    void an_exact_figure_is_decided_by_itself_and_one_that_nothing_tells_is_not() {
        Estimate exact = new Estimate(137, 0, 137, 137);
        assertThat(Verdict.of(new Criterion(null, 137.0), exact)).isEqualTo(Verdict.MET);
        assertThat(Verdict.of(new Criterion(137.0, null), exact)).isEqualTo(Verdict.MET);
        assertThat(Verdict.of(new Criterion(137.5, null), exact)).isEqualTo(Verdict.NOT_MET);
        Estimate none = new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        assertThat(Verdict.of(new Criterion(null, 137.0), none)).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void figures_are_those_of_the_result() {
        ReadScenario read = config("haic-tace-gs.yaml");
        SimulationResult result = Simulation.of(read.scenario(), read.bounds()).run();
        ComparisonResult comparison = result.comparisons().get(0);
        is("power", result, result.power());
        is("powerWithoutFutility", result, result.powerWithoutFutility());
        is("duration", result, result.duration().mean());
        is("enrolled", result, result.enrolled());
        is("eventsAtStop", result, result.eventsAtStop());
        is("looks.1.dropouts", result, result.looks().get(1).dropouts());
        is("looks.1.reached", result, result.looks().get(1).reached());
        is("looks.1.rejected", result, result.stopping().rejected().get(1));
        is(
                "looks.1.cumulativeRejected",
                result,
                result.stopping().cumulativeRejected().get(1));
        is("looks.0.futile", result, result.stopping().futile().get(0));
        is("looks.1.calendarTime", result, result.looks().get(1).calendarTime().mean());
        is(
                "looks.0.eventsByArm.HAIC",
                result,
                result.looks().get(0).eventsByArm().get("HAIC"));
        is("looks.1.z", result, comparison.z().get(1).mean());
        Figure median =
                Figure.at("looks.1.hazardRatio.median", read.scenario().arms().keySet());
        assertThat(FigureReader.read(median, result, 0.95).value())
                .isEqualTo(comparison.hazardRatio().get(1).get(2).value());
    }

    private static void is(String path, SimulationResult result, Estimate estimate) {
        Figure figure = Figure.at(path, result.scenario().arms().keySet());
        Estimate found = FigureReader.read(figure, result, 0.95);
        assertThat(found.value()).as(path).isEqualTo(estimate.value());
        assertThat(found.low()).as(path).isCloseTo(estimate.low(), within(1e-12));
        assertThat(found.high()).as(path).isCloseTo(estimate.high(), within(1e-12));
    }

    @Test
    void each_arm_has_its_own_figures() {
        ReadScenario read = config("three-arms.yaml");
        SimulationResult result = Simulation.of(read.scenario(), read.bounds()).run();
        for (ComparisonResult comparison : result.comparisons()) {
            is(
                    "hypotheses." + comparison.arm() + ".power",
                    result,
                    comparison.stopping().power());
        }
    }

    @Test
    void the_type_one_error_takes_a_second_simulation_unless_the_scenario_assumes_the_null() {
        String expect = "expect={typeIError: {atMost: 0.5}, power: {atLeast: 0.1}}";
        ExpectationCheck alternative =
                ExpectationCheck.of(config("haic-tace-176.yaml", expect).scenario());
        assertThat(alternative.needsNull()).isTrue();
        assertThat(alternative.underNullAlone().leftOut()).isEqualTo(1);
        String none = "endpoints.PFS.model.HAIC.hazardRatio=1";
        ReadScenario read = config("haic-tace-176.yaml", expect, none);
        ExpectationCheck check = ExpectationCheck.of(read.scenario());
        assertThat(check.needsNull()).isFalse();
        SimulationResult result = Simulation.of(read.scenario(), read.bounds()).run();
        assertThat(check.check(result, null))
                .extracting(each -> each.simulated().value())
                .containsExactly(result.power().value(), result.power().value());
    }
}
