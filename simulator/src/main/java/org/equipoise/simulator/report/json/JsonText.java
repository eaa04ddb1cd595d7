package org.equipoise.simulator.report.json;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.engine.summary.Estimate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON for programs, one key a line. A number that does not exist, or is not finite, is null. */
public final class JsonText implements AutoCloseable {
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    /** An empty object, open. */
    public JsonText() {
        json = new JsonFactory()
                .createGenerator(
                        new ObjectWriteContext.Base() {
                            @Override
                            public DefaultPrettyPrinter getPrettyPrinter() {
                                return new DefaultPrettyPrinter();
                            }
                        },
                        text);
        json.writeStartObject();
    }

    /** Opens an object under a key; {@link #end} closes it. */
    public JsonText object(String key) {
        json.writeName(key);
        json.writeStartObject();
        return this;
    }

    /** Closes the object that was opened last. */
    public JsonText end() {
        json.writeEndObject();
        return this;
    }

    /** Opens an array under a key; {@link #endArray} closes it. */
    public JsonText array(String key) {
        json.writeName(key);
        json.writeStartArray();
        return this;
    }

    /** Opens an object in the array that was opened last; {@link #end} closes it. */
    public JsonText element() {
        json.writeStartObject();
        return this;
    }

    /** Closes the array that was opened last. */
    public JsonText endArray() {
        json.writeEndArray();
        return this;
    }

    /** Begins an array within an array. */
    JsonText list() {
        json.writeStartArray();
        return this;
    }

    JsonText value(String value) {
        json.writeString(value);
        return this;
    }

    JsonText value(double value) {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
        return this;
    }

    /** Puts a text, or null where there is none. */
    public JsonText put(String key, @Nullable String value) {
        json.writeName(key);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
        return this;
    }

    /** Puts true or false. */
    public JsonText put(String key, boolean value) {
        json.writeName(key);
        json.writeBoolean(value);
        return this;
    }

    /** Puts a whole number. */
    public JsonText put(String key, long value) {
        json.writeName(key);
        json.writeNumber(value);
        return this;
    }

    /** Puts a number; null where it is not finite, which JSON cannot say. */
    public JsonText put(String key, double value) {
        json.writeName(key);
        return value(value);
    }

    /** Puts an array of texts. */
    public JsonText put(String key, List<String> values) {
        array(key);
        values.forEach(this::value);
        return endArray();
    }

    /** Puts an array of numbers. */
    public JsonText numbers(String key, double... values) {
        array(key);
        for (double value : values) {
            value(value);
        }
        return endArray();
    }

    /** Puts an object of numbers by name. */
    public JsonText put(String key, Map<String, Double> values) {
        object(key);
        values.forEach((name, value) -> put(name, value.doubleValue()));
        return end();
    }

    /** Puts a figure with its Monte Carlo error. */
    public JsonText put(String key, Estimate estimate) {
        return object(key).estimate(estimate).end();
    }

    JsonText estimate(Estimate estimate) {
        return put("estimate", estimate.value())
                .put("standardError", estimate.standardError())
                .put("low", estimate.low())
                .put("high", estimate.high());
    }

    /** The whole text, once everything that was begun has been ended. */
    public String finish() {
        json.writeEndObject();
        json.close();
        return text + System.lineSeparator();
    }

    @Override
    public void close() {
        json.close();
    }
}
