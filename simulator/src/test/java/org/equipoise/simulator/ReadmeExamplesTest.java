package org.equipoise.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.Schoenfeld;
import org.equipoise.core.sequential.GroupSequentialDesign;
import org.equipoise.core.sequential.Spending;
import org.equipoise.core.survival.LogRankTest;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.report.RunReport;
import org.equipoise.simulator.report.text.RunText;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.sweep.Sweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/**
 * The README's Java code compiles, does what it says, and stands there letter by letter; so does the result it shows.
 */
class ReadmeExamplesTest {
    private static final Path THIS_FILE =
            Path.of("src", "test", "java", "org", "equipoise", "simulator", "ReadmeExamplesTest.java");
    private static final Path README = Path.of("..", "README.md");

    // begin simulate
    static Estimate power(Path file, String... overrides) {
        Scenario scenario = ScenarioReader.read(file, List.of(overrides)).scenario();
        return Simulation.of(scenario).run().power(); // value, standardError, low, high
    }
    // end simulate

    // begin sweep
    static Table powerOver(Scenario scenario) {
        return Sweep.of(scenario)
                .vary("endpoints.PFS.model.HAIC.hazardRatio", 0.60, 0.62, 0.65)
                .vary("enrolment.patients", 160, 176)
                .run() // or run(directory), which keeps results and goes on after an interruption
                .table() // a column for each path, then power, powerStandardError, events, calendarTime and more
                .sortDescendingOn("power");
    }
    // end sweep

    // begin core
    static double monthOf(double events) {
        Exponential control = Exponential.ofMedian(6.5);
        List<PlannedArm> arms =
                List.of(PlannedArm.of(1, control), PlannedArm.of(1, ProportionalHazards.of(control, 0.62)));
        return ExpectedEvents.of(Enrolment.over(176, 18), ArrivalProcess.POISSON, arms)
                .timeOf(events);
    }

    static double logRankZ(double[] time, boolean[] event, boolean[] experimental) {
        return LogRankTest.of(time, event, experimental).z(); // above 0 favours the experimental arm
    }
    // end core

    // begin design
    static double eventsForThreeLooks(double hazardRatio) {
        GroupSequentialDesign design = GroupSequentialDesign.evenly(3)
                .alpha(0.025)
                .power(0.9)
                .efficacy(Spending.lanDeMetsOBrienFleming())
                .build(); // design.table() has the bounds and what each look spends
        return design.inflation() * Schoenfeld.of(hazardRatio, 1, 0.025).requiredEvents(0.9);
    }
    // end design

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "sweep", "core", "design"})
    void the_readme_has_this_code(String part) throws IOException {
        assertThat(Files.readString(README)).contains("```java\n" + code(part) + "\n```\n");
    }

    @Test
    void a_scenario_is_simulated() {
        Estimate power = power(Path.of("..", "configs", "haic-tace-176.yaml"), "simulation.replicates=20000");
        assertThat(power.value()).isCloseTo(0.794, within(4 * power.standardError()));
    }

    @Test
    void a_scenario_is_varied() {
        Table table = powerOver(ScenarioReader.read(
                        Path.of("..", "configs", "haic-tace-176.yaml"), List.of("simulation.replicates=5000"))
                .scenario());
        assertThat(table.rowCount()).isEqualTo(6);
        assertThat(table.columnNames())
                .startsWith("endpoints.PFS.model.HAIC.hazardRatio", "enrolment.patients", "power");
        assertThat(table.doubleColumn(0).get(0)).isEqualTo(0.6);
        assertThat(table.doubleColumn("power").get(0)).isBetween(0.82, 0.87);
    }

    /** When the engine's draws change on purpose, paste the output of the command anew. */
    @Test
    void the_readme_shows_what_the_program_says() throws IOException {
        ReadScenario read = ScenarioReader.read(Path.of("..", "configs", "haic-tace-176.yaml"));
        SimulationResult result = Simulation.of(read.scenario()).run();
        Expectations expectations = Expectations.of(read.scenario());
        List<String> page = RunText.lines(new RunReport(
                result,
                expectations,
                AnalyticPower.of(read.scenario(), expectations, read.bounds()),
                read.bounds(),
                read.hash(),
                "",
                false,
                List.of(),
                0,
                List.of()));
        String shown = Files.readString(README).replaceFirst("· \\d+\\.\\d\\d s\n", "· 0.00 s\n");
        assertThat(shown).contains("```text\n" + String.join("\n", page) + "\n```\n");
    }

    @Test
    void core_answers_alone() {
        assertThat(monthOf(137)).isBetween(20.0, 40.0);
        // gsDesign's inflation of this design is 1.011852759.
        assertThat(eventsForThreeLooks(0.6))
                .isCloseTo(1.011852759 * Schoenfeld.of(0.6, 1, 0.025).requiredEvents(0.9), within(1e-5));
        assertThat(logRankZ(new double[] {1, 2, 3, 4}, new boolean[] {true, true, true, true}, new boolean[] {
                    false, false, true, true
                }))
                .isPositive();
    }

    private static String code(String part) throws IOException {
        List<String> lines = Files.readAllLines(THIS_FILE);
        return lines.subList(lines.indexOf("    // begin " + part) + 1, lines.indexOf("    // end " + part)).stream()
                .map(line -> line.isEmpty() ? line : line.substring(4))
                .collect(Collectors.joining("\n"));
    }
}
