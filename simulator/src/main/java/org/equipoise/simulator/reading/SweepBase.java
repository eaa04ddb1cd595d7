package org.equipoise.simulator.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.equipoise.simulator.reading.Node.Mapping;
import org.jspecify.annotations.Nullable;

/** The scenario that a sweep varies. */
final class SweepBase {
    private final SweepFile sweep;
    private final Spot named;
    private final RecordShape.Book shapes;
    private final FaultLog log;

    /**
     * The base that a sweep names.
     *
     * @param root the keys of the sweep
     */
    SweepBase(SweepFile sweep, Mapping root, RecordShape.Book shapes, FaultLog log) {
        this.sweep = sweep;
        this.named = Spot.root(root).find("base");
        this.shapes = shapes;
        this.log = log;
    }

    /**
     * The keys of the base, which are a valid scenario; null when they are not, which is noted.
     *
     * @param file the sweep's
     */
    @Nullable
    Mapping read(Path file) {
        Path path;
        try {
            path = file.resolveSibling(sweep.base());
        } catch (InvalidPathException e) {
            add("cannot be the name of a file: '" + sweep.base() + "'", "name the scenario's file");
            return null;
        }
        if (isSame(file, path)) {
            add("names the sweep itself", "name the scenario that it varies");
            return null;
        }
        FaultLog own = new FaultLog();
        String text = SourceText.of(path, own);
        Mapping root = text == null ? null : ScenarioReader.root(text, path.toString(), own);
        if (root != null && SweepReader.sign(root).isPresent()) {
            add("'" + sweep.base() + "' is a sweep itself", "name the scenario that it varies");
            return null;
        }
        if (root != null) {
            ScenarioReader.readToSimulate(root, shapes, own);
        }
        own.faults().forEach(this::tell);
        return own.hasAny() ? null : root;
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    /** What is wrong with the file as a whole is told where the sweep names it. */
    private void tell(LocatedFault fault) {
        if (fault.line() == 0) {
            add("'" + fault.source() + "': " + fault.problem(), fault.remedy());
        } else {
            log.add(fault);
        }
    }

    private void add(String problem, String remedy) {
        log.add(named, problem, remedy);
    }
}
