package org.equipoise.simulator.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Mapping;
import org.equipoise.simulator.reading.Node.Scalar;
import org.equipoise.simulator.reading.Node.Sequence;
import org.equipoise.simulator.scenario.Inline;
import org.equipoise.simulator.scenario.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Reads a node as one of the records that a sealed interface permits: for a block of keys the one whose first key is
 * there, else the {@link Inline} one whose only component is of the node's kind.
 */
final class AlternativesReader {
    private final ValueReader values;
    private final RecordReader records;
    private final RecordShape.Book shapes;
    private final FaultLog log;

    AlternativesReader(ValueReader values, RecordReader records, RecordShape.Book shapes, FaultLog log) {
        this.values = values;
        this.records = records;
        this.shapes = shapes;
        this.log = log;
    }

    @Nullable
    Object read(Class<?> type, Spot spot) {
        List<RecordShape> all = shapes.permittedBy(type);
        List<RecordShape> alternatives =
                all.stream().filter(each -> !isInline(each)).toList();
        for (RecordShape inline : all) {
            if (isInline(inline) && isOfKind(inline, spot.node())) {
                return records.readInline(inline, spot);
            }
        }
        if (!(spot.node() instanceof Mapping mapping) || alternatives.isEmpty()) {
            values.addWrongKind(spot, anyOf(all));
            return null;
        }
        List<RecordShape> present = present(alternatives, mapping);
        if (present.size() == 1) {
            return records.read(present.get(0).type(), spot);
        }
        if (present.isEmpty()) {
            addUnrecognised(type, alternatives, mapping, spot);
        } else {
            addAmbiguous(present, mapping, spot);
        }
        return null;
    }

    /** Those whose first key is there, unless it is a further key of another one: {boundary, z} is not {z}. */
    private static List<RecordShape> present(List<RecordShape> alternatives, Mapping mapping) {
        List<RecordShape> begun = alternatives.stream()
                .filter(alternative -> mapping.get(firstKey(alternative)) != null)
                .toList();
        return begun.stream()
                .filter(each -> begun.stream()
                        .noneMatch(other -> other != each && other.names().contains(firstKey(each))))
                .toList();
    }

    private static boolean isInline(RecordShape alternative) {
        return alternative.type().isAnnotationPresent(Inline.class);
    }

    private static boolean isOfKind(RecordShape inline, Node node) {
        return isList(inline) ? node instanceof Sequence : node instanceof Scalar;
    }

    private static boolean isList(RecordShape inline) {
        return inline.keys().get(0).type().getType().getTypeName().startsWith(List.class.getName());
    }

    private static String anyOf(List<RecordShape> all) {
        List<RecordShape> blocks = all.stream().filter(each -> !isInline(each)).toList();
        String bare = all.stream()
                .filter(AlternativesReader::isInline)
                .map(inline -> isList(inline) ? "a list" : "a number")
                .collect(Collectors.joining(" or "));
        return bare.isEmpty() ? oneOf(blocks) : blocks.isEmpty() ? bare : bare + " or " + oneOf(blocks);
    }

    private void addUnrecognised(Class<?> type, List<RecordShape> alternatives, Mapping mapping, Spot spot) {
        List<String> first =
                alternatives.stream().map(AlternativesReader::firstKey).toList();
        for (Entry entry : mapping.entries().values()) {
            String instead = LaterParts.find(type, entry.key());
            if (instead != null) {
                String path = KeyPath.join(spot.path(), entry.key());
                log.add(entry.place(), path, "is not available yet", instead);
                return;
            }
        }
        Optional<String> nearest = mapping.entries().keySet().stream()
                .flatMap(key -> Suggestion.nearest(key, first).stream())
                .findFirst();
        log.add(
                spot,
                "expected " + oneOf(alternatives) + ", found "
                        + (mapping.entries().isEmpty()
                                ? "an empty block"
                                : "{" + String.join(", ", mapping.entries().keySet()) + "}"),
                nearest.map(Suggestion::ask).orElse(""));
    }

    private void addAmbiguous(List<RecordShape> present, Mapping mapping, Spot spot) {
        List<String> keys = present.stream().map(AlternativesReader::firstKey).toList();
        for (Entry entry : mapping.entries().values()) {
            if (keys.contains(entry.key()) && entry.place().line() == 0) {
                String whole = spot.path() + "={" + entry.key() + ": …}";
                log.add(entry.place(), spot.path(), excluding(keys), "to replace all of it: --set '" + whole + "'");
                return;
            }
            if (keys.contains(entry.key())
                    && !entry.place().source().equals(mapping.place().source())) {
                log.add(
                        entry.place(),
                        spot.path(),
                        excluding(keys),
                        "to replace all of it, give whole blocks: " + spot.path() + ": [{" + entry.key() + ": …}, …]");
                return;
            }
        }
        log.add(spot, excluding(keys), "keep one of them");
    }

    private static String excluding(List<String> keys) {
        return String.join(" and ", keys) + " exclude each other";
    }

    private static String oneOf(List<RecordShape> alternatives) {
        return (alternatives.size() == 1 ? "" : "one of ")
                + alternatives.stream().map(RecordShape::label).collect(Collectors.joining(", "));
    }

    private static String firstKey(RecordShape alternative) {
        return alternative.keys().get(0).name();
    }
}
