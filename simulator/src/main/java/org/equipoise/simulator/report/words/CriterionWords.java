package org.equipoise.simulator.report.words;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.scenario.Criterion;
import org.equipoise.simulator.scenario.Figure;
import org.equipoise.simulator.scenario.Scenario;

/** What is expected of a result, in plain words. */
public final class CriterionWords {
    private CriterionWords() {}

    /** {@code power at least 0.78; time of look 1 at most 33 months}. */
    public static String of(Scenario scenario) {
        List<String> words = new ArrayList<>();
        scenario.expect().forEach((path, criterion) -> words.add(of(scenario, path, criterion)));
        return String.join("; ", words);
    }

    /** One expectation, by the path of its figure. */
    public static String of(Scenario scenario, String path, Criterion criterion) {
        Figure figure = Figure.at(path, scenario.arms().keySet());
        return figure(figure) + " " + bounds(criterion, unit(figure, scenario));
    }

    private static String bounds(Criterion criterion, String unit) {
        List<String> bounds = new ArrayList<>();
        if (criterion.atLeast() != null) {
            bounds.add("at least " + Digits.plain(criterion.atLeast()));
        }
        if (criterion.atMost() != null) {
            bounds.add("at most " + Digits.plain(criterion.atMost()));
        }
        return String.join(" and ", bounds) + unit;
    }

    private static String unit(Figure figure, Scenario scenario) {
        return switch (figure.quantity()) {
            case DURATION, CALENDAR_TIME -> " " + ScenarioWords.units(scenario);
            default -> "";
        };
    }

    private static String figure(Figure figure) {
        String of = figure.hypothesis() == null ? "" : " for " + ScenarioWords.arm(figure.hypothesis());
        String at = figure.look() == null ? "" : " look " + (figure.look() + 1);
        return switch (figure.quantity()) {
            case POWER -> "power" + of;
            case POWER_WITHOUT_FUTILITY -> "power with futility overruled" + of;
            case TYPE_I_ERROR -> "type I error" + of;
            case TYPE_I_ERROR_WITHOUT_FUTILITY -> "type I error with futility overruled" + of;
            case DURATION -> "mean duration";
            case ENROLLED -> "mean patients" + (at.isEmpty() ? "" : " at" + at);
            case DROPOUTS -> "mean dropouts" + (at.isEmpty() ? "" : " at" + at);
            case EVENTS_AT_STOP -> "mean events at the stop";
            case REACHED -> "share that reaches" + at;
            case REJECTED -> "probability of rejecting first at" + at + of;
            case CUMULATIVE_REJECTED -> "probability of rejecting by" + at + of;
            case FUTILE -> "probability of stopping for futility at" + at + of;
            case EVENTS -> "mean events at" + at;
            case EVENTS_BY_ARM -> "mean events in " + arm(figure) + " at" + at;
            case CALENDAR_TIME -> "mean time of" + at;
            case Z -> "mean Z at" + at + of;
            case HAZARD_RATIO_MEDIAN -> "median hazard ratio at" + at + of;
        };
    }

    private static String arm(Figure figure) {
        return figure.arm() == null ? "" : ScenarioWords.arm(figure.arm());
    }
}
