package org.equipoise.simulator.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.equipoise.simulator.scenario.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a data file, and which of its columns are what.
 *
 * @param names of all columns
 * @param time index of the column of times
 * @param status index of the column that tells events from censored times
 * @param arm index of the column of arms
 * @param strata indices of the columns of strata
 */
record Header(List<String> names, int time, int status, int arm, List<Integer> strata) {
    private static final int MOST_NAMES = 30;
    private static final int NONE = -1;

    /** Reads the record a reader stands at; faults when a column is missing, and an index of −1 in its place. */
    static Header of(CsvRecords record, Selection selection, DataFaults faults) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < record.size(); i++) {
            names.add(record.field(i));
        }
        Search search = new Search(names, record.line(), faults);
        int time = search.column("--time", selection.time(), List.of("time"));
        int status = search.column("--status", selection.status(), List.of("status", "event"));
        int arm = search.column("--arm", selection.arm(), List.of("arm", "group", "treatment"));
        List<Integer> strata = selection.strata().stream()
                .map(name -> search.column("--strata", name, List.of()))
                .toList();
        return new Header(List.copyOf(names), time, status, arm, strata);
    }

    /** Finds columns, none of them twice. */
    private static final class Search {
        private final List<String> names;
        private final int line;
        private final DataFaults faults;
        private final Set<Integer> taken = new LinkedHashSet<>();

        Search(List<String> names, int line, DataFaults faults) {
            this.names = names;
            this.line = line;
            this.faults = faults;
        }

        int column(String option, @Nullable String name, List<String> usual) {
            List<Integer> found = name == null ? named(usual) : exactly(name);
            if (found.isEmpty()) {
                missing(option, name, usual);
                return NONE;
            }
            if (found.size() > 1) {
                ambiguous(option, found);
                return NONE;
            }
            if (!taken.add(found.get(0))) {
                faults.add(
                        line,
                        1,
                        names.get(found.get(0)),
                        option + " asks for a column that already has another use",
                        "name one column for each of --time, --status, --arm and --strata");
            }
            return found.get(0);
        }

        private List<Integer> exactly(String name) {
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).equals(name.strip())) {
                    found.add(i);
                }
            }
            return found;
        }

        private List<Integer> named(List<String> usual) {
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (usual.contains(names.get(i).toLowerCase(Locale.ROOT))) {
                    found.add(i);
                }
            }
            return found;
        }

        private void missing(String option, @Nullable String name, List<String> usual) {
            if (name == null) {
                String wanted = "'" + String.join("' or '", usual) + "'";
                faults.add(line, 1, "", "no column is named " + wanted, "name it with " + option + "; " + columns());
                return;
            }
            String near = Suggestion.nearest(name, names).map(Suggestion::ask).orElse("");
            faults.add(
                    line,
                    1,
                    "",
                    "there is no column " + DataFaults.quoted(name) + " for " + option,
                    near.isEmpty() ? columns() : near + " " + columns());
        }

        private void ambiguous(String option, List<Integer> found) {
            List<String> which = found.stream().map(names::get).toList();
            boolean same = Set.copyOf(which).size() == 1;
            faults.add(
                    line,
                    1,
                    "",
                    same
                            ? found.size() + " columns are named " + DataFaults.quoted(which.get(0))
                            : "any of the columns '" + String.join("', '", which) + "' could be meant",
                    same ? "give each its own name" : "say which with " + option);
        }

        private String columns() {
            String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
            boolean one = names.size() == 1;
            return "the first line, which names the columns, has " + (one ? "only one: " : "") + DataFaults.cut(shown)
                    + (names.size() > MOST_NAMES ? ", …" : "");
        }
    }

    /** Number of columns. */
    int size() {
        return names.size();
    }
}
