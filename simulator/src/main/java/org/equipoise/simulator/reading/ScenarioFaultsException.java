package org.equipoise.simulator.reading;

import java.io.Serial;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A scenario that cannot be read. Carries every fault found; the message tells them one per line, in the order they
 * stand in.
 */
public final class ScenarioFaultsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<LocatedFault> faults;

    /** An exception for at least one fault. */
    public ScenarioFaultsException(List<LocatedFault> faults) {
        super(faults.stream().map(LocatedFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** The same faults, their sources called otherwise. */
    public ScenarioFaultsException withSources(UnaryOperator<String> name) {
        return new ScenarioFaultsException(faults.stream()
                .map(fault -> new LocatedFault(
                        name.apply(fault.source()),
                        fault.line(),
                        fault.column(),
                        fault.path(),
                        fault.problem(),
                        fault.remedy()))
                .toList());
    }

    /** The faults: those of the file by line and column, then those of the overrides in the order given. */
    public List<LocatedFault> faults() {
        return faults;
    }
}
