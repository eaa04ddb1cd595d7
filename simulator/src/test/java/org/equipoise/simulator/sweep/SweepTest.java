package org.equipoise.simulator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.equipoise.simulator.engine.Simulation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.ReadSweep;
import org.equipoise.simulator.reading.ScenarioFaultsException;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.reading.SweepCase;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.sweep.store.SweepColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** Sweeps in memory: each row is to the bit what a run of its scenario tells. */
class SweepTest {
    private static final String HAZARD_RATIO = "endpoints.PFS.model.HAIC.hazardRatio";

    static ReadScenario config(String name, String... overrides) {
        return ScenarioReader.read(Path.of("..", "configs", name), List.of(overrides));
    }

    private static Scenario base(String... overrides) {
        List<String> all = new ArrayList<>(List.of("simulation.replicates=700"));
        all.addAll(List.of(overrides));
        return config("haic-tace-176.yaml", all.toArray(String[]::new)).scenario();
    }

    /** One scenario of each kind, as if a sweep could name them all. */
    static ReadSweep allKinds() {
        List<SweepCase> cases = Stream.of(
                        config("haic-tace-176.yaml", "simulation.replicates=2000"),
                        config("haic-tace-gs.yaml", "simulation.replicates=1500"),
                        config("three-arms.yaml", "simulation.replicates=1300"),
                        config("speed-176.yaml", "simulation={replicates: 30000, targetStandardError: 0.003}"),
                        config("haic-tace-176.yaml", "simulation={replicates: 50000, targetStandardError: 0.2}"),
                        config("haic-tace-176.yaml", "simulation.replicates=1", "simulation.estimates=none"),
                        config("haic-tace-176.yaml", "simulation.replicates=600", "enrolment.patients=3000"),
                        config("haic-tace-176.yaml", "simulation.replicates=2000"))
                .map(read -> new SweepCase(List.of(read.scenario().trial()), read))
                .toList();
        return ReadSweep.of("kinds", List.of("trial"), cases);
    }

    /** A power that is met soon, one that is not met, one that stays in doubt with a level that is met, and nothing. */
    static ReadSweep deciding() {
        List<SweepCase> cases = Stream.of(
                        "power: {atLeast: 0.77}",
                        "power: {atLeast: 0.9}",
                        "power: {atLeast: 0.7943}, typeIError: {atMost: 0.04}",
                        "")
                .map(expect -> new SweepCase(
                        List.of(expect),
                        config(
                                "haic-tace-176.yaml",
                                "simulation={replicates: 700, seed: " + (expect.length() + 1) + ", estimates: none}",
                                "expect={" + expect + "}")))
                .toList();
        return ReadSweep.of("deciding", List.of("expect"), cases).deciding(scenario -> 20_000);
    }

    @Test
    void what_is_decided_is_that_of_a_run_with_as_many_replicates() {
        SweepResults results = Sweep.of(deciding()).withThreads(3).run();
        assertThat(results.table().stringColumn("expectations").asList())
                .containsExactly("met", "notMet", "undecided", "");
        assertThat(results.rows().get(2).result().replicates()).isEqualTo(20_224);
        assertThat(results.rows().get(3).result().replicates()).isEqualTo(700);
        for (SweepRow row : results.rows()) {
            long replicates = row.result().replicates();
            Scenario longer = config(
                            "haic-tace-176.yaml",
                            "simulation={replicates: " + replicates + ", seed: "
                                    + row.result().seed() + ", estimates: none}")
                    .scenario();
            assertIsThatOf(Simulation.of(longer).run(), row);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void each_row_is_that_of_a_run(int threads) {
        ReadSweep sweep = allKinds();
        SweepResults results = Sweep.of(sweep).withThreads(threads).run();
        assertThat(results.isComplete()).isTrue();
        assertThat(results.rows()).hasSameSizeAs(sweep.cases());
        for (int i = 0; i < results.rows().size(); i++) {
            ReadScenario read = sweep.cases().get(i).read();
            assertIsThatOf(run(read), results.rows().get(i));
        }
    }

    private static SimulationResult run(ReadScenario read) {
        return Simulation.of(read.scenario(), read.bounds()).run();
    }

    private static void assertIsThatOf(SimulationResult run, SweepRow row) {
        assertThat(row.result().replicates()).isEqualTo(run.replicates());
        assertThat(row.result().seed()).isEqualTo(run.scenario().simulation().seed());
        Estimate events = run.looks().get(run.looks().size() - 1).events();
        Estimate time = run.looks().get(run.looks().size() - 1).calendarTime().mean();
        assertThat(figures(row, SweepColumn.POWER, SweepColumn.POWER_STANDARD_ERROR))
                .containsExactly(run.power().value(), run.power().standardError());
        assertThat(figures(row, SweepColumn.POWER_LOW, SweepColumn.POWER_HIGH))
                .containsExactly(run.power().low(), run.power().high());
        assertThat(figures(row, SweepColumn.EVENTS, SweepColumn.CALENDAR_TIME))
                .containsExactly(events.value(), time.value());
        assertThat(figures(row, SweepColumn.DURATION, SweepColumn.DURATION_STANDARD_ERROR))
                .containsExactly(
                        run.duration().mean().value(), run.duration().mean().standardError());
        assertThat(figures(row, SweepColumn.ENROLLED, SweepColumn.EVENTS_AT_STOP, SweepColumn.DROPOUTS))
                .containsExactly(
                        run.enrolled().value(),
                        run.eventsAtStop().value(),
                        run.dropouts().value());
    }

    private static List<Double> figures(SweepRow row, SweepColumn... columns) {
        return Stream.of(columns).map(row.result()::figure).toList();
    }

    @Test
    void values_are_crossed_the_last_path_fastest() {
        SweepResults results = Sweep.of(base())
                .vary("enrolment.patients", 150, 176)
                .vary(HAZARD_RATIO, 0.6, "[{from: 0, is: 1}, {from: 3, is: 0.5}]", 1.0)
                .run();
        assertThat(results.rows())
                .extracting(SweepRow::values)
                .containsExactly(
                        List.of("150", "0.6"),
                        List.of("150", "[{from: 0, is: 1}, {from: 3, is: 0.5}]"),
                        List.of("150", "1.0"),
                        List.of("176", "0.6"),
                        List.of("176", "[{from: 0, is: 1}, {from: 3, is: 0.5}]"),
                        List.of("176", "1.0"));
        assertThat(results.rows())
                .extracting(row -> row.result().hash())
                .doesNotHaveDuplicates()
                .contains(config(
                                "haic-tace-176.yaml",
                                "simulation.replicates=700",
                                "enrolment.patients=150",
                                HAZARD_RATIO + "=0.60")
                        .hash());
    }

    @Test
    void the_table_has_numbers_where_values_are_numbers() {
        Table table = Sweep.of(base())
                .vary("enrolment.patients", 150, 176)
                .vary("simulation.estimates", "cox", "none")
                .withAnalyticPower()
                .run()
                .table();
        assertThat(table.name()).isEqualTo("HAIC-TACE-176");
        assertThat(table.rowCount()).isEqualTo(4);
        assertThat(table.intColumn("enrolment.patients").asDoubleArray()).containsExactly(150, 150, 176, 176);
        assertThat(table.stringColumn("simulation.estimates").asList()).containsExactly("cox", "none", "cox", "none");
        assertThat(table.column("replicates").type()).isEqualTo(ColumnType.LONG);
        assertThat(table.doubleColumn("typeIError").countMissing()).isEqualTo(4);
        assertThat(table.doubleColumn("power").mean()).isBetween(0.7, 0.9);
        assertThat(table.doubleColumn("analyticPower").mean()).isBetween(0.79, 0.81);
    }

    @Test
    void power_is_type_I_error_where_the_null_hypothesis_is_assumed() {
        List<SweepRow> rows = Sweep.of(base()).vary(HAZARD_RATIO, 1, 0.6).run().rows();
        assertThat(rows.get(0).result().figure(SweepColumn.TYPE_I_ERROR))
                .isEqualTo(rows.get(0).result().figure(SweepColumn.POWER))
                .isLessThan(0.06);
        assertThat(rows.get(1).result().figure(SweepColumn.TYPE_I_ERROR)).isNaN();
    }

    @Test
    void a_value_that_does_not_fit_is_told_with_its_path() {
        Sweep sweep = Sweep.of(base());
        assertThatThrownBy(() -> sweep.vary(HAZARD_RATIO, 0.6, -1))
                .isInstanceOf(ScenarioFaultsException.class)
                .hasMessageContaining(HAZARD_RATIO + "=-1")
                .hasMessageContaining("must be above 0");
        assertThatThrownBy(() -> sweep.vary("enrolment.patiens", 100)).hasMessageContaining("unknown key");
        assertThatThrownBy(() -> sweep.vary(HAZARD_RATIO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sweep.vary("enrolment.patients", 150).vary("enrolment.patients", 151))
                .hasMessageContaining("varies already");
    }

    @Test
    void progress_only_grows_and_ends_at_the_plan() {
        List<Long> told = new ArrayList<>();
        AtomicLong plan = new AtomicLong();
        SweepResults results = Sweep.of(allKinds())
                .withThreads(3)
                .withProgress((done, planned) -> {
                    told.add(done);
                    assertThat(planned).isGreaterThanOrEqualTo(plan.getAndSet(planned));
                })
                .run();
        long distinct = results.rows().stream()
                .map(SweepRow::result)
                .distinct()
                .mapToLong(row -> row.replicates())
                .sum();
        assertThat(told).isSorted().last().isEqualTo(distinct).isEqualTo(plan.get());
    }

    @Test
    void cancelled_before_it_begins_it_has_no_rows() {
        SweepResults results = Sweep.of(allKinds()).withCancellation(() -> true).run();
        assertThat(results.rows()).isEmpty();
        assertThat(results.isComplete()).isFalse();
    }

    @Test
    void a_failure_in_a_thread_fails_the_sweep() {
        Sweep sweep = Sweep.of(allKinds()).withThreads(3).withProgress((done, planned) -> {
            throw new UnsupportedOperationException("on purpose");
        });
        assertThatThrownBy(sweep::run).isInstanceOf(IllegalStateException.class).hasMessageContaining("on purpose");
    }
}
