package org.equipoise.simulator.scenario;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One level of a factor that divides the patients.
 *
 * @param prevalence share of the patients
 * @param hazardRatio by which every arm's hazard of the tested endpoint is multiplied; 1 when left out
 * @param model models of the tested endpoint in this level, by arm; arms that are left out keep theirs
 */
@Doc("One level of a factor: its share of the patients, and what is different in it.")
public record StratumLevel(
        @Doc("Share of the patients; the levels of a factor have all of them.") @Range(above = 0, below = 1)
        double prevalence,

        @Doc("Multiplies every arm's hazard in this level.") @Range(above = 0, atMost = 1000) @Nullable
        Double hazardRatio,

        @Doc("Models of the tested endpoint in this level, by the arm's name; the others keep theirs.") @Nullable
        Map<String, EventModel> model) {
    /** Validates the numbers, and that the level differs in one way. */
    public StratumLevel {
        model = model == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(model));
        Map<String, EventModel> given = model;
        Faults.of(StratumLevel.class, prevalence, hazardRatio, model)
                .and(f -> check(f, prevalence, hazardRatio, given))
                .throwIfAny();
    }

    static void check(
            Faults faults,
            @Nullable Double prevalence,
            @Nullable Double hazardRatio,
            @Nullable Map<String, EventModel> model) {
        if (hazardRatio != null && model != null) {
            faults.add("model", "hazardRatio and model are both given", "keep one of them");
        }
    }

    /** The level without models of its own for some arms. */
    StratumLevel without(Set<String> arms) {
        if (model == null) {
            return this;
        }
        Map<String, EventModel> left = new LinkedHashMap<>(model);
        left.keySet().removeAll(arms);
        return new StratumLevel(prevalence, hazardRatio, left.isEmpty() ? null : left);
    }

    /** Whether one of some arms has a model of its own here. */
    boolean hasModelOf(Collection<String> arms) {
        return model != null && arms.stream().anyMatch(model::containsKey);
    }

    /** What every arm's hazard is multiplied by. */
    double ratio() {
        return hazardRatio == null ? 1 : hazardRatio;
    }
}
