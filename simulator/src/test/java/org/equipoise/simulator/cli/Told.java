package org.equipoise.simulator.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command tells, run within the test. */
record Told(int status, String out, String err) {
    static final Path CONFIGS = Path.of("..", "configs");
    static final String BASE = CONFIGS.resolve("haic-tace-176.yaml").toString();

    static Told by(String... arguments) {
        return by(new Interruption(), arguments);
    }

    static Told by(Interruption interruption, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(printer(out), printer(err));
        int status = Equipoise.run(console, interruption, arguments);
        console.flush();
        interruption.finish(status);
        return new Told(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return json(out);
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    static JsonNode json(Path file) {
        return json(text(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /** Those that can be simulated: all but binary and continuous endpoints. */
    static List<Path> scenarios() {
        try (var files = Files.list(CONFIGS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !text(file).contains("\nsweep:"))
                    .filter(file -> !text(file).contains("type: binary"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
