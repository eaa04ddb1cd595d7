package org.equipoise.simulator.scenario;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the faults of one record.
 *
 * <p>The range of a single number stands in its {@link Range} annotation. A record with rules between its components
 * states them in a static method {@code check(Faults, …)} that takes its components, boxed and in order, each of which
 * may be null. The compact constructor runs both; a reader that could not make every component runs them on what it
 * has, so that all faults of a file are told at once.
 */
public final class Faults {
    /** Java makes the array anew each time that it is asked for. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private final List<Fault> found = new ArrayList<>();
    private final Set<String> unknown;

    private Faults(Set<String> unknown) {
        this.unknown = unknown;
    }

    /**
     * No faults so far, in a record some of whose components are given but could not be made: they are null without
     * being left out.
     */
    public static Faults without(Collection<String> unknown) {
        return new Faults(Set.copyOf(unknown));
    }

    /** Whether a component that is null was left out, as far as is known. */
    public boolean isLeftOut(String component, @Nullable Object value) {
        return value == null && !unknown.contains(component);
    }

    /** Checks the ranges of the components of a record; a null component is passed over. */
    public static Faults of(Class<? extends Record> type, @Nullable Object... components) {
        Faults faults = new Faults(Set.of());
        RecordComponent[] declared = COMPONENTS.get(type);
        for (int i = 0; i < declared.length; i++) {
            Range range = declared[i].getAnnotation(Range.class);
            if (range != null) {
                faults.checkRange(declared[i].getName(), components[i], range);
            }
        }
        return faults;
    }

    private void checkRange(String path, @Nullable Object value, Range range) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                checkRange(path + "." + i, list.get(i), range);
            }
        } else if (value instanceof Number number && !contains(range, number.doubleValue())) {
            add(path, "must be " + words(range) + ", was " + number, "");
        }
    }

    /** Whether a number lies in a range. */
    public static boolean contains(Range range, double value) {
        return value >= range.atLeast() && value <= range.atMost() && value > range.above() && value < range.below();
    }

    /** The range in words: {@code above 0 and at most 1000}. */
    public static String words(Range range) {
        List<String> parts = new ArrayList<>();
        addBound(parts, "at least ", range.atLeast());
        addBound(parts, "above ", range.above());
        addBound(parts, "at most ", range.atMost());
        addBound(parts, "below ", range.below());
        return parts.isEmpty() ? "a finite number" : String.join(" and ", parts);
    }

    private static void addBound(List<String> parts, String relation, double bound) {
        if (!Double.isInfinite(bound)) {
            parts.add(relation + plain(bound));
        }
    }

    /** A number as a person writes it: {@code 1000}, {@code 0.05}. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Notes when neither or both of two keys are given. */
    public void requireOneOf(String first, @Nullable Object firstValue, String second, @Nullable Object secondValue) {
        if (isLeftOut(first, firstValue) && isLeftOut(second, secondValue)) {
            add("", "neither " + first + " nor " + second + " is given", "give one of them");
        } else if (firstValue != null && secondValue != null) {
            add(second, first + " and " + second + " are both given", "keep one of them");
        }
    }

    /** Runs further checks. */
    public Faults and(Consumer<Faults> checks) {
        checks.accept(this);
        return this;
    }

    /** Notes a fault at {@code path} (relative to the record, dotted, empty for the record itself). */
    public void add(String path, String problem, String remedy) {
        found.add(new Fault(path, problem, remedy));
    }

    /** The faults so far. */
    public List<Fault> found() {
        return List.copyOf(found);
    }

    /** Ends the checks. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidScenarioException(found);
        }
    }
}
