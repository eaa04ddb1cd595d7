package org.equipoise.simulator.cli;

import java.util.concurrent.Callable;
import org.equipoise.simulator.reading.ScenarioSchema;
import picocli.CommandLine.Command;

/** {@code equipoise schema}: the JSON Schema of the scenario language. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Print the JSON Schema of the scenario language, for editors and other tools.")
final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(ScenarioSchema.text());
        return ExitStatus.DONE;
    }
}
