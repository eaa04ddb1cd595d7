package org.equipoise.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What dropout must satisfy: known arms, and hazard ratios that have something to refer to. */
final class DropoutRules {
    private DropoutRules() {}

    static void check(Faults faults, Map<String, Arm> arms, Map<String, DropoutModel> dropout) {
        List<String> known = new ArrayList<>(arms.keySet());
        known.add(Scenario.ALL_ARMS);
        dropout.forEach((name, model) -> {
            String path = "dropout." + name;
            Arm arm = arms.get(name);
            if (arm == null && !name.equals(Scenario.ALL_ARMS)) {
                faults.add(path, "there is no arm '" + name + "'", Suggestion.among(name, known));
            } else if (model.refersToControl()) {
                if (arm == null || arm.role() == Arm.Role.CONTROL) {
                    faults.add(
                            path,
                            "a hazard ratio refers to the control arm, so it cannot stand here",
                            "give the model in full");
                } else if (!controlHasModel(arms, dropout)) {
                    faults.add(
                            path, "refers to the control arm, which has no dropout model", "give the control arm one");
                }
            }
        });
    }

    private static boolean controlHasModel(Map<String, Arm> arms, Map<String, DropoutModel> dropout) {
        return dropout.containsKey(Scenario.ALL_ARMS)
                || arms.entrySet().stream()
                        .anyMatch(
                                arm -> arm.getValue().role() == Arm.Role.CONTROL && dropout.containsKey(arm.getKey()));
    }
}
