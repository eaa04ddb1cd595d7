package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;

/** Text from a scenario made fit for a terminal. */
final class PlainText {
    /** Columns that a page of text may take. */
    static final int WIDTH = 100;

    private static final int LABEL = 13;
    private static final char NO_BREAK = '\u00a0';

    private PlainText() {}

    /** On one line, with control characters, which a terminal would obey, and marks of writing direction as blanks. */
    static String oneLine(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.appendCodePoint(isVisible(c) ? c : ' '));
        return plain.toString().strip();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** On one line of at most so many characters, the middle of a longer one left out. */
    static String atMost(int length, String text) {
        String line = oneLine(text);
        return line.codePointCount(0, line.length()) <= length
                ? line
                : line.substring(0, line.offsetByCodePoints(0, length - 1)) + "…";
    }

    /** A label and what it stands for, beside each other. */
    static List<String> labelled(String label, String text) {
        int margin = Math.max(LABEL, label.length() + 2);
        List<String> lines = wrapped("_".repeat(margin - 1) + " " + oneLine(text), " ".repeat(LABEL));
        lines.set(0, label + " ".repeat(margin - label.length()) + lines.get(0).substring(margin));
        return lines;
    }

    /** Made to stay on one line where text is broken into lines. */
    static String together(String text) {
        return text.replace(' ', NO_BREAK);
    }

    /** Broken into lines of at most {@link #WIDTH} at blanks, where there are any; lines after the first are indented. */
    static List<String> wrapped(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : oneLine(text).split(" +", -1)) {
            String rest = word;
            if (line.length() > 0 && line.length() + 1 + rest.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            } else if (line.length() > 0) {
                line.append(' ');
            }
            while (line.length() + rest.length() > WIDTH) {
                int fits = WIDTH - line.length();
                lines.add(line + rest.substring(0, fits));
                line = new StringBuilder(indent);
                rest = rest.substring(fits);
            }
            line.append(rest);
        }
        lines.add(line.toString());
        lines.replaceAll(each -> each.replace(NO_BREAK, ' '));
        return lines;
    }
}
