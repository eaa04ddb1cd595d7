package org.equipoise.simulator.report.rcode;

import java.util.ArrayList;
import java.util.List;

/** A call of an R function, one named argument on each line. */
final class RCall {
    private final String function;
    private final List<String> arguments = new ArrayList<>();

    RCall(String function) {
        this.function = function;
    }

    /**
     * Adds an argument.
     *
     * @param expression in R
     */
    RCall with(String name, String expression) {
        arguments.add(name + " = " + expression);
        return this;
    }

    RCall with(String name, double value) {
        return with(name, RText.number(value));
    }

    RCall with(String name, double[] values) {
        return with(name, RText.vector(values));
    }

    /** The call, its result assigned to a name. */
    String assignedTo(String name) {
        return name + " <- " + function + "(\n  " + String.join(",\n  ", arguments) + "\n)\n";
    }
}
