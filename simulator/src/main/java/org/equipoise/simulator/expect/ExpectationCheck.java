package org.equipoise.simulator.expect;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.scenario.Figure;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a scenario expects. An expectation is met when the Monte Carlo limits of its figure lie within what is
 * expected, not met when they lie outside, and undecided when they straddle a bound. Where the true figure is just at a
 * bound, 95 % limits give each wrong verdict 2.5 % of the time; each expectation is judged by itself.
 */
public final class ExpectationCheck {
    /** Confidence level of the limits by which one look at a result is judged. */
    public static final double LEVEL = 0.95;

    private final Scenario scenario;
    private final boolean underNull;
    private final double level;

    private ExpectationCheck(Scenario scenario, boolean underNull, double level) {
        this.scenario = scenario;
        this.underNull = underNull;
        this.level = level;
    }

    /** Checks the expectations of a scenario by 95 % limits. */
    public static ExpectationCheck of(Scenario scenario) {
        return new ExpectationCheck(scenario, false, LEVEL);
    }

    /**
     * The same, when the scenario is simulated under its null hypothesis alone: what is about that hypothesis is
     * checked.
     */
    public ExpectationCheck underNullAlone() {
        return new ExpectationCheck(scenario, true, level);
    }

    /** The same by limits of another confidence level, between 0 and 1. */
    public ExpectationCheck withLevel(double confidence) {
        return new ExpectationCheck(scenario, underNull, confidence);
    }

    /** Confidence level of the limits. */
    public double level() {
        return level;
    }

    /** Whether there is anything to check in a simulation of the scenario as it stands. */
    public boolean needsAlternative() {
        return !underNull && figures().stream().anyMatch(figure -> !isUnderNull(figure));
    }

    /** Whether there is anything to check in a simulation under the null hypothesis, which is another one. */
    public boolean needsNull() {
        return figures().stream().anyMatch(this::isUnderNull);
    }

    /** How many expectations are left out, being about the scenario as it stands when that is not simulated. */
    public int leftOut() {
        return underNull
                ? (int) figures().stream()
                        .filter(figure -> !isUnderNull(figure))
                        .count()
                : 0;
    }

    /**
     * Checks, in the order of the file.
     *
     * @param result of the scenario as it stands; null when that is not simulated
     * @param ofNull result under its null hypothesis; null when that is not simulated
     * @return those expectations whose simulation is given
     */
    public List<CheckedExpectation> check(@Nullable SimulationResult result, @Nullable SimulationResult ofNull) {
        List<CheckedExpectation> checked = new ArrayList<>();
        scenario.expect().forEach((path, criterion) -> {
            Figure figure = Figure.at(path, scenario.arms().keySet());
            SimulationResult told = isUnderNull(figure) ? ofNull : result;
            if (told != null) {
                var simulated = FigureReader.read(figure, told, level);
                checked.add(new CheckedExpectation(
                        path, criterion, simulated, level, told.replicates(), Verdict.of(criterion, simulated)));
            }
        });
        return checked;
    }

    /** In a scenario that assumes the null hypothesis, the type I error is the power. */
    private boolean isUnderNull(Figure figure) {
        return figure.isUnderNull() && (underNull || !scenario.assumesNull());
    }

    private List<Figure> figures() {
        return scenario.expect().keySet().stream()
                .map(path -> Figure.at(path, scenario.arms().keySet()))
                .toList();
    }
}
