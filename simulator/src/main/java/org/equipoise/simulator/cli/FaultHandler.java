package org.equipoise.simulator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.equipoise.simulator.data.DataFaultsException;
import org.equipoise.simulator.reading.ScenarioFaultsException;
import org.equipoise.simulator.sweep.store.StoreFaultException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns what a command throws into words and an exit status. A fault in the program goes to a log; its user sees one
 * line.
 */
final class FaultHandler implements IExecutionExceptionHandler {
    private final Console console;

    FaultHandler(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult arguments) {
        return handle(fault);
    }

    /** The exit status for a fault, told to the user. */
    int handle(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ScenarioFaultsException faults) {
                faults.faults().forEach(each -> console.note(each.toString()));
                int number = faults.faults().size();
                console.note(number == 1 ? "1 fault; nothing was run." : number + " faults; nothing was run.");
                return ExitStatus.INVALID_INPUT;
            }
            if (cause instanceof DataFaultsException faults) {
                return tell(faults);
            }
            if (cause instanceof InputFaultException || cause instanceof StoreFaultException) {
                String.valueOf(cause.getMessage()).lines().forEach(line -> console.note("equipoise: " + line));
                return ExitStatus.INVALID_INPUT;
            }
            if (cause instanceof OutOfMemoryError) {
                console.note(
                        "equipoise: out of memory (" + cause.getMessage() + "); give Java more, such as"
                                + " EQUIPOISE_JAVA_OPTS=-Xmx4g, or simulate on fewer --threads, each of which holds a whole trial");
                return ExitStatus.INVALID_INPUT;
            }
        }
        console.note("equipoise: a fault in the program, not in your input: " + fault);
        console.note(log(fault));
        return ExitStatus.PROGRAM_FAULT;
    }

    private int tell(DataFaultsException faults) {
        faults.faults().forEach(each -> console.note(each.toString()));
        long told = faults.faults().size();
        long number = told + faults.untold();
        console.note((number == 1 ? "1 fault" : String.format(Locale.ROOT, "%,d faults", number))
                + (number == told ? "" : ", of which the first " + told + " are told")
                + "; nothing was analysed.");
        return ExitStatus.INVALID_INPUT;
    }

    private static String log(Throwable fault) {
        try {
            Path log = Files.createTempFile("equipoise-fault-", ".log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8))) {
                fault.printStackTrace(writer);
            }
            return "What a developer needs to know is in " + log + ".";
        } catch (IOException e) {
            return "No log could be written: " + e.getMessage();
        }
    }
}
