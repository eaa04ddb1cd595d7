package org.equipoise.simulator.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text is at most, whatever sans-serif font a reader has: widths of DejaVu Sans, the widest of the common
 * ones, rounded up.
 */
final class TextWidth {
    private TextWidth() {}

    /** Width in pixels at a font size in pixels. */
    static double of(String text, double size) {
        return size * text.codePoints().mapToDouble(TextWidth::share).sum();
    }

    /** The text, or its beginning and an ellipsis where it is wider than there is room for. */
    static String fitted(String text, double size, double room) {
        if (of(text, size) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && of(text.substring(0, end).strip() + "…", size) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "…";
    }

    /**
     * The text on as many lines as it takes, broken between parts that {@code ·} separates; parts too wide give way.
     */
    static List<String> lines(String text, double size, double room) {
        List<String> lines = new ArrayList<>();
        for (String part : text.split(" · ", -1)) {
            String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
            if (!lines.isEmpty() && of(last + " · " + part, size) <= room) {
                lines.set(lines.size() - 1, last + " · " + part);
            } else {
                lines.add(fitted(part, size, room));
            }
        }
        return lines;
    }

    private static double share(int c) {
        if (c > 0x2E7F) {
            return 1.1;
        }
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return 0;
        }
        if ("ijl|'.,:;!I ()[]/\\-ftr\u00A0".indexOf(c) >= 0) {
            return c == 'r' || c == 'f' || c == 't' || c == '(' || c == ')' || c == '[' || c == ']' ? 0.42 : 0.36;
        }
        if ("mwMWQO@%…∞".indexOf(c) >= 0) {
            return c == 'W' || c == '@' || c == '…' || c == 'm' || c == '%' ? 1.0 : 0.87;
        }
        if (c < 0x250) {
            return Character.isUpperCase(c) ? 0.77 : 0.64;
        }
        return 0.87;
    }
}
