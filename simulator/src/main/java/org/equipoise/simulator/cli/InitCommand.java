package org.equipoise.simulator.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.equipoise.simulator.reading.ScenarioSchema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code equipoise init}: a scenario to start from. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Write a commented scenario to start from.")
final class InitCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where to write it; standard output when left out.")
    private @Nullable Path file;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String text = ScenarioSchema.startingScenario();
        if (file == null) {
            console.out().print(text);
            return ExitStatus.DONE;
        }
        if (Files.exists(file) && !Files.isDirectory(file) && !force) {
            throw new InputFaultException(
                    "'" + file + "' exists already; choose another name, or replace it with --force");
        }
        try (OutputFile output = new OutputFile("FILE", file)) {
            output.write(text);
        }
        console.note("Wrote " + file + ". Look at it with: equipoise check " + file);
        return ExitStatus.DONE;
    }
}
