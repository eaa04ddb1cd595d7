package org.equipoise.simulator.cli;

import java.util.concurrent.Callable;
import org.equipoise.simulator.reading.ScenarioSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code equipoise schema}: the JSON Schema of the scenario language. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Print the JSON Schema of the scenario language, for editors and other tools.")
final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--sweep", description = "The schema of sweep files instead.")
    private boolean sweep;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(sweep ? ScenarioSchema.ofSweeps() : ScenarioSchema.text());
        return ExitStatus.DONE;
    }
}
