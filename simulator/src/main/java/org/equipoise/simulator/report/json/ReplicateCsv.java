package org.equipoise.simulator.report.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equipoise.simulator.engine.Block;
import org.equipoise.simulator.engine.BlockListener;
import org.equipoise.simulator.engine.look.LookColumns;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.sweep.store.CsvCells;

/**
 * What replicates show, as comma-separated values (RFC 4180): one row for each replicate and look, in their order.
 *
 * <p>Numbers are written so that reading them back gives the same bits; a cell is empty where there is no number,
 * because the look is not reached or no estimate is made.
 */
public final class ReplicateCsv implements BlockListener {
    private final Appendable out;
    private final int arms;

    /**
     * Writes the heading.
     *
     * @param out where to; not closed here
     */
    public ReplicateCsv(Scenario scenario, Appendable out) {
        this.out = out;
        arms = scenario.arms().size();
        List<String> columns =
                new ArrayList<>(List.of("replicate", "look", "calendarTime", "enrolled", "dropouts", "events"));
        scenario.armsControlFirst().forEach(arm -> columns.add("events." + arm));
        for (String arm : scenario.experimentalArms()) {
            String of = scenario.experimentalArms().size() == 1 ? "" : "." + arm;
            columns.addAll(List.of("decision" + of, "z" + of, "logHazardRatio" + of, "standardError" + of));
        }
        append(String.join(",", columns.stream().map(CsvCells::text).toList()) + "\n");
    }

    @Override
    public void accept(Block block) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < block.size(); i++) {
            for (int k = 0; k < block.looks(); k++) {
                row(rows, block, i, k);
            }
        }
        append(rows);
    }

    private void row(StringBuilder rows, Block block, int i, int k) {
        LookColumns look = block.look(k);
        rows.append(block.firstReplicate() + i).append(',').append(k + 1);
        number(rows, look.time[i]);
        number(rows, look.enrolled[i]);
        number(rows, look.dropouts[i]);
        number(rows, look.events[i]);
        for (int a = 0; a < arms; a++) {
            number(rows, look.eventsByArm[a][i]);
        }
        for (int h = 0; h < block.comparisons(); h++) {
            rows.append(',').append(camelCase(block.decision(h, i, k).name()));
            number(rows, look.z[h][i]);
            number(rows, look.logHazardRatio[h][i]);
            number(rows, look.standardError[h][i]);
        }
        rows.append('\n');
    }

    private static void number(StringBuilder row, double value) {
        row.append(',').append(CsvCells.number(value));
    }

    private static String camelCase(String constant) {
        String[] words = constant.toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder text = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            text.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return text.toString();
    }

    private void append(CharSequence text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
