package org.equipoise.simulator.reading;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.reading.Node.Scalar;
import org.equipoise.simulator.scenario.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Reads text, yes-or-no values and constants. Each method returns null when the value is something else, which is
 * noted.
 */
final class Scalars {
    private Scalars() {}

    static @Nullable String text(Spot spot, FaultLog log) {
        if (spot.node() instanceof Scalar scalar && !scalar.isEmpty()) {
            if (!Numbers.isNumber(scalar) && truth(scalar) == null) {
                return scalar.text();
            }
            log.add(spot, "expected text, found " + scalar.words(), "write '" + scalar.shown() + "' in quotes");
            return null;
        }
        addWrongKind(spot, "text", log);
        return null;
    }

    static @Nullable Boolean truth(Spot spot, FaultLog log) {
        if (spot.node() instanceof Scalar scalar && !scalar.isEmpty()) {
            Boolean value = truth(scalar);
            if (value == null) {
                log.add(spot, "expected true or false, found " + scalar.words(), "");
            }
            return value;
        }
        addWrongKind(spot, "true or false", log);
        return null;
    }

    static @Nullable Boolean truth(Scalar scalar) {
        if (scalar.quoted()) {
            return null;
        }
        return switch (scalar.text()) {
            case "true", "True", "TRUE" -> Boolean.TRUE;
            case "false", "False", "FALSE" -> Boolean.FALSE;
            default -> null;
        };
    }

    static @Nullable Object constant(Class<?> type, Spot spot, FaultLog log) {
        List<String> known = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            known.add(Spelling.of((Enum<?>) constant));
        }
        if (!(spot.node() instanceof Scalar scalar) || scalar.isEmpty()) {
            addWrongKind(spot, "one of " + String.join(", ", known), log);
            return null;
        }
        int index = known.indexOf(scalar.text());
        if (index >= 0) {
            return type.getEnumConstants()[index];
        }
        String instead = LaterParts.find(type, scalar.text());
        if (instead != null) {
            log.add(spot, "'" + scalar.shown() + "' is not available yet", instead);
        } else {
            log.add(spot, "'" + scalar.shown() + "' is not known here", Suggestion.among(scalar.text(), known));
        }
        return null;
    }

    /** Notes a value that is not there. */
    static void addEmpty(Spot spot, FaultLog log) {
        log.add(spot, "is empty", "give a value, or leave the key out if it has a default");
    }

    private static void addWrongKind(Spot spot, String expected, FaultLog log) {
        if (spot.node() instanceof Scalar) {
            addEmpty(spot, log);
        } else {
            log.add(spot, "expected " + expected + ", found " + spot.node().words(), "");
        }
    }
}
