package org.equipoise.simulator.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program: {@code equipoise COMMAND …}. */
@Command(
        name = "equipoise",
        description = "Plans and simulates randomised clinical trials.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            InitCommand.class,
            SchemaCommand.class,
            BenchCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Begin with 'equipoise init trial.yaml', look at it with 'equipoise check trial.yaml', and",
            "simulate it with 'equipoise run trial.yaml'."
        })
public final class Equipoise {
    private Equipoise() {}

    /** Starts the program; ends the process with one of the {@link ExitStatus exit statuses}. */
    public static void main(String... arguments) {
        Console console = new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        Interruption interruption = new Interruption();
        int status = run(console, interruption, arguments);
        console.flush();
        interruption.finish(status);
        System.exit(status);
    }

    /** Runs a command and returns its exit status, without ending the process. */
    static int run(Console console, Interruption interruption, String... arguments) {
        CommandLine line = new CommandLine(new Equipoise(), new CommandFactory(console, interruption))
                .setOut(console.outWriter())
                .setErr(console.errWriter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageFaultHandler())
                .setExecutionExceptionHandler(new FaultHandler(console))
                .setUsageHelpWidth(100);
        line.setExecutionStrategy(new CommandLine.RunLast());
        return line.execute(arguments);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
