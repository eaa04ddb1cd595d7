package org.equipoise.simulator.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.equipoise.simulator.reading.Spelling;

/** What stands between the columns of a data file. */
public enum Separator {
    /** {@code ,}. */
    COMMA(','),

    /** {@code ;}, usual where numbers have a decimal comma. */
    SEMICOLON(';'),

    /** A tabulator. */
    TAB('\t');

    /** A first line is searched this far. */
    private static final int FIRST_LINE = 1 << 16;

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    /** Its name as an option has it. */
    String spelled() {
        return Spelling.of(this);
    }

    /** Those that stand in the first line outside quotes; the reader is left where it was. */
    static List<Separator> inFirstLine(BufferedReader reader) throws IOException {
        reader.mark(FIRST_LINE);
        boolean[] seen = new boolean[values().length];
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < FIRST_LINE; i++) {
            int c = reader.read();
            boolean lineEnds = !quoted && (c == '\n' || c == '\r');
            if (c < 0 || lineEnds && begun) {
                break;
            }
            begun |= !lineEnds;
            quoted ^= c == '"';
            for (Separator separator : values()) {
                seen[separator.ordinal()] |= !quoted && c == separator.character;
            }
        }
        reader.reset();
        return Arrays.stream(values()).filter(each -> seen[each.ordinal()]).toList();
    }
}
