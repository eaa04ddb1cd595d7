package org.equipoise.simulator.sweep.store;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.equipoise.simulator.reading.ReadSweep;

/** The values that a sweep varies, as written. */
public final class Values {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    private Values() {}

    /** Whether a value is written as a number. */
    public static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    /** For each varied path whether all of its values are numbers, so that its column can be one of numbers. */
    public static List<Boolean> areNumbers(ReadSweep sweep) {
        return IntStream.range(0, sweep.paths().size())
                .mapToObj(p -> sweep.cases().stream()
                        .allMatch(each -> isNumber(each.values().get(p))))
                .toList();
    }
}
