package org.equipoise.simulator.report.figure.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.equipoise.simulator.report.chart.Axis;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Dash;
import org.equipoise.simulator.report.chart.Facets;
import org.equipoise.simulator.report.chart.Ink;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Mark.Dot;
import org.equipoise.simulator.report.chart.Mark.Dots.Shape;
import org.equipoise.simulator.report.chart.Picture;
import org.equipoise.simulator.report.chart.Point;
import org.equipoise.simulator.sweep.store.SweepColumn;

/**
 * What power costs: designs by power and by time or patients, each under the same assumptions. A design is what the
 * statistician chooses: named designs, patients, allocation, looks and bounds; all else that varies is assumed.
 */
public final class TradeOff {
    private static final int MOST_PANELS = 12;
    private static final int MOST_NAMED = 12;

    /** A cost that differs by fewer standard errors between designs is none to speak of. */
    private static final double NOISE = 5;

    /** Room beside the outermost costs, as a share of their span. */
    private static final double MARGIN = 0.08;

    private final Outcomes outcomes;
    private final Levels designs;
    private final Levels assumptions;
    private final List<Integer> scenarios;

    private TradeOff(Outcomes outcomes, List<Integer> chosen, List<Integer> assumed) {
        this.outcomes = outcomes;
        // What does not work is not worth its cost; its power is a type I error.
        scenarios = outcomes.finished().stream()
                .filter(scenario -> Double.isNaN(outcomes.figure(scenario, SweepColumn.TYPE_I_ERROR)))
                .toList();
        designs = new Levels(outcomes, chosen);
        assumptions = new Levels(outcomes, assumed);
    }

    /** What designs cost. */
    private enum Cost {
        DURATION(SweepColumn.DURATION, SweepColumn.DURATION_STANDARD_ERROR, "duration", "in less time"),
        PATIENTS(SweepColumn.ENROLLED, SweepColumn.ENROLLED_STANDARD_ERROR, "patients", "with fewer patients");

        private final SweepColumn column;
        private final SweepColumn error;
        private final String word;
        private final String less;

        Cost(SweepColumn column, SweepColumn error, String word, String less) {
            this.column = column;
            this.error = error;
            this.word = word;
            this.less = less;
        }

        Axis axis(Outcomes outcomes, double low, double high) {
            double margin = MARGIN * (high - low);
            return this == DURATION
                    ? Axis.of("Mean duration", outcomes.units(), low - margin, high + margin)
                    : Axis.ofNumbers("Mean patients at the stop", low - margin, high + margin);
        }
    }

    /** The charts; none where no designs are compared, or they cost the same, or scenarios are missing. */
    public static List<Picture> of(Outcomes outcomes) {
        List<Integer> chosen = new ArrayList<>();
        List<Integer> assumed = new ArrayList<>();
        for (int f = 0; f < outcomes.factors().size(); f++) {
            (isChosen(outcomes.factors().get(f)) ? chosen : assumed).add(f);
        }
        if (chosen.isEmpty() || !outcomes.isComplete() || outcomes.areNull()) {
            return List.of();
        }
        TradeOff tradeOff = new TradeOff(outcomes, chosen, assumed);
        List<Picture> charts = new ArrayList<>();
        for (Cost cost : Cost.values()) {
            tradeOff.picture(cost).ifPresent(charts::add);
        }
        return charts;
    }

    private static boolean isChosen(Factor factor) {
        return factor.paths().stream()
                .allMatch(path -> path.equals("design")
                        || path.equals("enrolment.patients")
                        || path.startsWith("analysis.")
                        || path.startsWith("arms.")
                        || path.startsWith("randomisation."));
    }

    private Optional<Picture> picture(Cost cost) {
        boolean averaged =
                assumptions.size() > MOST_PANELS || !outcomes.sampled().isEmpty();
        List<Integer> panels = new ArrayList<>();
        List<List<Design>> all = new ArrayList<>();
        for (int p = 0; p < (averaged ? 1 : assumptions.size()); p++) {
            List<Design> panel = designs(cost, averaged, p);
            if (!panel.isEmpty()) {
                panels.add(p);
                all.add(panel);
            }
        }
        double low = all.stream()
                .flatMap(List::stream)
                .mapToDouble(Design::cost)
                .min()
                .orElse(0);
        double high = all.stream()
                .flatMap(List::stream)
                .mapToDouble(Design::cost)
                .max()
                .orElse(0);
        boolean isCheaper = all.stream().anyMatch(panel -> differs(panel, cost));
        if (!isCheaper || !(high > low)) {
            return Optional.empty();
        }
        Axis axis = cost.axis(outcomes, low, high);
        Axis power = FactorCharts.axis(
                "Power",
                all.stream()
                        .flatMap(List::stream)
                        .mapToDouble(Design::low)
                        .min()
                        .orElse(0),
                all.stream()
                        .flatMap(List::stream)
                        .mapToDouble(Design::high)
                        .max()
                        .orElse(1));
        String name = "power-" + cost.word;
        String title = "Power against " + cost.word;
        String words = "Each design with the 95 % Monte Carlo limits of its power"
                + (averaged && outcomes.cases() > designs.size()
                        ? ", mean over all assumptions, each counting the same"
                        : "")
                + ". Diamonds: no other design has more power " + cost.less
                + ", as far as the simulation tells; differences within the limits may be luck. " + key();
        if (panels.size() == 1) {
            return Optional.of(chart(name, title, words, axis, power, all.get(0), true));
        }
        List<Chart> charts = new ArrayList<>();
        for (int p = 0; p < panels.size(); p++) {
            charts.add(chart(
                    name + "-" + (p + 1), assumptions.words(panels.get(p)), words, axis, power, all.get(p), false));
        }
        return Optional.of(new Facets(name, title + " under each set of assumptions", words, "Assumptions", charts));
    }

    /** {@code Designs: 1 three looks; 2 one look}. */
    private String key() {
        StringJoiner names = new StringJoiner("; ", "Designs: ", designs.size() > MOST_NAMED ? " and so on." : ".");
        for (int d = 0; d < Math.min(MOST_NAMED, designs.size()); d++) {
            names.add((d + 1) + " " + designs.words(d));
        }
        return names.toString();
    }

    private boolean differs(List<Design> panel, Cost cost) {
        double low = panel.stream().mapToDouble(Design::cost).min().orElse(0);
        double high = panel.stream().mapToDouble(Design::cost).max().orElse(0);
        double error = outcomes.finished().stream()
                .mapToDouble(scenario -> outcomes.figure(scenario, cost.error))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return high - low > NOISE * error && high - low > 1e-6;
    }

    private static Chart chart(
            String name, String title, String words, Axis axis, Axis power, List<Design> shown, boolean beside) {
        List<Design> byCost =
                shown.stream().sorted(Comparator.comparingDouble(Design::cost)).toList();
        List<Dot> front = new ArrayList<>();
        List<Dot> others = new ArrayList<>();
        List<Mark.Note> notes = new ArrayList<>();
        for (Design each : byCost) {
            boolean isDominated = byCost.stream().anyMatch(other -> other.dominates(each));
            (isDominated ? others : front).add(new Dot(each.cost, each.power, each.low, each.high));
            notes.add(new Mark.Note(each.cost, each.power, Integer.toString(each.number)));
        }
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Line(
                "",
                Ink.EFFICACY,
                Dash.DOTTED,
                front.stream().map(dot -> new Point(dot.x(), dot.y())).toList(),
                false));
        marks.add(new Mark.Notes(Ink.TEXT, notes, beside));
        if (!others.isEmpty()) {
            marks.add(new Mark.Dots("design", Ink.MUTED, Shape.CIRCLE, others));
        }
        marks.add(new Mark.Dots("no better one", Ink.EFFICACY, Shape.DIAMOND, front));
        return Chart.of(name, title, words, axis, power, marks);
    }

    private List<Design> designs(Cost cost, boolean averaged, int assumption) {
        return IntStream.range(0, designs.size())
                .mapToObj(design -> design(
                        design,
                        scenarios.stream()
                                .filter(scenario -> designs.of(scenario) == design
                                        && (averaged || assumptions.of(scenario) == assumption))
                                .toList(),
                        cost))
                .filter(design -> Double.isFinite(design.cost))
                .toList();
    }

    private Design design(int design, List<Integer> those, Cost cost) {
        return new Design(
                design + 1,
                mean(those, cost.column),
                mean(those, SweepColumn.POWER),
                mean(those, SweepColumn.POWER_LOW),
                mean(those, SweepColumn.POWER_HIGH));
    }

    private double mean(List<Integer> those, SweepColumn column) {
        return those.stream()
                .mapToDouble(scenario -> outcomes.figure(scenario, column))
                .average()
                .orElse(Double.NaN);
    }

    /** One design under the assumptions of a panel. */
    private record Design(int number, double cost, double power, double low, double high) {
        boolean dominates(Design other) {
            return cost <= other.cost && power >= other.power && (cost < other.cost || power > other.power);
        }
    }
}
