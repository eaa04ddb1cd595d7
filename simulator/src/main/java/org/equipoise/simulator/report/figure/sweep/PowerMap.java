package org.equipoise.simulator.report.figure.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Facets;
import org.equipoise.simulator.report.chart.Mark;
import org.equipoise.simulator.report.chart.Picture;
import org.equipoise.simulator.report.chart.Ramp;
import org.equipoise.simulator.report.figure.Numbers;
import org.equipoise.simulator.sweep.store.SweepColumn;

/** Power over two factors as a heat map, and over more as small multiples of it. */
public final class PowerMap {
    private static final int MOST_PANELS = 12;

    /** From this error on a third decimal says nothing. */
    private static final double COARSE = 0.004;

    private final Outcomes outcomes;
    private final Factor across;
    private final Factor up;
    private final int acrossIndex;
    private final int upIndex;
    private final Ramp ramp;
    private final int decimals;

    private PowerMap(Outcomes outcomes, int acrossIndex, int upIndex) {
        this.outcomes = outcomes;
        this.acrossIndex = acrossIndex;
        this.upIndex = upIndex;
        across = outcomes.factors().get(acrossIndex);
        up = outcomes.factors().get(upIndex);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int scenario : outcomes.finished()) {
            least = Math.min(least, power(scenario));
            most = Math.max(most, power(scenario));
        }
        ramp = Ramp.over(least, most);
        decimals = outcomes.largestError() >= COARSE ? 2 : 3;
    }

    /**
     * The map; none where fewer than two factors are crossed, or nothing is finished.
     *
     * @param ranked the factors by their index, the one that matters most first
     */
    public static Optional<Picture> of(Outcomes outcomes, List<Integer> ranked) {
        if (ranked.size() < 2
                || outcomes.finished().isEmpty()
                || !outcomes.sampled().isEmpty()) {
            return Optional.empty();
        }
        int first = ranked.get(0);
        int second = ranked.get(1);
        boolean turned = isBetterUpright(
                outcomes.factors().get(first), outcomes.factors().get(second));
        PowerMap map = new PowerMap(outcomes, turned ? second : first, turned ? first : second);
        return Optional.of(map.picture(ranked.subList(2, ranked.size())));
    }

    /** Numbers go across; of names those go across of which there are fewer. */
    private static boolean isBetterUpright(Factor first, Factor second) {
        return first.isNumeric() == second.isNumeric()
                ? !first.isNumeric() && first.levels().size() > second.levels().size()
                : second.isNumeric();
    }

    private Picture picture(List<Integer> others) {
        List<Integer> shown = new ArrayList<>(others);
        while (new Levels(outcomes, shown).size() > MOST_PANELS) {
            shown.remove(shown.size() - 1);
        }
        List<Integer> held = others.subList(shown.size(), others.size());
        List<Integer> inOrder = shown.stream().sorted().toList();
        Levels panels = new Levels(outcomes, inOrder);
        String title = outcomes.figureTitle() + " by " + across.inSentence() + " and " + up.inSentence();
        if (panels.size() == 1) {
            return panel("power-map", title, description(held), panels, 0, held);
        }
        List<Chart> charts = new ArrayList<>();
        for (int p = 0; p < panels.size(); p++) {
            charts.add(panel("power-map-" + (p + 1), panels.words(p), "One panel.", panels, p, held));
        }
        List<String> names = inOrder.stream()
                .map(f -> outcomes.factors().get(f).inSentence())
                .toList();
        return new Facets(
                "power-map",
                title + ", for each " + String.join(" and ", names),
                description(held),
                String.join(" · ", names),
                charts);
    }

    private Chart panel(String name, String title, String words, Levels panels, int panel, List<Integer> held) {
        List<Mark.Cell> cells = new ArrayList<>();
        for (int scenario : outcomes.finished()) {
            boolean isHere = held.stream().allMatch(f -> outcomes.level(scenario, f) == middle(f));
            if (isHere && panels.of(scenario) == panel) {
                cells.add(new Mark.Cell(
                        outcomes.level(scenario, acrossIndex),
                        outcomes.level(scenario, upIndex),
                        power(scenario),
                        Numbers.fixed(power(scenario), decimals)));
            }
        }
        return Chart.of(
                name,
                title,
                words,
                across.rows(),
                up.rows(),
                List.of(new Mark.Cells(outcomes.figureTitle(), ramp, cells)));
    }

    private int middle(int factor) {
        return (outcomes.factors().get(factor).levels().size() - 1) / 2;
    }

    private double power(int scenario) {
        return outcomes.figure(scenario, SweepColumn.POWER);
    }

    private String description(List<Integer> held) {
        StringBuilder words = new StringBuilder(
                "The further a shade is from the colour of the page, the higher the " + outcomes.figureName()
                        + ". Monte Carlo s.e. at most " + Numbers.fixed(outcomes.largestError(), 4) + ".");
        for (int f : held) {
            Factor factor = outcomes.factors().get(f);
            words.append(" Here ")
                    .append(factor.inSentence())
                    .append(" is ")
                    .append(factor.levels().get(middle(f)))
                    .append('.');
        }
        if (!outcomes.isComplete()) {
            words.append(" Where a square is missing, the scenario is not finished.");
        }
        return words.toString();
    }
}
