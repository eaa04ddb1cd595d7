package org.equipoise.core.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.equipoise.core.ReferenceFiles;
import tools.jackson.databind.JsonNode;

/** Data sets and results of other packages under {@code reference/survival}; its README states their origin. */
final class ReferenceCases {
    /** One analysis of one data set, done elsewhere. */
    record Case(String set, String analysis, String topic, JsonNode outputs) {
        double value(String name) {
            return number(outputs.get(name));
        }

        /** Entry of a vector; infinite where the package says "not reached". */
        double value(String name, int index) {
            JsonNode entry = outputs.get(name).get(index);
            return number(entry);
        }

        private static double number(JsonNode entry) {
            return entry.isNull() || entry.isString() && entry.asString().equals("Inf")
                    ? Double.POSITIVE_INFINITY
                    : entry.asDouble();
        }

        Patients patients() {
            return ReferenceCases.patients(set);
        }

        @Override
        public String toString() {
            return set + "/" + analysis;
        }
    }

    /** A data set as columns. */
    static final class Patients {
        private final double[] time;
        private final boolean[] event;
        private final boolean[] experimental;
        private final int[] stratum;

        private Patients(double[] time, boolean[] event, boolean[] experimental, int[] stratum) {
            this.time = time;
            this.event = event;
            this.experimental = experimental;
            this.stratum = stratum;
        }

        SurvivalData data() {
            return SurvivalData.of(time, event, experimental);
        }

        SurvivalData stratified() {
            return SurvivalData.of(time, event, experimental, stratum);
        }

        /** The last time up to {@code tau} at which someone, in whatever arm, had the event. */
        double lastEventUpTo(double tau) {
            double last = 0;
            for (int i = 0; i < time.length; i++) {
                last = event[i] && time[i] <= tau ? Math.max(last, time[i]) : last;
            }
            return last;
        }

        KaplanMeier curve(boolean ofExperimental) {
            List<Integer> chosen = new ArrayList<>();
            for (int i = 0; i < time.length; i++) {
                if (experimental[i] == ofExperimental) {
                    chosen.add(i);
                }
            }
            boolean[] chosenEvent = new boolean[chosen.size()];
            for (int k = 0; k < chosenEvent.length; k++) {
                chosenEvent[k] = event[chosen.get(k)];
            }
            return KaplanMeier.of(chosen.stream().mapToDouble(i -> time[i]).toArray(), chosenEvent);
        }
    }

    private ReferenceCases() {}

    static Stream<Case> of(String analysisPattern) {
        return ReferenceFiles.cases("survival/cases.json").stream()
                .map(c -> new Case(
                        c.get("set").asString(),
                        c.get("analysis").asString(),
                        c.get("topic").asString(),
                        c.get("outputs")))
                .filter(c -> c.analysis().matches(analysisPattern));
    }

    static Patients patients(String set) {
        List<String[]> rows = ReferenceFiles.text("survival/" + set + ".csv")
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        int n = rows.size();
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        boolean[] experimental = new boolean[n];
        int[] stratum = new int[n];
        List<String> strata = rows.stream().map(row -> row[3]).distinct().toList();
        for (int i = 0; i < n; i++) {
            String[] row = rows.get(i);
            time[i] = Double.parseDouble(row[0]);
            event[i] = row[1].equals("1");
            experimental[i] = row[2].equals("1");
            stratum[i] = strata.indexOf(row[3]);
        }
        return new Patients(time, event, experimental, stratum);
    }
}
