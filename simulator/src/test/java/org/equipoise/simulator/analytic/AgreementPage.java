package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.equipoise.core.planning.fixed.PowerMethod;

/** The table of simulated and analytic power as a page of Markdown. */
final class AgreementPage {
    private static final String HEADING = """

            | trial | look | simulated | analytic | minus simulated | Schoenfeld | minus simulated |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |
            """;

    private AgreementPage() {}

    /**
     * One look of one trial.
     *
     * @param look from 1
     * @param analytic probability of having rejected by then, by the method that is shown
     * @param textbook by Schoenfeld's formula, with the average hazard ratio where it is not constant; NaN with
     *     weights, of which it knows nothing
     */
    record Row(ComparedTrial trial, int look, Recorded.Look simulated, double analytic, double textbook) {
        double difference() {
            return analytic - simulated.rejected();
        }

        double textbookDifference() {
            return textbook - simulated.rejected();
        }
    }

    static List<Row> rows() {
        Map<String, List<Recorded.Look>> recorded = Recorded.all();
        List<Row> rows = new ArrayList<>();
        for (ComparedTrial trial : ComparedTrial.all()) {
            List<Recorded.Look> simulated = Objects.requireNonNull(recorded.get(trial.line()), trial.line());
            AnalyticPower power = trial.analytic();
            List<LookProbabilities> analytic = power.looks("E", AnalyticPower.SHOWN);
            List<LookProbabilities> textbook = power.looks("E", PowerMethod.SCHOENFELD);
            for (int k = 0; k < simulated.size(); k++) {
                rows.add(new Row(
                        trial,
                        k + 1,
                        simulated.get(k),
                        analytic.get(k).cumulativeRejected(),
                        textbook.isEmpty() ? Double.NaN : textbook.get(k).cumulativeRejected()));
            }
        }
        return rows;
    }

    static String of(List<Row> rows) {
        StringBuilder page = new StringBuilder(Recorded.text("agreement-head.txt"));
        page.append('\n').append(summary(rows));
        String group = "";
        for (Row row : rows) {
            if (!row.trial().group().equals(group)) {
                group = row.trial().group();
                page.append("\n## ").append(group).append('\n').append(HEADING);
            }
            page.append(line(row)).append('\n');
        }
        return page.toString();
    }

    private static String summary(List<Row> rows) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d trials with %d looks:%n%n"
                        + "| method | largest difference | mean | differences above 0.002 | above 0.005 |%n"
                        + "| --- | ---: | ---: | ---: | ---: |%n",
                rows.stream().map(Row::trial).distinct().count(),
                rows.size()));
        table.append(line(
                "analytic",
                rows.stream().mapToDouble(Row::difference).map(Math::abs).toArray()));
        table.append(line(
                "Schoenfeld",
                rows.stream()
                        .mapToDouble(Row::textbookDifference)
                        .filter(difference -> !Double.isNaN(difference))
                        .map(Math::abs)
                        .toArray()));
        return table.toString();
    }

    private static String line(String method, double[] differences) {
        double most = 0;
        double sum = 0;
        int two = 0;
        int five = 0;
        for (double difference : differences) {
            most = Math.max(most, difference);
            sum += difference;
            two += difference > 0.002 ? 1 : 0;
            five += difference > 0.005 ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.4f | %.4f | %d of %d | %d |%n",
                method,
                most,
                sum / differences.length,
                two,
                differences.length,
                five);
    }

    private static String line(Row row) {
        String trial =
                row.look() > 1 ? "" : "`" + String.join("` · `", row.trial().parts()) + "`";
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.4f (%.4f) | %.4f | %s | %s | %s |",
                trial,
                row.look(),
                row.simulated().rejected(),
                row.simulated().standardError(),
                row.analytic(),
                signed(row.difference()),
                Double.isNaN(row.textbook()) ? "–" : String.format(Locale.ROOT, "%.4f", row.textbook()),
                signed(row.textbookDifference()));
    }

    private static String signed(double difference) {
        return Double.isNaN(difference)
                ? "–"
                : String.format(Locale.ROOT, "%+.4f", difference).replace('-', '−');
    }
}
