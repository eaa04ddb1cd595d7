package org.equipoise.simulator.cli;

import java.util.List;
import org.equipoise.simulator.report.words.PlainText;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the arguments, and where to read on. */
final class UsageFaultHandler implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        command.getErr().println("equipoise: " + PlainText.oneLine(words(fault, command)));
        if (fault instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                command.getErr().println("Did you mean: " + String.join(", ", suggestions) + "?");
            }
        }
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitStatus.INVALID_INPUT;
    }

    private static String words(ParameterException fault, CommandLine command) {
        if (fault instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String first = "'" + unmatched.getUnmatched().get(0) + "'";
            return command.getParent() == null ? "there is no command " + first : first + " is one argument too many";
        }
        return String.valueOf(fault.getMessage())
                .replace("is not an int", "is not a whole number")
                .replace("is not a long", "is not a whole number");
    }
}
