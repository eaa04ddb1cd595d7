package org.equipoise.simulator.data;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.equipoise.simulator.reading.LocatedFault;

/** A data file that cannot be analysed. Carries the faults found, in the order they stand in. */
public final class DataFaultsException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<LocatedFault> faults;
    private final long untold;

    DataFaultsException(List<LocatedFault> faults, long untold) {
        super(faults.stream().map(LocatedFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
        this.untold = untold;
    }

    /** The faults, the first 200 of them at most. */
    public List<LocatedFault> faults() {
        return faults;
    }

    /** How many more there are. */
    public long untold() {
        return untold;
    }
}
