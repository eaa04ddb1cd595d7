package org.equipoise.simulator.report.words;

/**
 * Columns that text takes in a terminal: none for a combining mark, two for an East Asian wide character or an emoji,
 * one for any other (Unicode Standard Annex 11, in its coarse shape: by block).
 */
public final class Columns {
    /** First and last code point of blocks whose characters take two columns, ascending. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x23E9, 0x23F3},
        {0x2614, 0x2615},
        {0x2648, 0x2653},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F000, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private Columns() {}

    /** Of a whole text. */
    public static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static int of(int c) {
        if (isMark(c)) {
            return 0;
        }
        for (int[] block : WIDE) {
            if (c >= block[0] && c <= block[1]) {
                return 2;
            }
        }
        return 1;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** How many of a text's {@code char}s fit into so many columns, whole characters with their marks. */
    static int fit(String text, int columns) {
        int taken = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            taken += of(c);
            if (taken > columns) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** Where a text's last so many columns begin, or a little later where they would begin within a character. */
    static int lastBegin(String text, int columns) {
        int rest = Columns.of(text);
        int i = 0;
        while (i < text.length() && (rest > columns || isMark(text.codePointAt(i)))) {
            int c = text.codePointAt(i);
            rest -= of(c);
            i += Character.charCount(c);
        }
        return i;
    }
}
