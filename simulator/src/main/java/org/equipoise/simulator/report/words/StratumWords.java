package org.equipoise.simulator.report.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.Stratum;
import org.equipoise.simulator.scenario.StratumLevel;

/** Strata in plain words. */
public final class StratumWords {
    private StratumWords() {}

    /** {@code within strata of burden, region}; nothing where blocks run over all patients. */
    static String within(Scenario scenario) {
        List<String> factors = scenario.randomisation().strata();
        return factors == null
                ? ""
                : " within strata of "
                        + String.join(
                                ", ", factors.stream().map(ScenarioWords::arm).toList());
    }

    /** {@code burden, region}: by what the randomisation is stratified. */
    public static String factors(Scenario scenario) {
        return Listing.and(Objects.requireNonNull(scenario.randomisation().strata()).stream()
                .map(ScenarioWords::arm)
                .toList());
    }

    /** {@code high: 60 % of the patients, hazards × 1.6}, one for each level of a factor. */
    public static List<String> levels(Scenario scenario, String factor) {
        List<String> words = new ArrayList<>();
        Map<String, StratumLevel> levels =
                Objects.requireNonNull(Objects.requireNonNull(scenario.strata()).get(factor));
        levels.forEach((name, level) -> words.add(ScenarioWords.arm(name) + ": "
                + PlainText.tied(Digits.plain(100 * level.prevalence(), 4) + " %") + " of the patients"
                + difference(level)));
        return words;
    }

    private static String difference(StratumLevel level) {
        if (level.hazardRatio() != null) {
            return ", every hazard " + PlainText.tied("× " + Digits.plain(level.hazardRatio()));
        }
        if (level.model() == null) {
            return "";
        }
        List<String> models = new ArrayList<>();
        level.model().forEach((arm, model) -> models.add(ScenarioWords.arm(arm) + " " + ScenarioWords.model(model)));
        return ", " + String.join(", ", models);
    }

    /** {@code burden high, region east}. */
    public static String name(Stratum stratum) {
        List<String> words = new ArrayList<>();
        stratum.levels()
                .forEach((factor, level) -> words.add(ScenarioWords.arm(factor) + " " + ScenarioWords.arm(level)));
        return String.join(", ", words);
    }
}
