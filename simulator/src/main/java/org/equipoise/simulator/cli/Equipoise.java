package org.equipoise.simulator.cli;

import java.io.FileDescriptor;
import org.equipoise.simulator.report.words.PlainText;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code equipoise COMMAND …}. */
@Command(
        name = "equipoise",
        description = "Plans and simulates randomised clinical trials.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Begin with 'equipoise init trial.yaml', look at it with 'equipoise check trial.yaml', and",
            "simulate it with 'equipoise run trial.yaml'."
        })
public final class Equipoise {
    private Equipoise() {}

    /** Starts the program; ends the process with one of the {@link ExitStatus exit statuses}. */
    public static void main(String... arguments) {
        StandardStream out = new StandardStream(FileDescriptor.out);
        Console console = new Console(out.printer(), new StandardStream(FileDescriptor.err).printer());
        Interruption interruption = new Interruption();
        int status = ExitStatus.PROGRAM_FAULT;
        try {
            status = run(console, interruption, arguments);
            console.flush();
            String failure = out.failure();
            if (failure != null) {
                console.note("equipoise: cannot write to standard output (" + failure + ")");
                status = status == ExitStatus.DONE ? ExitStatus.INVALID_INPUT : status;
            }
        } finally {
            interruption.finish(status);
        }
        System.exit(status);
    }

    /** Runs a command and returns its exit status, without ending the process. */
    static int run(Console console, Interruption interruption, String... arguments) {
        FaultHandler faults = new FaultHandler(console);
        try {
            CommandLine line = new CommandLine(new Equipoise());
            new Commands(console, interruption).addTo(line, arguments);
            line.setOut(console.outWriter())
                    .setErr(console.errWriter())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setParameterExceptionHandler(new UsageFaultHandler())
                    .setExecutionExceptionHandler(faults)
                    .setUsageHelpWidth(PlainText.WIDTH)
                    .setExecutionStrategy(new CommandLine.RunLast());
            if (arguments.length == 0) {
                line.usage(console.errWriter());
                return ExitStatus.INVALID_INPUT;
            }
            return line.execute(arguments);
        } catch (RuntimeException | Error e) {
            // Picocli hands over exceptions of commands alone.
            return faults.handle(e);
        }
    }
}
