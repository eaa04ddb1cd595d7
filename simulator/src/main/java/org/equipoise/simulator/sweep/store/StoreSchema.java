package org.equipoise.simulator.sweep.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a store. {@code grid} and {@code assumption} say what the sweep consists of now; the other tables go by
 * the hash of a scenario, so results stay when the sweep changes. {@code results} is the table of results as a reader
 * wants it: a row for each finished scenario in the order of the grid, a column for each varied path.
 */
final class StoreSchema {
    /** Counts up when tables change in a way that older programs cannot read. */
    static final int FORMAT = 2;

    /** What a row says beside its figures. */
    static final List<String> FURTHER = List.of("replicates", "seed", "scenarioHash", "version");

    /** What has become of all that a scenario expects. */
    static final String EXPECTATIONS = "expectations";

    private StoreSchema() {}

    /** The statements that make the tables of an empty store. */
    static List<String> tables() {
        String figures = Arrays.stream(SweepColumn.values())
                .map(column -> quoted(column.label()) + " DOUBLE")
                .collect(Collectors.joining(", "));
        return List.of(
                "CREATE TABLE sweep (format INTEGER, name VARCHAR, hash VARCHAR, version VARCHAR, javaVersion VARCHAR,"
                        + " generator VARCHAR, started TIMESTAMP, finished TIMESTAMP)",
                "CREATE TABLE scenario (scenarioHash VARCHAR, seed BIGINT, replicatesPlanned BIGINT, text VARCHAR)",
                "CREATE TABLE grid (number INTEGER, scenarioHash VARCHAR)",
                "CREATE TABLE assumption (number INTEGER, position INTEGER, path VARCHAR, value VARCHAR)",
                "CREATE TABLE axis (position INTEGER, block VARCHAR, columns INTEGER, rows INTEGER)",
                "CREATE TABLE verdict (number INTEGER, expectations VARCHAR)",
                "CREATE TABLE progress (scenarioHash VARCHAR, version VARCHAR, replicates BIGINT, planned BIGINT,"
                        + " complete BOOLEAN, state BLOB)",
                "CREATE TABLE scenarioResult (scenarioHash VARCHAR, seed BIGINT, replicates BIGINT, version VARCHAR, "
                        + figures + ")",
                "CREATE TABLE lookResult (scenarioHash VARCHAR, look INTEGER, reached DOUBLE, calendarTime DOUBLE,"
                        + " calendarTimeStandardError DOUBLE, enrolled DOUBLE, dropouts DOUBLE, events DOUBLE,"
                        + " eventsStandardError DOUBLE, rejected DOUBLE, cumulativeRejected DOUBLE, futile DOUBLE)",
                "CREATE TABLE comparisonResult (scenarioHash VARCHAR, arm VARCHAR, look INTEGER, rejected DOUBLE,"
                        + " cumulativeRejected DOUBLE, cumulativeRejectedStandardError DOUBLE, futile DOUBLE,"
                        + " z DOUBLE, zSd DOUBLE, hazardRatioMedian DOUBLE)");
    }

    /** The tables whose rows belong to one scenario each. */
    static List<String> byScenario() {
        return List.of("progress", "scenarioResult", "lookResult", "comparisonResult");
    }

    /**
     * The statement that makes the view of results.
     *
     * @param numeric by path, whether all of its values are numbers
     */
    static String view(List<String> paths, List<Boolean> numeric) {
        Set<String> names = new LinkedHashSet<>();
        names.add(EXPECTATIONS);
        Stream.concat(Arrays.stream(SweepColumn.values()).map(SweepColumn::label), FURTHER.stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .forEach(names::add);
        List<String> columns = new ArrayList<>();
        for (int p = 0; p < paths.size(); p++) {
            String value = "max(value) FILTER (position = " + p + ")";
            columns.add((numeric.get(p) ? "CAST(" + value + " AS DOUBLE)" : value) + " AS "
                    + quoted(free(paths.get(p), names)));
        }
        String varied = columns.isEmpty() ? "" : String.join(", ", columns) + ", ";
        String figures = Arrays.stream(SweepColumn.values())
                .map(column -> "any_value(r." + quoted(column.label()) + ") AS " + quoted(column.label()))
                .collect(Collectors.joining(", "));
        String further = FURTHER.stream()
                .map(name -> "any_value(r." + name + ") AS " + name)
                .collect(Collectors.joining(", "));
        return "CREATE OR REPLACE VIEW results AS SELECT " + varied + figures + ", " + further
                + ", any_value(v.expectations) AS expectations FROM grid g JOIN scenarioResult r USING (scenarioHash) LEFT JOIN assumption a USING (number)"
                + " LEFT JOIN verdict v USING (number)"
                + " GROUP BY number ORDER BY number";
    }

    /** Names of columns are the same when they differ in case alone. */
    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int k = 2; !taken.add(free.toLowerCase(Locale.ROOT)); k++) {
            free = name + "_" + k;
        }
        return free;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
