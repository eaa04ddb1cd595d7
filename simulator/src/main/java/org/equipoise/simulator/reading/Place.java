package org.equipoise.simulator.reading;

/**
 * Where something stands.
 *
 * @param source file name as it was given, or the override ({@code --set PATH=VALUE})
 * @param line from 1; 0 when the source has no lines worth naming: an override, or a file that could not be read
 * @param column in characters, from 1; in an override, counted from the start of {@code PATH}
 */
record Place(String source, int line, int column) {
    /** A source as a whole. */
    static Place of(String source) {
        return new Place(source, 0, 0);
    }
}
