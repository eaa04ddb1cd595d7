package org.equipoise.simulator.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Heat maps, and small multiples of them. */
class FacetsTest {
    private static final Facets TWO = new Facets(
            "two",
            "Power",
            "Two panels.",
            "Median",
            List.of(Charts.heatMap("5.8 months"), Charts.heatMap("6.5 months")));

    @Test
    void the_specification_of_a_heat_map_holds_squares_and_shades() {
        JsonNode layer = JsonMapper.shared()
                .readTree(VegaLite.of(Charts.heatMap("5.8 months")))
                .at("/layer/0");
        assertThat(layer.at("/mark/type").asString()).isEqualTo("rect");
        assertThat(layer.at("/data/values/2").toString())
                .isEqualTo("{\"x\":1.5,\"x2\":2.5,\"y\":-0.5,\"y2\":0.5,\"value\":0.52}");
        assertThat(layer.at("/encoding/color/scale/domain").size()).isEqualTo(8);
        assertThat(layer.at("/encoding/color/scale/range").size()).isEqualTo(9);
        assertThat(layer.at("/encoding/x/axis/labelExpr").asString()).contains("'0.62'");
    }

    @Test
    void the_specification_of_small_multiples_holds_every_panel() {
        JsonNode spec = JsonMapper.shared().readTree(VegaLite.of(TWO));
        assertThat(spec.get("concat").size()).isEqualTo(2);
        assertThat(spec.at("/concat/1/title").asString()).isEqualTo("6.5 months");
    }

    @Test
    void the_table_of_a_heat_map_has_its_rows_and_columns() {
        ChartTable table = ChartTable.of(Charts.heatMap("5.8 months"));
        assertThat(table.heading())
                .containsExactly("Patients", "Hazard ratio 0.55", "Hazard ratio 0.62", "Hazard ratio 0.70");
        assertThat(Charts.texts(table))
                .containsExactly(List.of("176", "0.93", "0.79", ""), List.of("160", "0.92", "0.78", "0.52"));
    }

    @Test
    void the_table_of_small_multiples_names_the_panel_in_each_row() {
        ChartTable table = ChartTable.of(TWO);
        assertThat(table.heading()).startsWith("Median", "Patients");
        assertThat(Charts.texts(table)).hasSize(4).contains(List.of("6.5 months", "160", "0.92", "0.78", "0.52"));
    }

    @Test
    void what_has_no_square_is_left_blank() {
        String svg = Svg.file(Charts.heatMap("5.8 months"), Size.WIDE);
        assertThat(svg).contains("0.79</text>", "0.52</text>");
        // Nine classes in the key, five squares.
        assertThat(svg.split("class=\"f shade")).hasSize(1 + 9 + 5);
    }

    @Test
    void panels_that_differ_in_their_axes_are_refused() {
        assertThatThrownBy(() -> new Facets("f", "t", "d", "h", List.of(Charts.heatMap("one"), Charts.small())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share their axes");
    }
}
