package org.equipoise.simulator.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.equipoise.simulator.report.chart.Scene.Area;
import org.equipoise.simulator.report.chart.Scene.Disc;
import org.equipoise.simulator.report.chart.Scene.Label;
import org.equipoise.simulator.report.chart.Scene.Shape;
import org.equipoise.simulator.report.chart.Scene.Stroke;
import org.equipoise.simulator.report.markup.Attribute;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;

/** Charts as SVG. Colours are those of a style sheet, which knows light and dark pages. */
public final class Svg {
    private static final String FONTS =
            "system-ui, -apple-system, \"Segoe UI\", Helvetica, Arial, \"DejaVu Sans\", sans-serif";

    private Svg() {}

    /** A chart as an element of a page that has the {@link #styleSheet style sheet}. */
    public static Element element(Picture chart, Size size) {
        Scene scene = Layout.of(chart, size);
        String viewBox = "0 0 " + Pixels.of(scene.width()) + " " + Pixels.of(scene.height());
        List<Content> parts = new ArrayList<>(List.of(
                Attribute.of("class", "chart " + size.name().toLowerCase(Locale.ROOT)),
                Attribute.of("viewBox", viewBox),
                Attribute.of("width", Pixels.of(scene.width())),
                Attribute.of("height", Pixels.of(scene.height())),
                Attribute.of("role", "img"),
                Attribute.of("aria-label", chart.title() + ". " + chart.description()),
                Element.of("title", chart.title()),
                Element.of("desc", chart.description())));
        scene.shapes().forEach(shape -> parts.add(element(shape)));
        return Element.of("svg", parts);
    }

    /** A chart as the text of a file. */
    public static String file(Picture chart, Size size) {
        Element plain = element(chart, size);
        List<Content> parts = new ArrayList<>(plain.parts());
        parts.add(0, Attribute.of("xmlns", "http://www.w3.org/2000/svg"));
        parts.add(Element.of(
                "style",
                styleSheet() + "@media (prefers-color-scheme: dark) { svg { background: " + Ink.PAGE.dark()
                        + " } }\n"));
        return Element.of("svg", parts).markup();
    }

    /** The rules that give charts their colours and letters. */
    public static String styleSheet() {
        StringJoiner rules = new StringJoiner("\n", "", "\n");
        rules.add(".chart { font: " + Pixels.of(Size.FONT) + "px " + FONTS + "; font-variant-numeric: tabular-nums }");
        rules.add(".chart .l { fill: none; stroke-linejoin: round }");
        for (Ink ink : Ink.values()) {
            rules.add(rule(ink, ink.light()));
        }
        rules.add("@media (prefers-color-scheme: dark) {");
        for (Ink ink : Ink.values()) {
            rules.add(rule(ink, ink.dark()));
        }
        rules.add("}");
        return rules.toString();
    }

    private static String rule(Ink ink, String colour) {
        return ".chart .l." + ink.key() + " { stroke: " + colour + " } .chart .f." + ink.key() + " { fill: " + colour
                + " }";
    }

    private static Element element(Shape shape) {
        if (shape instanceof Stroke stroke) {
            return stroke(stroke);
        }
        if (shape instanceof Area area) {
            Element path = Element.of("path", fill(area.ink()), Attribute.of("d", Pixels.path(area.points(), true)));
            return area.opacity() < 1 ? path.with("fill-opacity", Double.toString(area.opacity())) : path;
        }
        if (shape instanceof Disc disc) {
            return Element.of(
                    "circle",
                    fill(disc.ink()),
                    Attribute.of("cx", Pixels.of(disc.x())),
                    Attribute.of("cy", Pixels.of(disc.y())),
                    Attribute.of("r", Pixels.of(disc.radius())));
        }
        return label((Label) shape);
    }

    private static Element stroke(Stroke stroke) {
        Element path = Element.of(
                "path",
                Attribute.of("class", "l " + stroke.ink().key()),
                Attribute.of("stroke-width", Double.toString(stroke.width())),
                Attribute.of("d", Pixels.path(stroke.points(), false)));
        double[] pattern = stroke.dash().pattern();
        if (pattern.length == 0) {
            return path;
        }
        StringJoiner lengths = new StringJoiner(" ");
        for (double length : pattern) {
            lengths.add(Pixels.of(length));
        }
        return path.with("stroke-dasharray", lengths.toString());
    }

    private static Element label(Label label) {
        Element text = Element.of(
                "text",
                fill(label.ink()),
                Attribute.of("x", Pixels.of(label.x())),
                Attribute.of("y", Pixels.of(label.y())));
        Element anchored = label.anchor() == Label.Anchor.START
                ? text
                : text.with("text-anchor", label.anchor().name().toLowerCase(Locale.ROOT));
        return anchored.with(Words.of(label.text()));
    }

    private static Attribute fill(Ink ink) {
        return Attribute.of("class", "f " + ink.key());
    }
}
