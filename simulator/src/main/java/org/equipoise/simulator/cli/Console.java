package org.equipoise.simulator.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.equipoise.simulator.report.words.PlainText;

/**
 * Where a command's words go: the result alone to standard output, everything else to standard error.
 *
 * @param out standard output
 * @param err standard error
 */
record Console(PrintStream out, PrintStream err) {
    /** Tells the result. */
    void tell(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    /**
     * Says something about the result or the way to it. It may quote a file, so nothing in it is obeyed by a terminal.
     */
    void note(String line) {
        err.println(PlainText.oneLine(line));
        err.flush();
    }

    /** For what prints through writers. */
    PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /** For what prints through writers. */
    PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
