package org.equipoise.simulator.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChartTest {
    @Test
    void what_lies_beyond_the_axes_is_refused() {
        Mark beyond = new Mark.Line("", Ink.TEXT, Dash.SOLID, List.of(new Point(13, 0.5)), false);
        Mark nowhere = new Mark.Line("", Ink.TEXT, Dash.SOLID, List.of(new Point(3, Double.NaN)), false);
        for (Mark mark : List.of(beyond, nowhere)) {
            assertThatThrownBy(() -> Chart.of(
                            "c", "t", "d", Axis.of("Time", "months", 0, 12), Axis.ofNumbers("y", 0, 1), List.of(mark)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("beyond the axes");
        }
    }

    @Test
    void an_axis_of_times_needs_a_unit() {
        assertThatThrownBy(() -> Axis.of("Time", " ", 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Axis.of("Time", "weeks", 0, 1).label()).isEqualTo("Time, weeks");
    }

    @Test
    void a_title_gives_way_where_there_is_no_room_and_its_unit_does_not() {
        assertThat(Axis.of("A rather long title of an axis", "months", 0, 1).label(12, 150))
                .contains("…")
                .endsWith(", months");
    }

    @Test
    void notes_stand_beside_lines_not_on_them() {
        List<Point> points = List.of(new Point(2, 0.1), new Point(5, 0.8), new Point(8, 0.4));
        Mark.Line line = new Mark.Line("", Ink.TEXT, Dash.SOLID, points, false);
        Mark.Notes notes = new Mark.Notes(
                Ink.TEXT,
                points.stream()
                        .map(point -> new Mark.Note(point.x(), point.y(), "0.12345"))
                        .toList(),
                false);
        Chart chart = Chart.of(
                "c", "t", "d", Axis.of("Time", "months", 0, 10), Axis.ofNumbers("y", 0, 1), List.of(line, notes));
        for (Size size : Size.values()) {
            Scene scene = Layout.of(chart, size);
            Scene.Stroke drawn = (Scene.Stroke) scene.shapes().stream()
                    .filter(shape -> shape instanceof Scene.Stroke stroke && stroke.width() == Plot.LINE_WIDTH)
                    .findFirst()
                    .orElseThrow();
            assertThat(scene.labels().stream().filter(label -> label.text().equals("0.12345")))
                    .hasSize(3)
                    .noneMatch(label -> label.box().meets(drawn.points()));
        }
    }

    @Test
    void svg_is_well_formed_and_told_to_those_who_cannot_see_it() throws Exception {
        Document svg = xml(Svg.file(Charts.small(), Size.WIDE));
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A small chart");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("One of each mark.");
        assertThat(svg.getElementsByTagName("style").item(0).getTextContent()).contains("prefers-color-scheme: dark");
    }

    @Test
    void svg_is_the_same_each_time_and_refers_to_nothing_outside() {
        String svg = Svg.file(Charts.small(), Size.NARROW);
        assertThat(svg).isEqualTo(Svg.file(Charts.small(), Size.NARROW));
        assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "href", "url(", "@import");
    }

    @Test
    void hostile_names_are_text() throws Exception {
        Mark line = new Mark.Line(Charts.HOSTILE, Ink.TEXT, Dash.SOLID, List.of(new Point(0, 0)), false);
        Chart chart = Chart.of(
                "hostile",
                Charts.HOSTILE,
                Charts.HOSTILE,
                Axis.of(Charts.HOSTILE, "months", 0, 1),
                Axis.ofNumbers(Charts.HOSTILE, 0, 1),
                List.of(line));
        for (Size size : Size.values()) {
            Document svg = xml(Svg.file(chart, size));
            assertThat(svg.getElementsByTagName("script").getLength()).isZero();
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(Charts.HOSTILE);
            assertThat(Overlaps.of(chart, size)).isEmpty();
        }
        assertThat(json(chart).at("/layer/0/name").asString()).isEqualTo(Charts.HOSTILE);
    }

    @Test
    void the_specification_for_vega_lite_holds_axes_and_data() {
        JsonNode spec = json(Charts.small());
        assertThat(spec.get("layer").size()).isEqualTo(7);
        assertThat(spec.at("/layer/1").toString())
                .isEqualTo("{\"name\":\"curve\",\"data\":{\"values\":[{\"x\":0.0,\"y\":1.0},{\"x\":6.0,\"y\":0.5}]},"
                        + "\"mark\":{\"type\":\"line\",\"interpolate\":\"step-after\",\"strokeDash\":[6.0,4.0],\"color\":\"#0072b2\"},"
                        + "\"encoding\":{\"x\":{\"field\":\"x\",\"type\":\"quantitative\",\"title\":\"Time, months\","
                        + "\"scale\":{\"type\":\"linear\",\"nice\":false,\"zero\":false,\"domain\":[0.0,12.0]}},"
                        + "\"y\":{\"field\":\"y\",\"type\":\"quantitative\",\"title\":\"Share\","
                        + "\"scale\":{\"type\":\"linear\",\"nice\":false,\"zero\":false,\"domain\":[0.0,1.0]}}}}");
        assertThat(spec.at("/layer/3/encoding/y2/field").asString()).isEqualTo("high");
    }

    @Test
    void the_table_holds_the_numbers_of_lines_bands_and_points() {
        ChartTable table = ChartTable.of(Charts.small());
        assertThat(table.heading()).containsExactly("Time, months", "limits", "curve", "points", "bars", "At risk");
        assertThat(Charts.texts(table)).contains(List.of("3", "0.9 to 1", "1", "0.75 (0.7 to 0.8)", "", "88"));
        assertThat(Charts.texts(table)).contains(List.of("6", "0.4 to 0.7", "0.5", "", "", "40"));
    }

    @Test
    void png_shows_the_colours_of_the_marks() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.file(Charts.small(), Size.NARROW)));
        assertThat(image.getWidth()).isGreaterThan(800);
        int wanted = Integer.parseInt(Ink.ARM_1.light().substring(1), 16);
        boolean found = false;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found |= (image.getRGB(x, y) & 0xFFFFFF) == wanted;
            }
        }
        assertThat(found).as("a pixel in the colour of the control arm").isTrue();
    }

    private static JsonNode json(Chart chart) {
        return JsonMapper.shared().readTree(VegaLite.of(chart));
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
