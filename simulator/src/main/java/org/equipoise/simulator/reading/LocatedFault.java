package org.equipoise.simulator.reading;

/**
 * One thing that is wrong with a file that is read, a scenario or data, and where.
 *
 * @param source file name as it was given, or the override ({@code --set PATH=VALUE})
 * @param line from 1; 0 for an override, and for a file that could not be read
 * @param column in characters, from 1; in an override, counted from the start of {@code PATH}; 0 when unknown
 * @param path dotted path of the key, in data the column's name; empty for the file as a whole
 * @param problem what is wrong, with the value found
 * @param remedy what would be right, in words; may be empty
 */
public record LocatedFault(String source, int line, int column, String path, String problem, String remedy) {

    /** One line: {@code x.yaml:12:7: analysis.alpha: must be above 0 and below 0.5, was 0.6}. */
    @Override
    public String toString() {
        return source
                + (line == 0 ? "" : ":" + line + ":" + column)
                + ": "
                + (path.isEmpty() ? "" : path + ": ")
                + problem
                + (remedy.isEmpty() ? "" : " (" + remedy + ")");
    }
}
