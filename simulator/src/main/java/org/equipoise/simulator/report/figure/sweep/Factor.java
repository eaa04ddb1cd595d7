package org.equipoise.simulator.report.figure.sweep;

import java.util.List;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.figure.Numbers;

/**
 * Something that a sweep varies.
 *
 * @param name fit for a label
 * @param unit of its numbers; empty where they have none, or levels are not numbers
 * @param paths what it stands for in a scenario; several move in step
 * @param levels what they hold, fit for a label, in the order of the sweep
 * @param numbers the same as numbers; empty when they are not all
 */
public record Factor(String name, String unit, List<String> paths, List<String> levels, List<Double> numbers) {
    /** Room beside the outermost numbers, as a share of their span. */
    private static final double MARGIN = 0.04;

    /** Copies the lists. */
    public Factor {
        paths = List.copyOf(paths);
        levels = List.copyOf(levels);
        numbers = List.copyOf(numbers);
    }

    /** Whether its levels are numbers, of which at least two differ. */
    boolean isNumeric() {
        return numbers.stream().distinct().count() > 1;
    }

    /** The name within a sentence: {@code patients}, {@code HAIC hazard ratio}. */
    String inSentence() {
        boolean isWord = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return isWord ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
    }

    /** A level with three digits, where it is a number: sampled ones have more than anyone reads. */
    String shortLevel(int level) {
        return isNumeric() ? Numbers.significant(numbers.get(level), 3) : levels.get(level);
    }

    /** {@code 5.8 months}. */
    String withUnit(String level) {
        return unit.isEmpty() ? level : level + " " + unit;
    }

    /** Name and unit. */
    String label() {
        return unit.isEmpty() ? name : name + ", " + unit;
    }

    /** An axis of its numbers. */
    Axis axis() {
        double low = numbers.stream().mapToDouble(v -> v).min().orElse(0);
        double high = numbers.stream().mapToDouble(v -> v).max().orElse(1);
        double margin = MARGIN * (high - low);
        return unit.isEmpty()
                ? Axis.ofNumbers(name, low - margin, high + margin)
                : Axis.of(name, unit, low - margin, high + margin);
    }

    /** An axis with a place for each level. */
    Axis rows() {
        return Axis.ofRows(label(), levels);
    }
}
