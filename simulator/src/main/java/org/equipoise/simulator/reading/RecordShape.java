package org.equipoise.simulator.reading;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.scenario.Default;
import org.equipoise.simulator.scenario.Fault;
import org.equipoise.simulator.scenario.Faults;
import org.equipoise.simulator.scenario.InvalidScenarioException;
import org.equipoise.simulator.scenario.Range;
import org.jspecify.annotations.Nullable;

/**
 * What the declaration of a record says about the block of keys that spells it.
 *
 * @param type the record
 * @param constructor of all its components
 * @param keys its components, in order
 * @param rules its static method {@code check}, or null
 */
record RecordShape(
        Class<?> type,
        Constructor<?> constructor,
        List<Key> keys,
        @Nullable Method rules) {

    /**
     * One component.
     *
     * @param name its key
     * @param type its type
     * @param range the range of its number or numbers, or null
     * @param byDefault the spelling of its default, or null
     * @param optional whether it may be null
     */
    record Key(
            String name,
            AnnotatedType type,
            @Nullable Range range,
            @Nullable String byDefault,
            boolean optional) {
        boolean isRequired() {
            return byDefault == null && !optional;
        }
    }

    /** Shapes seen so far; one book for each thread's reading, so nothing is shared. */
    static final class Book {
        private final Map<Class<?>, RecordShape> shapes = new HashMap<>();
        private final Map<Class<?>, List<RecordShape>> alternatives = new HashMap<>();

        RecordShape of(Class<?> type) {
            RecordShape known = shapes.get(type);
            if (known == null) {
                known = declared(type);
                shapes.put(type, known);
            }
            return known;
        }

        /**
         * Those of the records that a sealed interface permits, at any depth, in the order of its clause. Without one
         * the order is the compiler's, and changes with the files that are compiled together.
         */
        List<RecordShape> permittedBy(Class<?> type) {
            List<RecordShape> known = alternatives.get(type);
            if (known == null) {
                List<RecordShape> leaves = new ArrayList<>();
                for (Class<?> permitted : type.getPermittedSubclasses()) {
                    leaves.addAll(permitted.isRecord() ? List.of(of(permitted)) : permittedBy(permitted));
                }
                known = List.copyOf(leaves);
                alternatives.put(type, known);
            }
            return known;
        }
    }

    private static RecordShape declared(Class<?> type) {
        List<Key> keys = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType declared = component.getAnnotatedType();
            Default byDefault = component.getAnnotation(Default.class);
            keys.add(new Key(
                    component.getName(),
                    declared,
                    component.getAnnotation(Range.class),
                    byDefault == null ? null : byDefault.value(),
                    declared.isAnnotationPresent(Nullable.class)));
        }
        Method rules = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("check"))
                .findFirst()
                .orElse(null);
        return new RecordShape(type, constructor(type), List.copyOf(keys), rules);
    }

    private static Constructor<?> constructor(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("record without an accessible constructor: " + type, e);
        }
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    /** How the record is spelled, by the keys it cannot do without: {@code {survival, at}}. */
    String label() {
        return "{"
                + String.join(
                        ", ",
                        keys.stream().filter(Key::isRequired).map(Key::name).toList()) + "}";
    }

    /**
     * The record made of these components.
     *
     * @throws InvalidScenarioException when they do not fit together
     */
    Object make(@Nullable Object[] components) {
        try {
            return constructor.newInstance(components);
        } catch (InvocationTargetException e) {
            throw unwrapped(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record without an accessible constructor: " + type, e);
        }
    }

    /**
     * What the rules of the record say about those of its components that could be made; the others are null and named
     * unknown.
     */
    List<Fault> check(@Nullable Object[] components, List<String> unknown) {
        if (rules == null) {
            return List.of();
        }
        Faults faults = Faults.without(unknown);
        @Nullable Object[] arguments = new Object[components.length + 1];
        arguments[0] = faults;
        System.arraycopy(components, 0, arguments, 1, components.length);
        try {
            rules.setAccessible(true);
            rules.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw unwrapped(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("rules that cannot be called: " + rules, e);
        }
        return faults.found();
    }

    private static RuntimeException unwrapped(InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException cause) {
            return cause;
        }
        return new IllegalStateException(e);
    }
}
