package org.equipoise.simulator.scenario;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the arms must satisfy, and the randomisation that goes with them. */
final class ArmRules {
    private ArmRules() {}

    static void check(Faults faults, Map<String, Arm> arms, @Nullable Randomisation randomisation) {
        for (String name : arms.keySet()) {
            if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
                faults.add(
                        "arms",
                        "an arm has a name without visible characters, or with control characters",
                        "rename it");
            } else if (name.equals(Scenario.ALL_ARMS)) {
                faults.add(
                        "arms.all", "'all' stands for every arm under dropout and cannot name one", "rename the arm");
            }
        }
        long controls = count(arms, Arm.Role.CONTROL);
        if (controls != 1) {
            faults.add(
                    "arms", "exactly one arm must have role control, found " + controls, "give one arm role: control");
        }
        if (count(arms, Arm.Role.EXPERIMENTAL) == 0) {
            faults.add("arms", "no arm has role experimental", "give at least one arm role: experimental");
        }
        int sum = arms.values().stream().mapToInt(Arm::allocation).sum();
        if (randomisation != null
                && randomisation.blockSize() != null
                && sum > 0
                && randomisation.blockSize() % sum != 0) {
            faults.add(
                    "randomisation.blockSize",
                    "must be a multiple of the allocation sum " + sum + ", was " + randomisation.blockSize(),
                    "for example " + sum + " or " + 2 * sum);
        }
    }

    private static long count(Map<String, Arm> arms, Arm.Role role) {
        return arms.values().stream().filter(arm -> arm.role() == role).count();
    }
}
