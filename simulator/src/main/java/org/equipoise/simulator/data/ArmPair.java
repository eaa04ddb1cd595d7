package org.equipoise.simulator.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.equipoise.simulator.scenario.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Which two levels of the column of arms are compared.
 *
 * @param control number of the level of the control arm
 * @param experimental number of the other
 */
record ArmPair(int control, int experimental) {
    private static final List<String> CONTROL_WORDS = List.of("control", "placebo", "standard", "0", "false");

    /** Chooses two levels, or says what is missing and returns null. */
    static @Nullable ArmPair of(String column, Levels levels, Selection selection, DataFaults faults) {
        Chooser chooser = new Chooser(column, levels, faults);
        int control = chooser.given("--control", selection.control());
        int experimental = chooser.given("--experimental", selection.experimental());
        return chooser.pair(control, experimental);
    }

    private record Chooser(String column, Levels levels, DataFaults faults) {
        private static final int NOT_GIVEN = -1;
        private static final int UNKNOWN = -2;

        int given(String option, @Nullable String level) {
            if (level == null) {
                return NOT_GIVEN;
            }
            int number = levels.names().indexOf(level.strip());
            if (number >= 0) {
                return number;
            }
            String near = Suggestion.nearest(level, levels.names())
                    .map(word -> Suggestion.ask(word) + " ")
                    .orElse("");
            fault(
                    "no patient has the level " + DataFaults.quoted(level) + " that " + option + " names",
                    near + found());
            return UNKNOWN;
        }

        @Nullable
        ArmPair pair(int control, int experimental) {
            int size = levels.names().size();
            if (control == UNKNOWN || experimental == UNKNOWN) {
                return null;
            }
            if (size < 2) {
                fault("has only one level, and a comparison takes two", found());
                return null;
            }
            if (control >= 0 && control == experimental) {
                fault("--control and --experimental name the same level", "name two; " + found());
                return null;
            }
            if (control >= 0 && experimental >= 0) {
                return new ArmPair(control, experimental);
            }
            if (size > 2) {
                fault(
                        "has " + size + " levels, and a comparison takes two",
                        "name them with --control and --experimental; " + found());
                return null;
            }
            int known = control >= 0 ? control : experimental >= 0 ? 1 - experimental : usualControl();
            if (known < 0) {
                fault("does not say which level is control", "name it with --control; " + found());
                return null;
            }
            return new ArmPair(known, 1 - known);
        }

        /** The one of two levels that goes by a usual word for a control arm, or −1. */
        private int usualControl() {
            List<String> names = levels.names();
            if (List.of("1", "2").containsAll(names)) {
                return names.indexOf("1");
            }
            int[] usual = IntStream.range(0, 2)
                    .filter(k -> CONTROL_WORDS.contains(names.get(k).toLowerCase(Locale.ROOT)))
                    .toArray();
            return usual.length == 1 ? usual[0] : NOT_GIVEN;
        }

        private String found() {
            return "levels found: " + levels.words();
        }

        private void fault(String problem, String remedy) {
            faults.add(1, 1, column, problem, remedy);
        }
    }
}
