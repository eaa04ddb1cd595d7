package org.equipoise.benchmarks.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts measuring JVMs: the Java and class path of this one, and the options that the launcher gives to Equipoise.
 *
 * <p>Beside these, {@code -Xbatch}: the program waits while a method is compiled, so that every JVM compiles the same
 * methods with the same knowledge of them.
 */
public final class Fork {
    private final String mainClass;

    /** Forks that run {@link Probe}. */
    public Fork() {
        this(Probe.class);
    }

    /**
     * Forks that run another main class.
     *
     * @param mainClass prints a {@link Reading}
     */
    public Fork(Class<?> mainClass) {
        this.mainClass = mainClass.getName();
    }

    /**
     * Runs one and waits for its reading.
     *
     * @throws IllegalStateException when it fails
     */
    public Reading run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xbatch",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output;
            try (InputStream stream = process.getInputStream()) {
                output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
            int status = process.waitFor();
            return output.lines()
                    .filter(Reading::isOne)
                    .findFirst()
                    .map(Reading::of)
                    .orElseThrow(() -> new IllegalStateException("the measuring JVM ended with status " + status
                            + " and without a reading. It was started by\n" + String.join(" ", command)
                            + "\nand said\n" + output));
        } catch (IOException e) {
            throw new IllegalStateException("cannot start a measuring JVM: " + String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a measuring JVM was at work", e);
        }
    }
}
