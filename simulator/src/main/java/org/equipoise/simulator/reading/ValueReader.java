package org.equipoise.simulator.reading;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Mapping;
import org.equipoise.simulator.reading.Node.Scalar;
import org.equipoise.simulator.reading.Node.Sequence;
import org.equipoise.simulator.scenario.Range;
import org.jspecify.annotations.Nullable;

/** Reads a node as a value of a given type. Null means that it could not be made, and that the log says why. */
final class ValueReader {
    private final FaultLog log;
    private final RecordReader records;
    private final AlternativesReader alternatives;

    ValueReader(RecordShape.Book shapes, FaultLog log) {
        this.log = log;
        records = new RecordReader(this, shapes, log);
        alternatives = new AlternativesReader(this, records, shapes, log);
    }

    @Nullable
    Object read(AnnotatedType type, @Nullable Range range, Spot spot) {
        if (log.isFull()) {
            return null;
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            AnnotatedType last = arguments[arguments.length - 1];
            return rawClass(type.getType()) == List.class ? list(last, range, spot) : map(last, range, spot);
        }
        return read(rawClass(type.getType()), range, spot);
    }

    @Nullable
    Object read(Class<?> type, @Nullable Range range, Spot spot) {
        if (type == double.class || type == Double.class) {
            return Numbers.real(spot, range, log);
        }
        if (type == int.class || type == Integer.class) {
            Long value = Numbers.whole(spot, range, Integer.MIN_VALUE, Integer.MAX_VALUE, log);
            return value == null ? null : (Integer) value.intValue();
        }
        if (type == long.class || type == Long.class) {
            return Numbers.whole(spot, range, Long.MIN_VALUE, Long.MAX_VALUE, log);
        }
        if (type == BigDecimal.class) {
            return Numbers.decimal(spot, range, log);
        }
        if (type == Node.class) {
            return spot.node();
        }
        if (type == boolean.class || type == Boolean.class) {
            return Scalars.truth(spot, log);
        }
        if (type == String.class) {
            return Scalars.text(spot, log);
        }
        if (type.isEnum()) {
            return Scalars.constant(type, spot, log);
        }
        return type.isRecord() ? records.read(type, spot) : alternatives.read(type, spot);
    }

    private @Nullable Object list(AnnotatedType element, @Nullable Range range, Spot spot) {
        if (!(spot.node() instanceof Sequence sequence)) {
            addWrongKind(spot, "a list");
            return null;
        }
        boolean mayBeEmpty = element.isAnnotationPresent(Nullable.class);
        List<@Nullable Object> values = new ArrayList<>();
        boolean complete = true;
        for (int i = 0; i < sequence.items().size(); i++) {
            Node item = sequence.items().get(i);
            boolean skipped = mayBeEmpty && item instanceof Scalar scalar && scalar.isEmpty();
            Object value = skipped ? null : read(element, range, spot.child(i, item));
            complete &= skipped || value != null;
            values.add(value);
        }
        return complete ? values : null;
    }

    private @Nullable Object map(AnnotatedType element, @Nullable Range range, Spot spot) {
        if (!(spot.node() instanceof Mapping mapping)) {
            addWrongKind(spot, "a block of names");
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Entry entry : mapping.entries().values()) {
            Object value = read(element, range, spot.child(entry));
            if (value != null) {
                values.put(entry.key(), value);
            }
        }
        boolean complete = values.size() == mapping.entries().size();
        return complete || element.isAnnotationPresent(Separate.class) ? values : null;
    }

    /** Notes a node that is not what it should be. */
    void addWrongKind(Spot spot, String expected) {
        if (spot.node() instanceof Scalar scalar && scalar.isEmpty()) {
            Scalars.addEmpty(spot, log);
        } else {
            log.add(spot, "expected " + expected + ", found " + spot.node().words(), "");
        }
    }

    private static Class<?> rawClass(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }
}
