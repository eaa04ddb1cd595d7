package org.equipoise.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files under {@code reference}; the README there says where their values come from. */
public final class ReferenceFiles {
    private ReferenceFiles() {}

    /** All of a file, by its path below {@code reference}. */
    public static String text(String file) {
        try (InputStream stream = ReferenceFiles.class.getResourceAsStream("/reference/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as JSON. */
    public static JsonNode json(String file) {
        return JsonMapper.shared().readTree(text(file));
    }

    /** The cases of a file: all of an array, or what stands under {@code cases}. */
    public static List<JsonNode> cases(String file) {
        JsonNode json = json(file);
        return StreamSupport.stream((json.isArray() ? json : json.get("cases")).spliterator(), false)
                .toList();
    }
}
