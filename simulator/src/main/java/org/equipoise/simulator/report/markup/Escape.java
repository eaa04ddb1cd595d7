package org.equipoise.simulator.report.markup;

/** Text fit to stand in XML and HTML, between tags and in quoted attributes alike. */
final class Escape {
    private static final char REPLACEMENT = '\uFFFD';

    private Escape() {}

    /** Characters that XML does not know, and halves of surrogate pairs, become U+FFFD. */
    static void append(String text, StringBuilder out) {
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isKnown(c) ? c : REPLACEMENT);
            }
        }
    }

    private static boolean isKnown(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c < 0x7F
                || c >= 0xA0 && c < 0xD800
                || c > 0xDFFF && c < 0xFFFE
                || c > 0xFFFF;
    }
}
