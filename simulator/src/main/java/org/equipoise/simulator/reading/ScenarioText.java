package org.equipoise.simulator.reading;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Writes a scenario in the scenario language, defaults spelled out. Read again, it is the same scenario, with the same
 * {@link ScenarioHash hash}.
 */
public final class ScenarioText {
    private static final double MOST_PLAIN = 1e15;

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private ScenarioText() {}

    /** The scenario as YAML. */
    public static String of(Scenario scenario) {
        StringWriter text = new StringWriter();
        try (JsonGenerator yaml = YAML.createGenerator(ObjectWriteContext.empty(), text)) {
            write(ScenarioTree.of(scenario), yaml);
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator yaml) {
        if (value instanceof Map<?, ?> map) {
            yaml.writeStartObject();
            map.forEach((key, entry) -> {
                yaml.writeName(String.valueOf(key));
                write(entry, yaml);
            });
            yaml.writeEndObject();
        } else if (value instanceof List<?> list) {
            yaml.writeStartArray();
            list.forEach(item -> write(item, yaml));
            yaml.writeEndArray();
        } else if (value instanceof String words) {
            yaml.writeString(words);
        } else if (value instanceof Boolean truth) {
            yaml.writeBoolean(truth);
        } else if (value == null) {
            yaml.writeNull();
        } else {
            yaml.writeNumber(number(value));
        }
    }

    /** The values of a scenario by their dotted paths, each as the file would spell it; not where they come from. */
    public static Map<String, String> values(Scenario scenario) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, @Nullable Object> tree = ScenarioTree.of(scenario);
        tree.remove(SourceRules.KEY);
        collect(tree, "", values);
        return values;
    }

    private static void collect(@Nullable Object value, String path, Map<String, String> values) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> collect(entry, KeyPath.join(path, String.valueOf(key)), values));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), KeyPath.join(path, Integer.toString(i)), values);
            }
        } else {
            values.put(path, value instanceof Double ? number(value) : String.valueOf(value));
        }
    }

    /** A number as a file would spell it. */
    static String number(Object value) {
        return value instanceof Double real && real == Math.rint(real) && Math.abs(real) < MOST_PLAIN
                ? Long.toString(real.longValue())
                : value.toString();
    }
}
