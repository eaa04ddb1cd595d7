package org.equipoise.simulator.report.words;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.equipoise.simulator.scenario.Bounds;
import org.equipoise.simulator.scenario.Efficacy;
import org.jspecify.annotations.Nullable;

/** How bounds are found, in plain words. */
public final class BoundWords {
    private BoundWords() {}

    /**
     * {@code α-spending of O'Brien-Fleming type}.
     *
     * @param error α or β
     */
    public static String of(Bounds bounds, String error) {
        if (bounds instanceof Bounds.Spent spent) {
            return error + "-spending" + spending(spent) + (spent.isByCalendarTime() ? ", by calendar time" : "");
        }
        if (bounds instanceof Bounds.Shaped shaped) {
            return shape(shaped);
        }
        throw new IllegalArgumentException("bounds that are given: " + bounds);
    }

    private static String spending(Bounds.Spent spent) {
        return switch (spent.spending()) {
            case OBRIEN_FLEMING -> " of O'Brien-Fleming type";
            case POCOCK -> " of Pocock type";
            case HWANG_SHIH_DE_CANI -> " of Hwang, Shih and DeCani" + with("γ", spent.gamma());
            case POWER -> " by a power of time" + with("ρ", spent.rho());
            case VALUES -> " of " + listed(Objects.requireNonNull(spent.cumulative()));
        };
    }

    private static String shape(Bounds.Shaped shaped) {
        return switch (shaped.boundary()) {
            case OBRIEN_FLEMING -> "O'Brien and Fleming's shape";
            case POCOCK -> "Pocock's shape";
            case WANG_TSIATIS -> "Wang and Tsiatis' shape" + with("Δ", shaped.delta());
            case PAMPALLONA_TSIATIS -> "Pampallona and Tsiatis' shape" + with("Δ", shaped.delta());
            case HAYBITTLE_PETO ->
                "Haybittle and Peto's rule" + with("Z", shaped instanceof Efficacy.ByShape by ? by.z() : null);
        };
    }

    private static String with(String parameter, @Nullable Double value) {
        return value == null ? "" : ", " + PlainText.tied(parameter + " = " + Digits.plain(value));
    }

    private static String listed(List<Double> values) {
        return values.stream().map(Digits::plain).collect(Collectors.joining(", "));
    }
}
