package org.equipoise.simulator.report.figure.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Facets;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Overlaps;
import org.equipoise.simulator.report.chart.Picture;
import org.equipoise.simulator.report.chart.Size;
import org.equipoise.simulator.sweep.Sweep;
import org.equipoise.simulator.sweep.SweepResults;
import org.equipoise.simulator.sweep.SweepRow;
import org.equipoise.simulator.sweep.store.SweepColumn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Charts of a sweep of 3 × 2 × 2 scenarios, against the rows of its results. */
class SweepChartsTest {
    private static final String RATIO = "endpoints.PFS.model.HAIC.hazardRatio";
    private static final String MEDIAN = "endpoints.PFS.model.TACE.median";
    private static final String PATIENTS = "enrolment.patients";
    private static final List<Integer> RANKED = List.of(0, 2, 1);

    private static List<SweepRow> rows = List.of();
    private static Outcomes outcomes = outcomes(sweep(0.5).vary(PATIENTS, 176).run());

    @BeforeAll
    static void simulate() {
        SweepResults results = sweep(0.5, 0.62, 1)
                .vary(MEDIAN, 5.8, 6.8)
                .vary(PATIENTS, 160, 176)
                .run();
        rows = results.rows();
        outcomes = outcomes(results);
    }

    private static Sweep sweep(Object... ratios) {
        return Sweep.of(ScenarioReader.read(
                                Path.of("..", "configs", "haic-tace-176.yaml"), List.of("simulation.replicates=200"))
                        .scenario())
                .vary(RATIO, ratios);
    }

    private static Outcomes outcomes(SweepResults results) {
        List<String> names = List.of("Hazard ratio", "Median", "Patients");
        return Outcomes.of(
                results,
                names.subList(0, results.sweep().paths().size()),
                results.sweep().cases().stream().map(each -> each.values()).toList());
    }

    private static double power(int row) {
        return rows.get(row).result().figure(SweepColumn.POWER);
    }

    @Test
    void factors_have_their_levels_and_units() {
        assertThat(outcomes.factors()).extracting(Factor::name).containsExactly("Hazard ratio", "Median", "Patients");
        assertThat(outcomes.factors()).extracting(Factor::unit).containsExactly("", "months", "");
        assertThat(outcomes.factors().get(1).numbers()).containsExactly(5.8, 6.8);
        assertThat(outcomes.level(11, 0)).isEqualTo(2);
        assertThat(outcomes.level(9, 1)).isZero();
        assertThat(outcomes.level(9, 2)).isEqualTo(1);
    }

    @Test
    void the_heat_map_has_a_panel_for_each_level_of_what_matters_least() {
        Facets map = (Facets) PowerMap.of(outcomes, RANKED).orElseThrow();
        assertThat(map.panels()).extracting(Chart::title).containsExactly("median 5.8 months", "median 6.8 months");
        Mark.Cells second = (Mark.Cells) map.panels().get(1).marks().get(0);
        // Row 3: hazard ratio 0.5, median 6.8, 176 patients.
        assertThat(second.cells())
                .hasSize(6)
                .anyMatch(cell -> cell.x() == 0 && cell.y() == 1 && cell.value() == power(3));
        assertThat(map.panels().get(1).x().categories()).containsExactly("0.5", "0.62", "1");
        assertThat(map.description()).contains("s.e. at most");
    }

    @Test
    void the_map_of_many_combinations_holds_what_matters_least_in_the_middle() {
        SweepResults many = Sweep.of(ScenarioReader.read(
                                Path.of("..", "configs", "haic-tace-176.yaml"), List.of("simulation.replicates=10"))
                        .scenario())
                .vary(RATIO, 0.5, 0.6)
                .vary(MEDIAN, 5, 6)
                .vary(PATIENTS, 150, 152, 154, 156, 158, 160, 162, 164, 166, 168, 170, 172, 174)
                .run();
        Picture map = PowerMap.of(outcomes(many), List.of(0, 1, 2)).orElseThrow();
        assertThat(map).isInstanceOf(Chart.class);
        assertThat(map.description()).contains("Shown for patients 162 alone.");
    }

    @Test
    void points_against_a_factor_are_means_over_the_rest() {
        Chart byMedian = FactorCharts.of(outcomes, RANKED).get(2);
        Mark.Dots lowestRatio = byMedian.marks().stream()
                .filter(Mark.Dots.class::isInstance)
                .map(Mark.Dots.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(lowestRatio.label()).isEqualTo("Hazard ratio 0.5");
        assertThat(lowestRatio.dots().get(1).x()).isEqualTo(6.8);
        assertThat(lowestRatio.dots().get(1).y()).isCloseTo((power(2) + power(3)) / 2, within(1e-12));
        assertThat(lowestRatio.dots().get(1).low())
                .isLessThan(lowestRatio.dots().get(1).y());
    }

    @Test
    void type_one_errors_are_those_of_scenarios_without_an_effect() {
        Chart errors = TypeOneErrors.of(outcomes, 0.025).orElseThrow();
        assertThat(errors.y().categories()).hasSize(4).last().asString().startsWith("#9 1 · 5.8 · 160");
        Mark.Spans spans = (Mark.Spans) errors.marks().get(1);
        assertThat(spans.spans().get(3).x()).isEqualTo(power(8));
    }

    @Test
    void a_design_is_marked_when_no_other_has_more_power_in_less_time() {
        Facets costs = (Facets) TradeOff.of(outcomes).get(0);
        // Patients are chosen; hazard ratio and median are assumed, and where there is no effect nothing is weighed.
        assertThat(costs.panels()).hasSize(4);
        for (Chart panel : costs.panels()) {
            Mark.Dots best = panel.marks().stream()
                    .filter(mark -> mark.label().equals("no better one"))
                    .map(Mark.Dots.class::cast)
                    .findFirst()
                    .orElseThrow();
            Mark.Dots others = panel.marks().stream()
                    .filter(mark -> mark.label().equals("design"))
                    .map(Mark.Dots.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(best.dots().size() + others.dots().size()).isEqualTo(2);
            for (Mark.Dot other : others.dots()) {
                assertThat(best.dots()).anyMatch(dot -> dot.x() <= other.x() && dot.y() >= other.y());
            }
        }
        assertThat(costs.description()).contains("Designs: 1 patients 160; 2 patients 176.");
    }

    @Test
    void one_factor_alone_has_no_map_and_shows_each_scenario_with_its_limits() {
        SweepResults results = sweep(0.5, 0.62).run();
        Outcomes alone = outcomes(results);
        assertThat(PowerMap.of(alone, List.of(0))).isEmpty();
        Chart chart = FactorCharts.of(alone, List.of(0)).get(0);
        Mark.Dots dots = (Mark.Dots) chart.marks().get(chart.marks().size() - 1);
        assertThat(dots.dots().get(0).low())
                .isEqualTo(results.rows().get(0).result().figure(SweepColumn.POWER_LOW));
    }

    @Test
    void no_label_covers_another_in_any_chart() {
        List<Chart> charts = FactorCharts.of(outcomes, RANKED);
        for (Size size : Size.values()) {
            assertThat(Overlaps.of(PowerMap.of(outcomes, RANKED).orElseThrow(), size))
                    .isEmpty();
            assertThat(Overlaps.of(ScenarioRows.of(outcomes), size)).isEmpty();
            charts.forEach(chart -> assertThat(Overlaps.of(chart, size)).isEmpty());
            TradeOff.of(outcomes)
                    .forEach(chart -> assertThat(Overlaps.of(chart, size)).isEmpty());
        }
    }
}
