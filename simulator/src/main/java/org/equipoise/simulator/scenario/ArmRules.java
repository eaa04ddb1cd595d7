package org.equipoise.simulator.scenario;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the arms must satisfy, and the randomisation that goes with them. */
final class ArmRules {
    private static final int MOST_ARMS = 100;

    private ArmRules() {}

    static void check(Faults faults, Map<String, Arm> arms, @Nullable Randomisation randomisation) {
        for (String name : arms.keySet()) {
            if (!isVisible(name)) {
                faults.add(
                        "arms",
                        "an arm has a name without visible characters, or with control characters",
                        "rename it");
            } else if (name.equals(Scenario.ALL_ARMS)) {
                faults.add(
                        "arms.all", "'all' stands for every arm under dropout and cannot name one", "rename the arm");
            }
        }
        if (arms.size() > MOST_ARMS) {
            faults.add("arms", "has " + arms.size() + " arms", "at most " + MOST_ARMS + " are possible");
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

    /** Whether a name can be read: something to see in it, and nothing that breaks a line. */
    private static boolean isVisible(String name) {
        return name.chars().noneMatch(Character::isISOControl)
                && name.codePoints()
                        .anyMatch(c -> !Character.isWhitespace(c)
                                && Character.getType(c) != Character.FORMAT
                                && Character.getType(c) != Character.SURROGATE);
    }

    private static long count(Map<String, Arm> arms, Arm.Role role) {
        return arms.values().stream().filter(arm -> arm.role() == role).count();
    }
}
