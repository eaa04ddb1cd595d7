package org.equipoise.simulator.report.markup;

/**
 * An attribute of an element.
 *
 * @param name letters, digits, {@code -}, {@code :}
 * @param value any text
 */
public record Attribute(String name, String value) implements Content {
    /** @throws IllegalArgumentException when the name is none */
    public Attribute {
        Names.require(name);
    }

    /** An attribute. */
    public static Attribute of(String name, String value) {
        return new Attribute(name, value);
    }
}
