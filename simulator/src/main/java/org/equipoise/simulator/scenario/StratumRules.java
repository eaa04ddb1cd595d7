package org.equipoise.simulator.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the strata must satisfy: whole populations, known arms and factors, and a randomisation that knows them. */
final class StratumRules {
    private static final int MOST_STRATA = 100;
    /** Shares written with a few digits do not add up to 1 exactly. */
    private static final double ROUNDING = 1e-6;

    private StratumRules() {}

    static void check(
            Faults faults,
            @Nullable Map<String, Arm> arms,
            @Nullable Map<String, Map<String, StratumLevel>> strata,
            @Nullable Randomisation randomisation,
            @Nullable TestPlan test) {
        if (strata != null) {
            checkFactors(faults, arms, strata);
        }
        boolean known = strata != null || faults.isLeftOut("strata", strata);
        if (randomisation != null && randomisation.strata() != null && known) {
            checkRandomisation(faults, strata == null ? Map.of() : strata, randomisation.strata());
        }
        if (test != null && test.isStratified() && randomisation != null && randomisation.strata() == null) {
            faults.add(
                    "analysis.test.stratified",
                    "is by the strata of the randomisation, and there are none",
                    "give randomisation: {strata: [factor, …]}");
        }
    }

    private static void checkFactors(
            Faults faults, @Nullable Map<String, Arm> arms, Map<String, Map<String, StratumLevel>> strata) {
        double crossed = 1;
        List<String> withModels = new ArrayList<>();
        for (Map.Entry<String, Map<String, StratumLevel>> factor : strata.entrySet()) {
            Map<String, StratumLevel> levels = factor.getValue();
            String path = "strata." + factor.getKey();
            crossed *= Math.max(1, levels.size());
            if (levels.size() < 2) {
                faults.add(path, "does not have several levels", "give at least two, or leave the factor out");
            } else {
                double sum = levels.values().stream()
                        .mapToDouble(StratumLevel::prevalence)
                        .sum();
                if (!(Math.abs(sum - 1) <= ROUNDING)) {
                    faults.add(
                            path,
                            "the prevalences of its levels must add up to 1, and add up to "
                                    + Faults.plain(Math.rint(sum * 1e9) / 1e9),
                            "");
                }
            }
            levels.forEach((name, level) -> checkModels(faults, path + "." + name + ".model", arms, level));
            if (levels.values().stream().anyMatch(level -> level.model() != null)) {
                withModels.add(factor.getKey());
            }
        }
        if (crossed > MOST_STRATA) {
            faults.add(
                    "strata",
                    "its factors cross to " + Faults.plain(crossed) + " strata",
                    "at most " + MOST_STRATA + " are possible");
        }
        if (withModels.size() > 1) {
            faults.add(
                    "strata." + withModels.get(1),
                    "levels of several factors have models of their own: " + String.join(", ", withModels),
                    "give models in one factor, and hazardRatio in the others");
        }
    }

    private static void checkModels(Faults faults, String path, @Nullable Map<String, Arm> arms, StratumLevel level) {
        if (arms == null || level.model() == null) {
            return;
        }
        level.model().forEach((name, model) -> {
            Arm arm = arms.get(name);
            if (arm == null) {
                faults.add(path + "." + name, "there is no arm '" + name + "'", Suggestion.among(name, arms.keySet()));
            } else if (arm.role() == Arm.Role.CONTROL && model.refersToControl()) {
                faults.add(
                        path + "." + name,
                        "the control arm cannot have a hazard ratio against itself",
                        "give its model in full, or give the level a hazardRatio for every arm");
            }
        });
    }

    private static void checkRandomisation(
            Faults faults, Map<String, Map<String, StratumLevel>> strata, List<String> factors) {
        HashSet<String> seen = new HashSet<>();
        for (int i = 0; i < factors.size(); i++) {
            String factor = factors.get(i);
            String path = "randomisation.strata." + i;
            if (!strata.containsKey(factor)) {
                faults.add(
                        path,
                        "there is no factor '" + factor + "'",
                        strata.isEmpty()
                                ? "describe it under strata"
                                : Objects.requireNonNull(Suggestion.among(factor, strata.keySet())));
            } else if (!seen.add(factor)) {
                faults.add(path, "names '" + factor + "' again", "leave it out");
            }
        }
    }
}
