package org.equipoise.simulator.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts about the scenario language that travel with the program. */
public final class ScenarioSchema {
    private ScenarioSchema() {}

    /** The JSON Schema of the language, draft 2020-12: {@code configs/schema/scenario.schema.json}. */
    public static String text() {
        return resource("scenario.schema.json");
    }

    /** The JSON Schema of sweep files: {@code configs/schema/sweep.schema.json}. */
    public static String ofSweeps() {
        return resource("sweep.schema.json");
    }

    /** A scenario to start from: valid as it stands, with every default as a comment. */
    public static String startingScenario() {
        return resource("init.yaml");
    }

    private static String resource(String name) {
        try (InputStream in = ScenarioSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not part of this build: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
