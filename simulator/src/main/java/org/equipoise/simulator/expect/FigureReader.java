package org.equipoise.simulator.expect;

import java.util.List;
import java.util.Objects;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.Quantile;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.Stopping;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.scenario.Figure;
import org.jspecify.annotations.Nullable;

/** Finds a figure in a result. */
final class FigureReader {
    private static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private final Figure figure;
    private final SimulationResult result;
    private final double level;

    private FigureReader(Figure figure, SimulationResult result, double level) {
        this.figure = figure;
        this.result = result;
        this.level = level;
    }

    /**
     * The figure of a result, with limits of some confidence level; NaN when no replicate tells it.
     *
     * @param result of the scenario under its null hypothesis, for a figure that is about that
     */
    static Estimate read(Figure figure, SimulationResult result, double level) {
        FigureReader reader = new FigureReader(figure, result, level);
        Estimate found = figure.look() == null ? reader.atStop() : reader.atLook(figure.look());
        return figure.quantity().isProbability() ? reader.share(found) : found.withLevel(level);
    }

    /** Shares are of all replicates, so that their limits follow from the share alone. */
    private Estimate share(Estimate found) {
        return Double.isNaN(found.value())
                ? NONE
                : Estimate.proportion(Math.round(found.value() * result.replicates()), result.replicates(), level);
    }

    private Estimate atStop() {
        return switch (figure.quantity()) {
            case POWER, TYPE_I_ERROR -> stopping().power();
            case POWER_WITHOUT_FUTILITY, TYPE_I_ERROR_WITHOUT_FUTILITY ->
                orNone(stopping().powerWithoutFutility());
            case DURATION -> result.duration().mean();
            case ENROLLED -> result.enrolled();
            case DROPOUTS -> result.dropouts();
            case EVENTS_AT_STOP -> result.eventsAtStop();
            default -> throw new IllegalStateException("no figure of the stop: " + figure.quantity());
        };
    }

    private Estimate atLook(int k) {
        LookResult look = result.looks().get(k);
        return switch (figure.quantity()) {
            case REACHED -> look.reached();
            case REJECTED -> stopping().rejected().get(k);
            case CUMULATIVE_REJECTED -> stopping().cumulativeRejected().get(k);
            case FUTILE -> stopping().futile().get(k);
            case ENROLLED -> look.enrolled();
            case DROPOUTS -> look.dropouts();
            case EVENTS -> look.events();
            case EVENTS_BY_ARM -> orNone(look.eventsByArm().get(Objects.requireNonNull(figure.arm())));
            case CALENDAR_TIME -> look.calendarTime().mean();
            case Z -> comparison().z().get(k).mean();
            case HAZARD_RATIO_MEDIAN -> median(comparison().hazardRatio(), k);
            default -> throw new IllegalStateException("no figure of a look: " + figure.quantity());
        };
    }

    private Stopping stopping() {
        return figure.hypothesis() == null ? result.stopping() : comparison().stopping();
    }

    private ComparisonResult comparison() {
        return result.comparisons().stream()
                .filter(each -> figure.hypothesis() == null || each.arm().equals(figure.hypothesis()))
                .findFirst()
                .orElseThrow();
    }

    private static Estimate median(@Nullable List<List<Quantile>> hazardRatio, int k) {
        return hazardRatio == null
                ? NONE
                : hazardRatio.get(k).stream()
                        .filter(quantile -> quantile.probability() == 0.5)
                        .map(quantile ->
                                new Estimate(quantile.value(), quantile.standardError(), Double.NaN, Double.NaN))
                        .findFirst()
                        .orElse(NONE);
    }

    private static Estimate orNone(@Nullable Estimate figure) {
        return figure == null ? NONE : figure;
    }
}
