package org.equipoise.simulator.report.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An element with its attributes and what stands in it. Immutable.
 *
 * @param name letters, digits, {@code -}, {@code :}
 * @param parts attributes, texts and elements in their order
 */
public record Element(String name, List<Content> parts) implements Content {
    /** Elements of HTML that never hold anything; every other one needs an end tag, even when it is empty. */
    private static final Set<String> VOID = Set.of("br", "hr", "img", "link", "meta", "wbr");

    /** Elements of HTML whose text a browser takes as it stands. */
    private static final Set<String> LITERAL = Set.of("script", "style");

    /** @throws IllegalArgumentException when the name is none, or an element holds what a browser would misread */
    public Element {
        Names.require(name);
        parts = List.copyOf(parts);
        if (LITERAL.contains(name)
                && parts.stream()
                        .anyMatch(part -> part instanceof Words words
                                && words.text().chars().anyMatch(c -> c == '<' || c == '&' || c == '>'))) {
            throw new IllegalArgumentException("<, > and & cannot be escaped in " + name);
        }
    }

    /** An element. */
    public static Element of(String name, Content... parts) {
        return new Element(name, List.of(parts));
    }

    /** An element that holds a text. */
    public static Element of(String name, String text) {
        return of(name, Words.of(text));
    }

    /** An element. */
    public static Element of(String name, List<? extends Content> parts) {
        return new Element(name, List.copyOf(parts));
    }

    /** The same with more in it. */
    public Element with(Content... more) {
        List<Content> all = new ArrayList<>(parts);
        all.addAll(List.of(more));
        return new Element(name, all);
    }

    /** The same with an attribute. */
    public Element with(String attribute, String value) {
        return with(Attribute.of(attribute, value));
    }

    /** The element as text. */
    public String markup() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        out.append('<').append(name);
        for (Content part : parts) {
            if (part instanceof Attribute attribute) {
                out.append(' ').append(attribute.name()).append("=\"");
                Escape.append(attribute.value(), out);
                out.append('"');
            }
        }
        if (VOID.contains(name)) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Content part : parts) {
            if (part instanceof Words words && LITERAL.contains(name)) {
                out.append(words.text());
            } else if (part instanceof Words words) {
                Escape.append(words.text(), out);
            } else if (part instanceof Element element) {
                element.write(out);
            }
        }
        out.append("</").append(name).append('>');
        if (isBlock()) {
            out.append('\n');
        }
    }

    /** Whether a line may end after it without a blank appearing in a sentence. */
    private boolean isBlock() {
        return switch (name) {
            case "p", "section", "figure", "table", "tr", "li", "ul", "svg", "h1", "h2", "h3", "head", "style" -> true;
            default -> false;
        };
    }
}
