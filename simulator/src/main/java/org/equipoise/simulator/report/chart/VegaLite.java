package org.equipoise.simulator.report.chart;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Charts as Vega-Lite specifications (version 6), which other tools draw and change: one layer for each mark, with its
 * data in the layer. Counts below a chart are not part of it.
 */
public final class VegaLite {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Chart chart;

    private VegaLite(Chart chart) {
        this.chart = chart;
    }

    /** The specification as JSON, one key a line. */
    public static String of(Picture picture) {
        ObjectNode spec = NODES.objectNode().put("$schema", "https://vega.github.io/schema/vega-lite/v6.json");
        if (picture instanceof Facets facets) {
            spec.put("title", facets.title()).put("description", facets.description());
            spec.put("columns", Size.WIDE.columns(facets.panels().size()));
            ArrayNode panels = spec.putArray("concat");
            facets.panels().forEach(panel -> panels.add(new VegaLite(panel).put(NODES.objectNode(), 200, 135)));
        } else {
            new VegaLite((Chart) picture).put(spec, 640, 270);
        }
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(spec) + "\n";
    }

    private ObjectNode put(ObjectNode spec, int width, int height) {
        spec.put("title", chart.title())
                .put("description", chart.description())
                .put("width", width)
                .put("height", height);
        ArrayNode layers = spec.putArray("layer");
        for (Mark mark : chart.marks()) {
            layers.add(mark instanceof Mark.Cells cells ? cells(cells) : layer(mark));
            if (mark instanceof Mark.Spans spans && spans.spans().stream().anyMatch(s -> s.high() > s.low())) {
                layers.add(limits(mark, encoding(false, "low", "high", "y", "")));
            }
            if (mark instanceof Mark.Dots dots && dots.dots().stream().anyMatch(d -> d.high() > d.low())) {
                layers.add(limits(mark, encoding(false, "x", "", "low", "high")));
            }
        }
        return spec;
    }

    /** A rule from the lower to the upper limit of each point. */
    private ObjectNode limits(Mark mark, ObjectNode encoding) {
        ObjectNode limits = layer(mark);
        limits.set(
                "mark",
                NODES.objectNode().put("type", "rule").put("color", mark.ink().light()));
        limits.set("encoding", encoding);
        return limits;
    }

    private ObjectNode layer(Mark mark) {
        ObjectNode layer = NODES.objectNode();
        if (!mark.label().isEmpty()) {
            layer.put("name", mark.label());
        }
        ArrayNode values = NODES.arrayNode();
        ObjectNode look = NODES.objectNode();
        ObjectNode encoding;
        if (mark instanceof Mark.Line line) {
            look.put("type", "line").put("interpolate", line.step() ? "step-after" : "linear");
            dash(look, line.dash());
            line.points().forEach(p -> values.add(row("x", p.x(), "y", p.y())));
            encoding = encoding(false, "x", "", "y", "");
        } else if (mark instanceof Mark.Band band) {
            look.put("type", "area").put("interpolate", band.step() ? "step-after" : "linear");
            look.put("opacity", Plot.BAND_OPACITY);
            band.edges().forEach(e -> values.add(row("x", e.x(), "low", e.low()).put("high", e.high())));
            encoding = encoding(false, "x", "", "low", "high");
        } else if (mark instanceof Mark.Dots dots) {
            look.put("type", "point").put("filled", true).put("shape", shape(dots.shape()));
            dots.dots()
                    .forEach(d -> values.add(
                            row("x", d.x(), "y", d.y()).put("low", d.low()).put("high", d.high())));
            encoding = encoding(false, "x", "", "y", "");
        } else if (mark instanceof Mark.Spans spans) {
            look.put("type", "point").put("filled", true).put("shape", shape(spans.shape()));
            spans.spans()
                    .forEach(s -> values.add(
                            row("x", s.x(), "y", s.y()).put("low", s.low()).put("high", s.high())));
            encoding = encoding(false, "x", "", "y", "");
        } else if (mark instanceof Mark.Bars bars) {
            look.put("type", "bar").put("opacity", Plot.BAR_OPACITY);
            bars.bars()
                    .forEach(b -> values.add(
                            row("x", b.from(), "x2", b.to()).put("low", b.low()).put("high", b.high())));
            encoding = encoding(false, "x", "x2", "low", "high");
        } else if (mark instanceof Mark.Rule rule) {
            look.put("type", "rule");
            dash(look, rule.dash());
            values.add(NODES.objectNode().put(rule.upright() ? "x" : "y", rule.at()));
            encoding = rule.upright() ? encoding(false, "x", "", "", "") : encoding(false, "", "", "y", "");
        } else {
            Mark.Notes words = (Mark.Notes) mark;
            look.put("type", "text").put(words.beside() ? "dx" : "dy", words.beside() ? 9 : -9);
            words.notes().forEach(n -> values.add(row("x", n.x(), "y", n.y()).put("text", n.text())));
            encoding = encoding(true, "x", "", "y", "");
        }
        look.put("color", mark.ink().light());
        layer.putObject("data").set("values", values);
        layer.set("mark", look);
        layer.set("encoding", encoding);
        return layer;
    }

    private ObjectNode cells(Mark.Cells cells) {
        ObjectNode layer = NODES.objectNode().put("name", cells.label());
        ArrayNode values = layer.putObject("data").putArray("values");
        cells.cells()
                .forEach(c -> values.add(row("x", c.x() - 0.5, "x2", c.x() + 0.5)
                        .put("y", c.y() - 0.5)
                        .put("y2", c.y() + 0.5)
                        .put("value", c.value())));
        layer.putObject("mark").put("type", "rect");
        ObjectNode encoding = encoding(false, "x", "x2", "y", "y2");
        Ramp ramp = cells.ramp();
        ObjectNode colour = encoding.putObject("color")
                .put("field", "value")
                .put("type", "quantitative")
                .put("title", cells.label());
        ObjectNode scale = colour.putObject("scale").put("type", "threshold");
        ArrayNode ends = scale.putArray("domain");
        ArrayNode shades = scale.putArray("range");
        for (int c = 0; c < ramp.classes(); c++) {
            if (c > 0) {
                ends.add(ramp.low() + c * ramp.step());
            }
            shades.add(ramp.shade(c).light());
        }
        layer.set("encoding", encoding);
        return layer;
    }

    private static String shape(Mark.Dots.Shape shape) {
        return switch (shape) {
            case CIRCLE -> "circle";
            case DIAMOND -> "diamond";
            case TICK -> "stroke";
        };
    }

    private static void dash(ObjectNode look, Dash dash) {
        if (dash.pattern().length > 0) {
            ArrayNode lengths = look.putArray("strokeDash");
            for (double length : dash.pattern()) {
                lengths.add(length);
            }
        }
    }

    private static ObjectNode row(String first, double value, String second, double other) {
        return NODES.objectNode().put(first, value).put(second, other);
    }

    private ObjectNode encoding(boolean text, String x, String x2, String y, String y2) {
        ObjectNode encoding = NODES.objectNode();
        for (String[] channel : List.of(
                new String[] {"x", x}, new String[] {"x2", x2}, new String[] {"y", y}, new String[] {"y2", y2})) {
            if (!channel[1].isEmpty()) {
                ObjectNode node = encoding.putObject(channel[0]).put("field", channel[1]);
                if (channel[0].length() == 1) {
                    describe(node, channel[0].equals("x") ? chart.x() : chart.y());
                }
            }
        }
        if (text) {
            encoding.putObject("text").put("field", "text");
        }
        return encoding;
    }

    private static void describe(ObjectNode channel, Axis axis) {
        channel.put("type", "quantitative").put("title", axis.label());
        ObjectNode scale = channel.putObject("scale");
        scale.put("type", axis.scale() == Axis.Scale.LOG ? "log" : "linear");
        scale.put("nice", false);
        scale.put("zero", false);
        scale.putArray("domain").add(axis.low()).add(axis.high());
        if (!axis.categories().isEmpty()) {
            ObjectNode ticks = channel.putObject("axis");
            ArrayNode values = ticks.putArray("values");
            List<String> names = new ArrayList<>();
            for (int i = 0; i < axis.categories().size(); i++) {
                values.add(i);
                names.add("'" + axis.categories().get(i).replace("\\", "\\\\").replace("'", "\\'") + "'");
            }
            ticks.put("labelExpr", "[" + String.join(", ", names) + "][datum.value]");
        }
    }
}
