package org.equipoise.simulator.reading;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sweep: a base scenario, and what varies in it. Either every scenario of it is valid, or all faults are told
 * at once, those of the sweep and those of its base, each with its line and column.
 *
 * <p>The base is parsed once; each scenario is the base with values put at their paths, read and checked as any
 * scenario is. Designs vary slowest, then assumptions, then the paths of {@code vary} in the order of the file, then
 * the blocks of {@code together}; a sample varies fastest.
 */
public final class SweepReader {
    /** Most values of all axes together. */
    static final int MOST_VALUES = 1_000_000;

    /** Most scenarios of a sweep. */
    static final int MOST_SCENARIOS = 100_000;

    /** Most paths that a sweep varies. */
    static final int MOST_COLUMNS = 100;

    private final String source;
    private final FaultLog log;
    private final RecordShape.Book shapes = new RecordShape.Book();

    private SweepReader(String source, FaultLog log) {
        this.source = source;
        this.log = log;
        log.expect(source);
    }

    /**
     * Reads a file.
     *
     * @param overrides of the base, each {@code PATH=VALUE}
     * @throws ScenarioFaultsException when it cannot be read, or is not a valid sweep with these overrides
     */
    public static ReadSweep read(Path file, List<String> overrides) {
        FaultLog log = new FaultLog();
        return new SweepReader(file.toString(), log).sweepOf(SourceText.of(file, log), file, overrides);
    }

    /**
     * Reads a text as if it stood in a file.
     *
     * @param file its directory is where the base's name begins; it need not exist
     * @param overrides of the base, each {@code PATH=VALUE}
     * @throws ScenarioFaultsException when it is not a valid sweep with these overrides
     */
    public static ReadSweep read(String text, Path file, List<String> overrides) {
        FaultLog log = new FaultLog();
        return new SweepReader(file.toString(), log)
                .sweepOf(SourceText.checked(text, file.toString(), log), file, overrides);
    }

    /** Whether a file can be read and says that it is a sweep, be it a valid one or not. */
    public static boolean isSweep(Path file) {
        FaultLog log = new FaultLog();
        String text = SourceText.of(file, log);
        Mapping root = text == null ? null : ScenarioReader.root(text, file.toString(), log);
        return root != null && sign(root).isPresent();
    }

    /** The key by which a file shows that it is a sweep. */
    static Optional<Entry> sign(Mapping root) {
        return Stream.of("sweep", "vary")
                .map(root::get)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private ReadSweep sweepOf(@Nullable String text, Path file, List<String> overrides) {
        Mapping root = text == null ? null : ScenarioReader.root(text, source, log);
        ReadSweep read = root == null ? null : sweep(root, file, overrides);
        log.throwIfAny();
        if (read == null) {
            throw new IllegalStateException("a sweep without faults could not be made");
        }
        return read;
    }

    private @Nullable ReadSweep sweep(Mapping root, Path file, List<String> overrides) {
        Entry trial = root.get("trial");
        if (trial != null && sign(root).isEmpty()) {
            log.add(
                    trial.place(),
                    "trial",
                    "this is one scenario, not a sweep",
                    "run it: equipoise run FILE; a sweep begins with sweep: NAME");
            return null;
        }
        SweepFile sweep = (SweepFile) new ValueReader(shapes, log).read(SweepFile.class, null, Spot.root(root));
        if (sweep == null) {
            return null;
        }
        checkName(sweep, root);
        Mapping base = new SweepBase(sweep, root, shapes, log).read(file);
        SweepPaths paths = new SweepPaths(log);
        SweepCommon common = new SweepCommon(Spot.root(root), paths, log);
        SweepAxes found = SweepAxes.of(sweep, Spot.root(root), paths, log);
        checkSize(root, found);
        if (base == null) {
            return null;
        }
        List<Axis> axes = found.axes();
        SweepScenarios scenarios = new SweepScenarios(common.in(base, overrides), axes, shapes, source);
        if (log.hasAny()) {
            scenarios.tellValuesAlone(log);
            return null;
        }
        List<SweepCase> cases = scenarios.read(log);
        return log.hasAny() ? null : ReadSweep.crossed(sweep.sweep(), axes, cases);
    }

    private void checkName(SweepFile sweep, Mapping root) {
        if (!sweep.sweep().matches("[A-Za-z0-9._-]{1,200}")) {
            log.add(
                    Spot.root(root).find("sweep"),
                    "is not an identifier: '" + sweep.sweep() + "'",
                    "use up to 200 letters, digits, '.', '_' and '-'");
        }
    }

    private void checkSize(Mapping root, SweepAxes found) {
        BigInteger size = found.size();
        if (size.compareTo(BigInteger.valueOf(MOST_SCENARIOS)) > 0) {
            log.add(
                    root.place(),
                    "",
                    "asks for " + words(size) + " scenarios (" + found.factors() + "), at most "
                            + String.format(Locale.ROOT, "%,d", MOST_SCENARIOS) + " are allowed",
                    "give fewer values, or draw a sample of them: sample: {points: 1000, of: {PATH: {from: …, to: …}}}");
        } else if (!found.isComplete()) {
            log.add(
                    root.place(),
                    "",
                    "holds more than " + String.format(Locale.ROOT, "%,d", MOST_VALUES) + " values",
                    "vary fewer paths, or give them fewer values");
        }
        int columns =
                found.axes().stream().mapToInt(axis -> axis.columns().size()).sum();
        if (columns > MOST_COLUMNS) {
            log.add(root.place(), "", "varies " + columns + " paths, at most " + MOST_COLUMNS + " are allowed", "");
        }
        if (columns == 0 && !log.hasAny()) {
            log.add(root.place(), "", "varies nothing", "add vary: {PATH: [VALUE, VALUE]}");
        }
    }

    private static String words(BigInteger size) {
        return size.bitLength() < Long.SIZE ? String.format(Locale.ROOT, "%,d", size) : "more than 10^18";
    }
}
