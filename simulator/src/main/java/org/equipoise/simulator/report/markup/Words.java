package org.equipoise.simulator.report.markup;

/**
 * Text, which stays text whatever stands in it.
 *
 * @param text any
 */
public record Words(String text) implements Content {
    /** A text. */
    public static Words of(String text) {
        return new Words(text);
    }
}
