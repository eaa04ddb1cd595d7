package org.equipoise.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that one command writes: none of them the file that it reads, and no two of them the same. */
final class OutputFiles implements AutoCloseable {
    private final String subject;
    private final Path input;
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
        this.subject = subject;
        this.input = input;
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
        if (file.replaces(input)) {
            throw new InputFaultException(
                    option + ": '" + given + "' is " + subject + " itself, which would be lost; choose another name");
        }
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
