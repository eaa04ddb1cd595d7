package org.equipoise.simulator.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.equipoise.simulator.report.chart.Svg;
import org.equipoise.simulator.report.markup.Attribute;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.words.PlainText;

/** What all pages have: one HTML file that needs no network and no script. */
final class PageFrame {
    /** The Monte Carlo standard error of a share, in one piece. */
    static final String SHARE_ERROR = PlainText.tied("√(p (1 − p) / n)");

    private PageFrame() {}

    /**
     * A page.
     *
     * @param name of what it is about
     * @param main what stands on it
     */
    static Element page(String name, List<Content> main) {
        Element head = Element.of(
                "head",
                Element.of("meta", Attribute.of("charset", "utf-8")),
                Element.of(
                        "meta",
                        Attribute.of("name", "viewport"),
                        Attribute.of("content", "width=device-width, initial-scale=1")),
                Element.of("meta", Attribute.of("name", "color-scheme"), Attribute.of("content", "light dark")),
                Element.of("title", PlainText.oneLine(name) + " · simulation report"),
                Element.of("style", styleSheet() + Svg.styleSheet()));
        return Element.of("html", Attribute.of("lang", "en"), head, Element.of("body", Element.of("main", main)));
    }

    /** A part of a page under its heading. */
    static Element section(String heading, List<Content> parts) {
        List<Content> all = new ArrayList<>(List.of(Element.of("h2", heading)));
        all.addAll(parts);
        return Element.of("section", all);
    }

    /** One of the figures at the head of a page. */
    static Element key(String name, Element value, Content... error) {
        Element below = Element.of("span", Attribute.of("class", "error"));
        return Element.of(
                "li",
                Element.of("span", Attribute.of("class", "name"), Words.of(name)),
                Element.of("span", Attribute.of("class", "value"), value),
                below.with(error));
    }

    /** A paragraph that nobody should miss. */
    static Element warning(String text) {
        return Element.of(
                "p",
                Attribute.of("class", "warning"),
                Element.of("strong", "Warning: "),
                Words.of(PlainText.oneLine(text)));
    }

    private static String styleSheet() {
        try (InputStream in = Objects.requireNonNull(PageFrame.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
