package org.equipoise.simulator.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.simulator.report.markup.Attribute;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;

/** Reads the blocks of a page from its elements. Numbers behind charts are left to the HTML. */
final class Blocks {
    private static final Set<String> WITHOUT_TEXT = Set.of("head", "svg", "details");

    private final List<Block> blocks = new ArrayList<>();

    private Blocks() {}

    static List<Block> of(Element page) {
        Blocks blocks = new Blocks();
        blocks.read(page);
        return List.copyOf(blocks.blocks);
    }

    private void read(Element element) {
        switch (element.name()) {
            case "h1", "h2", "h3" -> blocks.add(new Block.Heading(element.name().charAt(1) - '0', text(element)));
            case "p" ->
                blocks.add(new Block.Paragraph(
                        text(element), attribute(element, "class").equals("warning")));
            case "li" -> blocks.add(new Block.Item(item(element)));
            case "pre" -> blocks.add(new Block.Code(text(element)));
            case "table" -> blocks.add(table(element));
            case "figure" -> blocks.add(new Block.Figure(attribute(element, "id"), text(element)));
            default -> {
                if (!WITHOUT_TEXT.contains(element.name())) {
                    children(element).forEach(this::read);
                }
            }
        }
    }

    /** {@code Power: 0.794, Monte Carlo s.e. 0.003} from the parts of an entry. */
    private static String item(Element element) {
        List<Element> parts = children(element);
        return parts.size() < 2
                ? text(element)
                : text(parts.get(0)) + ": "
                        + parts.subList(1, parts.size()).stream()
                                .map(Blocks::text)
                                .collect(Collectors.joining(", "));
    }

    private static Block.Table table(Element element) {
        String caption = "";
        List<List<String>> rows = new ArrayList<>();
        for (Element part : children(element)) {
            if (part.name().equals("caption")) {
                caption = text(part);
            } else {
                for (Element row : part.name().equals("tr") ? List.of(part) : children(part)) {
                    rows.add(children(row).stream().map(Blocks::text).toList());
                }
            }
        }
        return new Block.Table(caption, rows);
    }

    private static List<Element> children(Element element) {
        return element.parts().stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static String attribute(Element element, String name) {
        return element.parts().stream()
                .filter(part ->
                        part instanceof Attribute attribute && attribute.name().equals(name))
                .map(part -> ((Attribute) part).value())
                .findFirst()
                .orElse("");
    }

    private static String text(Element element) {
        StringBuilder text = new StringBuilder();
        append(element, text);
        return text.toString();
    }

    private static void append(Element element, StringBuilder text) {
        for (Content part : element.parts()) {
            if (part instanceof Words words) {
                text.append(words.text());
            } else if (part instanceof Element child && !WITHOUT_TEXT.contains(child.name())) {
                append(child, text);
            }
        }
    }
}
