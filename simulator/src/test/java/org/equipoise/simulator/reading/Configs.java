package org.equipoise.simulator.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scenarios and sweeps in {@code configs}, for tests. */
final class Configs {
    static final Path DIRECTORY = Path.of("..", "configs");

    private Configs() {}

    static List<Path> scenarios() {
        return files(false);
    }

    static List<Path> sweeps() {
        return files(true);
    }

    private static List<Path> files(boolean sweeps) {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> SweepReader.isSweep(file) == sweeps)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path baseFile() {
        return DIRECTORY.resolve("haic-tace-176.yaml");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String base() {
        return text(baseFile());
    }

    /** A small valid scenario without a comment; one key on each line. */
    static String small() {
        return """
                trial: T
                arms:
                  A: {role: control}
                  B: {role: experimental, allocation: 1}
                enrolment:
                  patients: 100
                  duration: 10
                randomisation: {blockSize: 4}
                endpoints:
                  PFS:
                    model:
                      A: {median: 6}
                      B: {hazardRatio: 0.6}
                dropout:
                  all: {probability: 0.05, by: 12}
                analysis:
                  alpha: 0.025
                  looks:
                    - {events: 50}
                    - {events: 80}
                  efficacy: {z: [3, 2]}
                simulation:
                  replicates: 1000
                  seed: 1
                """;
    }
}
