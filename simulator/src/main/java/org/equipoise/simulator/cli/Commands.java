package org.equipoise.simulator.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** The commands by name, in the order of the help, with what they work with. */
final class Commands {
    private final Map<String, Supplier<Object>> byName = new LinkedHashMap<>();

    Commands(Console console, Interruption interruption) {
        byName.put("run", () -> new RunCommand(console, interruption));
        byName.put("sweep", () -> new SweepCommand(console, interruption));
        byName.put("compare", () -> new CompareCommand(console, interruption));
        byName.put("check", () -> new CheckCommand(console));
        byName.put("plan", () -> new PlanCommand(console));
        byName.put("analyse", () -> new AnalyseCommand(console));
        byName.put("report", () -> new ReportCommand(console, interruption));
        byName.put("init", () -> new InitCommand(console));
        byName.put("schema", () -> new SchemaCommand(console));
        byName.put("bench", () -> new BenchCommand(console));
    }

    /**
     * Adds the command that the first argument names, or all of them where it names none. Picocli reads the options of
     * every command that it is given, which takes longer than starting the JVM.
     */
    void addTo(CommandLine line, String... arguments) {
        Supplier<Object> named = arguments.length == 0 ? null : byName.get(arguments[0]);
        if (named != null) {
            line.addSubcommand(named.get());
            return;
        }
        byName.forEach((name, command) -> line.addSubcommand(name, command.get()));
        line.addSubcommand(new HelpCommand());
    }
}
