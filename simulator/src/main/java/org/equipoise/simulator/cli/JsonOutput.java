package org.equipoise.simulator.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that asks for a result as JSON. */
final class JsonOutput {
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the result as JSON to this file; - for standard output, in place of the text.")
    private @Nullable String target;

    private @Nullable OutputFile file;

    /** Makes sure that it can be written. */
    void prepare(OutputFiles outputs) {
        if (target != null && !target.equals(STANDARD_OUTPUT)) {
            file = outputs.claim("--json", target);
        }
    }

    /** Whether the text form gives way to it. */
    boolean replacesText() {
        return STANDARD_OUTPUT.equals(target);
    }

    /** Whether it is asked for. */
    boolean isWanted() {
        return target != null;
    }

    /** Writes the document. */
    void write(String json, Console console) {
        if (file != null) {
            file.write(json);
        } else {
            console.out().print(json);
        }
    }
}
