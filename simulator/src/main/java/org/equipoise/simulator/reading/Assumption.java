package org.equipoise.simulator.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * A value that a scenario gives, and where it comes from.
 *
 * @param path of the value in the file
 * @param value on one line, as a file could spell it
 * @param source what the file says about it; null where it says nothing
 */
public record Assumption(
        String path, String value, @Nullable String source) {
    /** What nobody decides, and a margin, which somebody must justify. */
    private static final Pattern ASSUMED = Pattern.compile("(enrolment\\.(patients|rates|duration)"
            + "|endpoints\\.[^.\"]+\\.model|endpoints\\.\"(\"\"|[^\"])+\"\\.model|dropout|analysis\\.test\\.hazardRatioH0)"
            + "(\\..*)?");

    /**
     * Every value of a scenario that has a source, and every one that should have: enrolment, models, dropout, and a
     * margin. In the order of the scenario; a list is one value unless one of its entries has a source of its own.
     */
    public static List<Assumption> of(Scenario scenario) {
        Map<String, @Nullable Object> tree = ScenarioTree.of(scenario);
        tree.remove(SourceRules.KEY);
        Register register = new Register(scenario);
        tree.forEach((key, value) -> register.add(List.of(key), value));
        return List.copyOf(register.found);
    }

    /** Collects, from the top down. */
    private static final class Register {
        private final Map<List<String>, String> sources;
        private final Set<List<String>> above = new HashSet<>();
        private final boolean margin;
        private final List<Assumption> found = new ArrayList<>();

        Register(Scenario scenario) {
            margin = scenario.analysis().test().hazardRatioH0() != 1;
            sources = scenario.sources().entrySet().stream()
                    .filter(entry -> Assignment.keysOf(entry.getKey()) != null)
                    .collect(Collectors.toMap(entry -> keys(entry.getKey()), Map.Entry::getValue, (a, b) -> a));
            for (List<String> keys : sources.keySet()) {
                for (int depth = 1; depth < keys.size(); depth++) {
                    above.add(keys.subList(0, depth));
                }
            }
        }

        private static List<String> keys(String path) {
            List<String> keys = Assignment.keysOf(path);
            return keys == null ? List.of() : keys;
        }

        void add(List<String> keys, @Nullable Object value) {
            String source = sources.get(keys);
            if (source != null) {
                found.add(new Assumption(path(keys), flow(value), source));
            }
            if (above.contains(keys) && value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    add(and(keys, Integer.toString(i)), list.get(i));
                }
            } else if (value instanceof Map<?, ?> map && (source == null || above.contains(keys))) {
                map.forEach((key, entry) -> add(and(keys, String.valueOf(key)), entry));
            } else if (source == null && isAssumed(path(keys)) && !hasSource(keys)) {
                found.add(new Assumption(path(keys), flow(value), null));
            }
        }

        private boolean isAssumed(String path) {
            return ASSUMED.matcher(path).matches() && (margin || !path.startsWith("analysis."));
        }

        private boolean hasSource(List<String> keys) {
            for (int depth = 1; depth < keys.size(); depth++) {
                if (sources.containsKey(keys.subList(0, depth))) {
                    return true;
                }
            }
            return false;
        }

        private static List<String> and(List<String> keys, String key) {
            List<String> more = new ArrayList<>(keys);
            more.add(key);
            return List.copyOf(more);
        }

        private static String path(List<String> keys) {
            String path = "";
            for (String key : keys) {
                path = KeyPath.join(path, key);
            }
            return path;
        }
    }

    private static String flow(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Assumption::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Double number ? ScenarioText.number(number) : String.valueOf(value);
    }
}
