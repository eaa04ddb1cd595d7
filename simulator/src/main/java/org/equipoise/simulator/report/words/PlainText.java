package org.equipoise.simulator.report.words;

import java.util.ArrayList;
import java.util.List;

/** Text from a scenario made fit for a terminal. */
public final class PlainText {
    /** Columns that a page of text may take. */
    public static final int WIDTH = 100;

    /** A blank at which no line is broken: between a number and its unit, within a formula. */
    public static final char TIE = '\u00A0';

    /** Marks on one character that are shown; scripts need two, the rest is mischief. */
    private static final int MOST_MARKS = 3;

    private PlainText() {}

    /**
     * On one line, with control characters, which a terminal would obey, and marks of writing direction as blanks;
     * without the marks that pile up on one character.
     */
    public static String oneLine(String text) {
        StringBuilder plain = new StringBuilder();
        int marks = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            marks = Columns.of(Character.toString(c)) == 0 ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                plain.appendCodePoint(isVisible(c) ? c : ' ');
            }
        }
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

    /**
     * A name on one line of at most so many columns, the middle of a longer one left out: names often differ at their
     * ends.
     */
    public static String atMost(int columns, String name) {
        String line = oneLine(name);
        if (line.isEmpty()) {
            return "(blank)";
        }
        if (Columns.of(line) <= columns) {
            return line;
        }
        int tail = (columns - 1) / 3;
        return line.substring(0, Columns.fit(line, columns - 1 - tail))
                + "…"
                + line.substring(Columns.lastBegin(line, tail));
    }

    /**
     * A label and what it stands for, beside each other.
     *
     * @param margin columns of the label; a longer one pushes its first line to the right
     */
    public static List<String> labelled(String label, int margin, String text) {
        String padded = label + " ".repeat(Math.max(2, margin - Columns.of(label)));
        return filled(padded, " ".repeat(margin), text);
    }

    /**
     * Broken into lines of at most {@link #WIDTH} at blanks, where there are any; lines after the first are indented.
     */
    public static List<String> wrapped(String text, String indent) {
        return filled("", indent, text);
    }

    private static List<String> filled(String first, String indent, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean fresh = true;
        for (String word : oneLine(text).split(" +", -1)) {
            String rest = word;
            int room = WIDTH - Columns.of(line.toString()) - (fresh ? 0 : 1);
            if (!fresh && Columns.of(rest) > room) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            } else if (!fresh) {
                line.append(' ');
            }
            for (int fits = fit(line, rest); fits < rest.length(); fits = fit(line, rest)) {
                lines.add(line + rest.substring(0, fits));
                line = new StringBuilder(indent);
                rest = rest.substring(fits);
            }
            line.append(rest);
            fresh = false;
        }
        lines.add(line.toString());
        return lines.stream().map(l -> l.replace(TIE, ' ').stripTrailing()).toList();
    }

    private static int fit(StringBuilder line, String rest) {
        return Columns.fit(rest, WIDTH - Columns.of(line.toString()));
    }

    /** The same text, to be kept on one line. */
    public static String tied(String text) {
        return text.replace(' ', TIE);
    }
}
