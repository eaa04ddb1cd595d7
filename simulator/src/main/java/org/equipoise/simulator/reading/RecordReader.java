package org.equipoise.simulator.reading;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Mapping;
import org.equipoise.simulator.reading.Node.Scalar;
import org.equipoise.simulator.reading.Node.Sequence;
import org.equipoise.simulator.scenario.Fault;
import org.equipoise.simulator.scenario.InvalidScenarioException;
import org.equipoise.simulator.scenario.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Reads a block of keys as a record.
 *
 * <p>Faults should not hide each other. Therefore a record is made even when an optional key of it could not be read,
 * with the key left out: the rules that hold between it and its neighbours can then be checked. Nothing made this way
 * leaves the reader, because there is a fault.
 */
final class RecordReader {
    private final ValueReader values;
    private final RecordShape.Book shapes;
    private final FaultLog log;

    RecordReader(ValueReader values, RecordShape.Book shapes, FaultLog log) {
        this.values = values;
        this.shapes = shapes;
        this.log = log;
    }

    @Nullable
    Object read(Class<?> type, Spot spot) {
        RecordShape shape = shapes.of(type);
        if (!(spot.node() instanceof Mapping mapping)) {
            values.addWrongKind(spot, "a block of keys (" + String.join(", ", shape.names()) + ")");
            return null;
        }
        addUnknownKeys(shape, mapping, spot);
        List<String> lost = new ArrayList<>();
        @Nullable Object[] components = new Object[shape.keys().size()];
        for (int i = 0; i < components.length; i++) {
            RecordShape.Key key = shape.keys().get(i);
            Entry entry = mapping.get(key.name());
            if (entry != null) {
                components[i] = values.read(key.type(), key.range(), spot.child(entry));
            } else if (key.byDefault() != null) {
                components[i] = byDefault(key, key.byDefault(), spot);
            } else if (!key.optional()) {
                log.add(spot.head(), KeyPath.join(spot.path(), key.name()), "is missing", "add it to this block");
            }
            if (components[i] == null && (entry != null || key.isRequired())) {
                lost.add(key.name());
            }
        }
        return lost.isEmpty() ? make(shape, components, spot) : makeWithout(lost, shape, components, spot);
    }

    /** Reads a record that is spelled as its only component. */
    @Nullable
    Object readInline(RecordShape shape, Spot spot) {
        RecordShape.Key only = shape.keys().get(0);
        Object component = values.read(only.type(), only.range(), spot);
        return component == null ? null : make(shape, new @Nullable Object[] {component}, spot);
    }

    private @Nullable Object byDefault(RecordShape.Key key, String spelling, Spot spot) {
        Place here = spot.head();
        Node node = switch (spelling) {
            case "{}" -> Mapping.empty(here);
            case "[]" -> new Sequence(here, List.of());
            default -> new Scalar(here, spelling, false);
        };
        return values.read(key.type(), key.range(), spot.child(new Entry(key.name(), here, node)));
    }

    private @Nullable Object make(RecordShape shape, @Nullable Object[] components, Spot spot) {
        try {
            return shape.make(components);
        } catch (InvalidScenarioException e) {
            addAll(e.faults(), spot);
            return makeWithout(e.faults().stream().map(RecordReader::firstKey).toList(), shape, components);
        }
    }

    private @Nullable Object makeWithout(
            List<String> lost, RecordShape shape, @Nullable Object[] components, Spot spot) {
        addAll(shape.check(components, lost), spot);
        return makeWithout(lost, shape, components);
    }

    /** A stand-in without the keys that are at fault, or null when it cannot do without them. */
    private @Nullable Object makeWithout(List<String> lost, RecordShape shape, @Nullable Object[] components) {
        for (int i = 0; i < components.length; i++) {
            RecordShape.Key key = shape.keys().get(i);
            if (lost.contains(key.name())) {
                if (key.isRequired()) {
                    return null;
                }
                String spelling = key.byDefault();
                components[i] = spelling == null ? null : byDefault(key, spelling, NOWHERE);
            }
        }
        try {
            return shape.make(components);
        } catch (InvalidScenarioException e) {
            return null;
        }
    }

    private static final Spot NOWHERE = Spot.root(Mapping.empty(Place.of("")));

    private static String firstKey(Fault fault) {
        int dot = fault.path().indexOf('.');
        return dot < 0 ? fault.path() : fault.path().substring(0, dot);
    }

    private void addAll(List<Fault> faults, Spot spot) {
        if (!log.tellsRules()) {
            return;
        }
        for (Fault fault : faults) {
            Spot at = log.isFull() ? spot : spot.find(fault.path());
            if (!log.has(at.path()) || log.isFull()) {
                log.add(at, fault.problem(), remedy(fault, spot));
            }
        }
    }

    /** Where keys do not go together since one of them was set from outside, the whole block can be. */
    private static String remedy(Fault fault, Spot block) {
        boolean excludes =
                fault.remedy().startsWith("leave it out") || fault.remedy().startsWith("keep one of them");
        if (!excludes || fault.path().indexOf('.') >= 0 || !(block.node() instanceof Mapping mapping)) {
            return fault.remedy();
        }
        return mapping.entries().values().stream()
                .filter(entry -> entry.place().line() == 0)
                .findFirst()
                .map(entry -> "to replace all of it: --set '" + block.path() + "={" + entry.key() + ": …}'")
                .orElse(fault.remedy());
    }

    private void addUnknownKeys(RecordShape shape, Mapping mapping, Spot spot) {
        List<String> known = shape.names();
        for (Entry entry : mapping.entries().values()) {
            if (!known.contains(entry.key())) {
                String path = KeyPath.join(spot.path(), entry.key());
                String instead = LaterParts.find(shape.type(), entry.key());
                if (instead != null) {
                    log.add(entry.place(), path, "is not available yet", instead);
                } else {
                    String remedy = log.isFull() ? "" : Suggestion.among(entry.key(), known);
                    log.add(entry.place(), path, "unknown key", remedy);
                }
            }
        }
    }
}
