package org.equipoise.simulator.scenario;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the weights of a MaxCombo test must satisfy, and what the trial around it. */
final class MaxComboRules {
    /** Fleming and Harrington's weights that are meant when none are given. */
    static final List<List<Double>> FOUR =
            List.of(List.of(0.0, 0.0), List.of(0.0, 1.0), List.of(1.0, 0.0), List.of(1.0, 1.0));

    private static final int FEWEST = 2;
    private static final int MOST = 4;

    private MaxComboRules() {}

    static void check(Faults faults, List<List<Double>> weights) {
        if (weights.size() < FEWEST || weights.size() > MOST) {
            faults.add(
                    "weights",
                    "must be from " + FEWEST + " to " + MOST + " pairs [rho, gamma], has " + weights.size(),
                    weights.size() < FEWEST
                            ? "take flemingHarrington for one pair"
                            : "leave out those that tell least");
        }
        for (int i = 0; i < weights.size(); i++) {
            int numbers = weights.get(i).size();
            if (numbers != 2) {
                faults.add("weights." + i, "must be a pair [rho, gamma], has " + numbers + " numbers", "");
            }
        }
        if (new HashSet<>(weights).size() < weights.size()) {
            faults.add("weights", "has the same pair twice", "leave one of them out");
        }
    }

    /** How several looks would share the error is not known for the largest of several statistics. */
    static void check(Faults faults, @Nullable List<Look> looks, @Nullable Integer sides) {
        if (looks != null && looks.size() > 1) {
            faults.add(
                    "looks",
                    "has " + looks.size()
                            + " looks: maxCombo takes one, for bounds over several are not offered for it",
                    "keep the last one, or take flemingHarrington or modestlyWeighted");
        }
        if (sides != null && sides != 1) {
            faults.add(
                    "sides",
                    "must be 1 with maxCombo, which asks whether the experimental arm is better by any of the weights",
                    "give half the alpha");
        }
    }
}
