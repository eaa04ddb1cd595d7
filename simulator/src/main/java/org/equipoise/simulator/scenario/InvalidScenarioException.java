package org.equipoise.simulator.scenario;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown by the records of the scenario language when they are built from values that do not fit together; carries
 * every fault found.
 */
public final class InvalidScenarioException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** An exception for at least one fault. */
    public InvalidScenarioException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** The faults, in the order they were found. */
    public List<Fault> faults() {
        return faults;
    }
}
