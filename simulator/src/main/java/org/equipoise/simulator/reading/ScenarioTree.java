package org.equipoise.simulator.reading;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.simulator.scenario.Inline;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as its file spells it: blocks of keys as maps, lists, and values that are text, numbers, or true or false.
 * Keys stand in the order of the records, and names in alphabetical order, except those of the arms, whose order
 * counts.
 */
final class ScenarioTree {
    private static final String ORDERED = "arms";

    /** Java makes the array anew each time that it is asked for. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private ScenarioTree() {}

    static Map<String, @Nullable Object> of(Scenario scenario) {
        return block(scenario);
    }

    private static @Nullable Object value(@Nullable Object value, String key) {
        if (value instanceof Record record) {
            return record.getClass().isAnnotationPresent(Inline.class)
                    ? value(valueOf(record, COMPONENTS.get(record.getClass())[0]), "")
                    : block(record);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> names = key.equals(ORDERED) ? new LinkedHashMap<>() : new TreeMap<>();
            map.forEach((name, entry) -> names.put(String.valueOf(name), value(entry, "")));
            return names;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(value(item, "")));
            return items;
        }
        return value instanceof Enum<?> constant ? Spelling.of(constant) : value;
    }

    private static Map<String, @Nullable Object> block(Record record) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            Object value = valueOf(record, component);
            if (value != null) {
                keys.put(component.getName(), value(value, component.getName()));
            }
        }
        return keys;
    }

    private static @Nullable Object valueOf(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("component that cannot be read: " + component, e);
        }
    }
}
