package org.equipoise.simulator.reading;

import java.io.Serial;

/** Ends the parsing of a text that does not follow the rules of YAML; always caught in this package. */
final class SyntaxFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String remedy;

    /** A fault at a line and column, both from 1. */
    SyntaxFault(int line, int column, String problem, String remedy) {
        super(problem, null, false, false);
        this.line = line;
        this.column = column;
        this.remedy = remedy;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
