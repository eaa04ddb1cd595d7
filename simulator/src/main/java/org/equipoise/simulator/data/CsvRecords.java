package org.equipoise.simulator.data;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The records of a CSV file, one after the other, each in the place of the one before (RFC 4180, and beyond it: lines
 * may end in any way, blank ones are skipped, blanks around a field do not count). Syntax that can be read in more than
 * one way is a fault.
 */
final class CsvRecords {
    private static final int LONGEST_FIELD = 1 << 16;
    private static final int END = -1;

    private final Reader in;
    private final char separator;
    private final DataFaults faults;
    private final char[] buffer = new char[1 << 14];
    private int position;
    private int limit;

    private int line = 1;
    private int column = 1;

    private final List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private int[] columns = new int[16];
    private int recordLine;
    private boolean quoted;
    private boolean hopeless;

    CsvRecords(Reader in, char separator, DataFaults faults) {
        this.in = in;
        this.separator = separator;
        this.faults = faults;
    }

    /** Goes on to the next record that is not blank; false at the end. */
    boolean next() throws IOException {
        while (!hopeless && peek() != END) {
            recordLine = line;
            fields.clear();
            boolean anyQuoted = false;
            do {
                readField();
                anyQuoted |= quoted;
            } while (!hopeless && isTaken(separator));
            endLine();
            if (!hopeless && (anyQuoted || fields.size() > 1 || !fields.get(0).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /** The line on which the record begins, from 1. */
    int line() {
        return recordLine;
    }

    /** Number of fields. */
    int size() {
        return fields.size();
    }

    /** A field without its quotes. */
    String field(int index) {
        return fields.get(index);
    }

    /** Where a field begins in its line, in characters from 1. */
    int column(int index) {
        return columns[index];
    }

    private void readField() throws IOException {
        skipBlanks();
        if (fields.size() == columns.length) {
            columns = Arrays.copyOf(columns, 2 * columns.length);
        }
        columns[fields.size()] = column;
        field.setLength(0);
        quoted = peek() == '"';
        if (quoted) {
            readQuoted();
        } else {
            readPlain();
        }
        fields.add(field.toString().strip());
    }

    private void readPlain() throws IOException {
        for (int c = peek(); !endsField(c); c = peek()) {
            append(c);
        }
    }

    private void readQuoted() throws IOException {
        int openedLine = line;
        int openedColumn = column;
        take();
        while (!hopeless) {
            int c = peek();
            if (c == END) {
                faults.add(openedLine, openedColumn, "", "the quote that opens here is never closed", "close it");
                hopeless = true;
                return;
            }
            if (c == '"') {
                take();
                if (peek() != '"') {
                    break;
                }
            }
            append(c);
        }
        skipBlanks();
        if (!hopeless && !endsField(peek())) {
            faults.add(
                    line,
                    column,
                    "",
                    "there is text after a closing quote",
                    "a quote within quotes is written twice, and nothing may follow the last one");
            while (!endsField(peek())) {
                take();
            }
        }
    }

    private void append(int c) throws IOException {
        if (field.length() >= LONGEST_FIELD) {
            faults.add(
                    recordLine,
                    columns[fields.size()],
                    "",
                    "has more than " + LONGEST_FIELD + " characters in one field",
                    "check that this is a CSV file, and that each quote is closed");
            hopeless = true;
            position = limit;
            return;
        }
        field.append((char) c);
        take();
    }

    private boolean endsField(int c) {
        return c == END || c == separator || c == '\n' || c == '\r' || hopeless;
    }

    private void skipBlanks() throws IOException {
        for (int c = peek(); (c == ' ' || c == '\t') && c != separator; c = peek()) {
            take();
        }
    }

    private boolean isTaken(char expected) throws IOException {
        boolean there = peek() == expected;
        if (there) {
            take();
        }
        return there;
    }

    private void endLine() throws IOException {
        if (!isTaken('\r')) {
            isTaken('\n');
        }
    }

    private int peek() throws IOException {
        while (position == limit) {
            limit = in.read(buffer, 0, buffer.length);
            position = 0;
            if (limit <= 0) {
                limit = 0;
                return END;
            }
        }
        return buffer[position];
    }

    /** Takes the character that was peeked at; a line feed after a carriage return belongs to it. */
    private void take() throws IOException {
        char c = buffer[position++];
        if (c == '\r' && peek() == '\n') {
            position++;
        }
        if (c == '\n' || c == '\r') {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate(c)) {
            column++;
        }
    }
}
