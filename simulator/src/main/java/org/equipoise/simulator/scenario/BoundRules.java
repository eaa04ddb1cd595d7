package org.equipoise.simulator.scenario;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What bounds must satisfy, given the number of looks. */
final class BoundRules {
    private BoundRules() {}

    static void check(
            Faults faults,
            int looks,
            int sides,
            Bounds.@Nullable Efficacy efficacy,
            Bounds.@Nullable Futility futility) {
        if (faults.isLeftOut("efficacy", efficacy) && looks > 1) {
            faults.add(
                    "efficacy",
                    "is missing: " + looks + " looks need bounds",
                    "give efficacy: {z: [one number for each look]} or {p: […]}; null skips a look");
        }
        if (efficacy != null) {
            checkEfficacy(faults, looks, sides, efficacy);
        }
        if (futility != null) {
            checkFutility(faults, looks, sides, futility);
        }
        if (efficacy != null && futility != null && sides == 1) {
            checkApart(faults, looks, efficacy, futility);
        }
    }

    private static void checkEfficacy(Faults faults, int looks, int sides, Bounds.Efficacy efficacy) {
        String path = "efficacy." + scale(efficacy);
        if (efficacy.values().size() != looks) {
            faults.add(
                    path,
                    "has " + efficacy.values().size() + " bounds for " + looks + " looks",
                    "give one for each look; null skips a look");
        } else if (efficacy.values().stream().allMatch(Objects::isNull)) {
            faults.add(path, "has no bound at any look", "give at least one number");
        }
        if (sides == 2 && !efficacy.areProbabilities()) {
            for (int k = 0; k < efficacy.values().size(); k++) {
                Double z = efficacy.values().get(k);
                if (z != null && z <= 0) {
                    faults.add(path + "." + k, "must be above 0 in a two-sided test, was " + Faults.plain(z), "");
                }
            }
        }
    }

    private static void checkFutility(Faults faults, int looks, int sides, Bounds.Futility futility) {
        int given = futility.values().size();
        if (sides == 2) {
            faults.add("futility", "needs a one-sided test", "use sides: 1, or leave futility out");
        }
        if (given != looks && given != looks - 1) {
            faults.add(
                    "futility." + scale(futility),
                    "has " + given + " bounds for " + looks + " looks",
                    "give one for each look, or for each but the last; null skips a look");
        }
    }

    private static void checkApart(Faults faults, int looks, Bounds.Efficacy efficacy, Bounds.Futility futility) {
        int both = Math.min(
                looks, Math.min(efficacy.values().size(), futility.values().size()));
        for (int k = 0; k < both; k++) {
            Double upper = efficacy.zAt(k, 1);
            Double lower = futility.zAt(k, 1);
            if (upper != null && lower != null && lower > upper) {
                faults.add(
                        "futility." + scale(futility) + "." + k,
                        "lies above the efficacy bound of look " + (k + 1) + " on the Z scale: " + lower + " > "
                                + upper,
                        "lower it, or raise the efficacy bound");
            }
        }
    }

    private static String scale(Bounds bounds) {
        return bounds.areProbabilities() ? "p" : "z";
    }
}
