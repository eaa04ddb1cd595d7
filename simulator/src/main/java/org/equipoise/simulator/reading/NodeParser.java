package org.equipoise.simulator.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.reading.Node.Entry;
import org.equipoise.simulator.reading.Node.Mapping;
import org.equipoise.simulator.reading.Node.Scalar;
import org.equipoise.simulator.reading.Node.Sequence;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Parses YAML 1.2, of which JSON is a part, into {@link Node}s.
 *
 * <p>The library gives the structure and the places. Whether a scalar stands in quotes, and the name of an anchor, are
 * looked up in the text itself: the token stream does not tell them. An alias yields the node of its anchor, shared;
 * what aliases may add up to is bounded, so that a small file cannot stand for a huge one. Tags, merge keys and further
 * documents are refused.
 */
final class NodeParser {
    private static final int DEEPEST = 50;
    private static final int MOST_VALUES_BY_ALIAS = 20_000;

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Turns a line and column of the text, from 1, into a place. */
    interface Locator {
        Place at(int line, int column);
    }

    private record Anchored(Node node, int values, int depth) {}

    private final int[] text;
    private final YAMLParser parser;
    private final Locator locator;
    private final FaultLog log;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int values;
    private int deepest;

    private NodeParser(String text, YAMLParser parser, Locator locator, FaultLog log) {
        this.text = text.codePoints().toArray();
        this.parser = parser;
        this.locator = locator;
        this.log = log;
    }

    /** The node that a text holds; null when it holds none or cannot be parsed, which is noted. */
    static @Nullable Node parse(String text, Locator locator, FaultLog log) {
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), spaced(text))) {
            return new NodeParser(text, (YAMLParser) parser, locator, log).document();
        } catch (SyntaxFault fault) {
            log.add(locator.at(fault.line(), fault.column()), "", fault.problem(), fault.remedy());
        } catch (JacksonException e) {
            SyntaxFault fault = SyntaxWords.of(e);
            log.add(locator.at(fault.line(), fault.column()), "", fault.problem(), fault.remedy());
        }
        return null;
    }

    /** JSON may be indented by tabs, YAML may not. */
    private static String spaced(String text) {
        return text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
    }

    private @Nullable Node document() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            log.add(locator.at(1, 1), "", "is empty", "begin with trial: NAME, or a sweep with sweep: NAME");
            return null;
        }
        Node root = value(first, 1, "");
        if (parser.nextToken() != null) {
            throw fault("a second document begins here", "put each scenario into a file of its own");
        }
        return root;
    }

    private Node value(JsonToken token, int depth, String path) {
        if (parser.getTypeId() != null) {
            throw fault(SyntaxWords.TAG, SyntaxWords.UNTAG);
        }
        if (depth > DEEPEST) {
            throw fault("is nested more than " + DEEPEST + " deep", "");
        }
        deepest = Math.max(deepest, depth);
        values++;
        if (parser.isCurrentAlias()) {
            return alias(depth);
        }
        int start = start();
        String anchor = anchor(start);
        if (anchor == null) {
            return plain(token, start, depth, path);
        }
        anchors.remove(anchor);
        int valuesBefore = values;
        int deepestBefore = deepest;
        deepest = depth;
        Node node = plain(token, afterAnchor(start), depth, path);
        anchors.put(anchor, new Anchored(node, values - valuesBefore, deepest - depth));
        deepest = Math.max(deepest, deepestBefore);
        return node;
    }

    private Node plain(JsonToken token, int start, int depth, String path) {
        Place place = place();
        return switch (token) {
            case START_OBJECT -> mapping(place, depth, path);
            case START_ARRAY -> sequence(place, depth, path);
            default -> new Scalar(place, String.valueOf(parser.getString()), isQuoted(start));
        };
    }

    private Node alias(int depth) {
        String name = String.valueOf(parser.getString());
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw fault("no finished value is called '&" + name + "'", "name a value that stands above");
        }
        values += anchored.values();
        deepest = Math.max(deepest, depth + anchored.depth());
        if (values > MOST_VALUES_BY_ALIAS || deepest > DEEPEST) {
            throw fault("the aliases of this file add up to too much", "write the values out");
        }
        return anchored.node();
    }

    private Mapping mapping(Place place, int depth, String path) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = String.valueOf(parser.currentName());
            if (key.equals("<<")) {
                throw fault("merge keys ('<<') are not part of the language", "write the keys out");
            }
            Place keyPlace = place();
            String keyPath = KeyPath.join(path, key);
            Entry entry = new Entry(key, keyPlace, value(parser.nextToken(), depth + 1, keyPath));
            Entry first = entries.putIfAbsent(key, entry);
            if (first != null) {
                String where = first.place().line() > 0
                        ? ", first at line " + first.place().line()
                        : "";
                log.add(keyPlace, keyPath, "stands twice in this block" + where, "keep one of them");
            }
        }
        return new Mapping(place, entries);
    }

    private Sequence sequence(Place place, int depth, String path) {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token, depth + 1, KeyPath.join(path, Integer.toString(items.size()))));
        }
        return new Sequence(place, items);
    }

    private Place place() {
        TokenStreamLocation here = parser.currentTokenLocation();
        return locator.at(here.getLineNr(), here.getColumnNr());
    }

    private SyntaxFault fault(String problem, String remedy) {
        TokenStreamLocation here = parser.currentTokenLocation();
        return new SyntaxFault(here.getLineNr(), here.getColumnNr(), problem, remedy);
    }

    /** Where the current token begins in the text. */
    private int start() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private boolean isQuoted(int at) {
        int c = charAt(at);
        return c == '"' || c == '\'' || c == '|' || c == '>';
    }

    private @Nullable String anchor(int at) {
        if (charAt(at) != '&') {
            return null;
        }
        return new String(text, at + 1, endOfAnchor(at) - at - 1);
    }

    private int afterAnchor(int at) {
        int i = endOfAnchor(at);
        while (Character.isWhitespace(charAt(i))) {
            i++;
        }
        return i;
    }

    private int endOfAnchor(int at) {
        int i = at + 1;
        while (charAt(i) > ' ' && ",[]{}".indexOf(charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    /** The character at an index; 0 beyond the end. */
    private int charAt(int at) {
        return at >= 0 && at < text.length ? text[at] : 0;
    }
}
