package org.equipoise.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that one command writes: none of them the file that it reads, and no two of them the same. */
final class OutputFiles implements AutoCloseable {
    private final Map<Path, String> inputs = new LinkedHashMap<>();
    private final List<OutputFile> files = new ArrayList<>();
    private final List<String> options = new ArrayList<>();

    /**
     * None yet.
     *
     * @param scenario that the command reads
     */
    OutputFiles(Path scenario) {
        this("the scenario", scenario);
    }

    /**
     * None yet.
     *
     * @param subject of the command, in words
     * @param input the file that holds it
     */
    OutputFiles(String subject, Path input) {
        alsoReads(subject, input);
    }

    /** None yet, and nothing that is read. */
    OutputFiles() {}

    /** Guards a further file that the command reads. */
    void alsoReads(String what, Path file) {
        inputs.put(file, what);
    }

    /**
     * Makes sure that a file can be written.
     *
     * @param option that asks for it
     * @param given as on the command line
     * @throws InputFaultException when it cannot, or another of the command's files would be lost
     */
    OutputFile claim(String option, String given) {
        Path path = FilePlace.named(option, given);
        OutputFile file = new OutputFile(option, path);
        files.add(file);
        options.add(option);
        inputs.forEach((input, what) -> {
            if (file.replaces(input)) {
                throw new InputFaultException(
                        option + ": '" + given + "' is " + what + " itself, which would be lost; choose another name");
            }
        });
        for (int k = 0; k < files.size() - 1; k++) {
            if (file.replaces(files.get(k).path())) {
                throw new InputFaultException(option + ": '" + given + "' is the file of " + options.get(k)
                        + " too; give each a name of its own");
            }
        }
        return file;
    }

    /** Removes what has been begun and not finished. */
    @Override
    public void close() {
        files.forEach(OutputFile::close);
    }
}
