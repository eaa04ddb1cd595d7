package org.equipoise.simulator.report.figure.sweep;

import java.util.Set;

/** The unit of the numbers at a path of a scenario. */
final class PathUnit {
    private static final Set<String> TIMES =
            Set.of("median", "mean", "duration", "from", "to", "by", "at", "scale", "tau", "calendarTime", "followUp");

    private PathUnit() {}

    /**
     * The unit; empty where numbers have none.
     *
     * @param units of time: {@code months}
     */
    static String of(String path, String units) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        if (TIMES.contains(key)) {
            return units;
        }
        String one = units.substring(0, units.length() - 1);
        return switch (key) {
            case "rate" -> "patients a " + one;
            case "hazard" -> "events a " + one;
            default -> "";
        };
    }
}
