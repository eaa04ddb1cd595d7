package org.equipoise.simulator.report.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.equipoise.simulator.reading.ReadSweep;

/** Short names of the paths that a sweep varies: as much of their ends as tells them apart. */
public final class VariedNames {
    private static final int MOST_VALUES = 8;

    private final ReadSweep sweep;
    private final List<String> names = new ArrayList<>();

    /** Names for the paths that a sweep varies. */
    public VariedNames(ReadSweep sweep) {
        this.sweep = sweep;
        for (String path : sweep.paths()) {
            names.add(shortest(path));
        }
    }

    private String shortest(String path) {
        int from = path.lastIndexOf('.') + 1;
        while (from > 0 && (Character.isDigit(path.charAt(from)) || isShared(path.substring(from)))) {
            from = path.lastIndexOf('.', from - 2) + 1;
        }
        return path.substring(from);
    }

    private boolean isShared(String end) {
        return sweep.paths().stream()
                        .filter(path -> path.equals(end) || path.endsWith("." + end))
                        .count()
                > 1;
    }

    /** The name of one varied path, by its place in the sweep. */
    public String of(int path) {
        return PlainText.atMost(24, names.get(path));
    }

    /** The names of an axis, whose paths move in step. */
    public String of(List<String> paths) {
        return paths.stream().map(path -> of(sweep.paths().indexOf(path))).collect(Collectors.joining(", "));
    }

    /** Each name, what it stands for, and its values. */
    public List<String> legend() {
        List<String> lines = new ArrayList<>(List.of("What varies"));
        int margin = 4
                + names.stream()
                        .mapToInt(name -> Columns.of(PlainText.atMost(24, name)))
                        .max()
                        .orElse(0);
        for (int p = 0; p < names.size(); p++) {
            int path = p;
            Set<String> values = sweep.cases().stream()
                    .map(each -> each.values().get(path))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            String shown = values.stream()
                    .limit(MOST_VALUES)
                    .map(value -> PlainText.atMost(16, value))
                    .collect(Collectors.joining(", "));
            String full = sweep.paths().get(p).equals(names.get(p))
                    ? ""
                    : " (" + sweep.paths().get(p) + ")";
            lines.addAll(PlainText.labelled(
                    "  " + of(p),
                    margin,
                    shown + (values.size() > MOST_VALUES ? " … " + values.size() + " values" : "") + full));
        }
        return lines;
    }
}
