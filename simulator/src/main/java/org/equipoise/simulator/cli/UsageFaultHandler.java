package org.equipoise.simulator.cli;

import java.util.List;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the arguments, and where to read on. */
final class UsageFaultHandler implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        var command = fault.getCommandLine();
        command.getErr().println("equipoise: " + fault.getMessage());
        if (fault instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                command.getErr().println("Did you mean: " + String.join(", ", suggestions) + "?");
            }
        }
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitStatus.INVALID_INPUT;
    }
}
