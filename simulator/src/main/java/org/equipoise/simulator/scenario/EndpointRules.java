package org.equipoise.simulator.scenario;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the endpoints must satisfy: a fitting model for each arm, and the one that is tested among them. */
final class EndpointRules {
    private EndpointRules() {}

    static void check(
            Faults faults,
            @Nullable Map<String, Arm> arms,
            Map<String, Endpoint> endpoints,
            @Nullable Analysis analysis) {
        if (endpoints.isEmpty()) {
            faults.add("endpoints", "is empty", "give the endpoint that is tested");
        } else if (endpoints.size() > 1) {
            faults.add("endpoints", "several endpoints are not available yet", "keep the one that is tested");
        }
        if (arms != null) {
            endpoints.forEach((name, endpoint) -> checkModels(faults, "endpoints." + name + ".model", arms, endpoint));
        }
        if (analysis != null && analysis.endpoint() != null && !endpoints.containsKey(analysis.endpoint())) {
            faults.add(
                    "analysis.endpoint",
                    "there is no endpoint '" + analysis.endpoint() + "'",
                    "one of " + String.join(", ", endpoints.keySet()));
        }
    }

    private static void checkModels(Faults faults, String path, Map<String, Arm> arms, Endpoint endpoint) {
        arms.forEach((name, arm) -> {
            EndpointModel model = endpoint.model().get(name);
            if (model == null) {
                String example = endpoint.isTimeToEvent()
                        ? "{median: …}"
                        : endpoint.type().example();
                faults.add(path, "has no model for arm '" + name + "'", "add " + name + ": " + example);
            } else if (Endpoint.Type.of(model) != endpoint.type()) {
                faults.add(
                        path + "." + name,
                        "is a " + Endpoint.Type.of(model).words() + " model, and the endpoint is "
                                + endpoint.type().words(),
                        "give a model such as " + endpoint.type().example() + ", or another type");
            } else if (arm.role() == Arm.Role.CONTROL && model instanceof EventModel event && event.refersToControl()) {
                faults.add(
                        path + "." + name,
                        "the control arm cannot have a hazard ratio against itself",
                        "give its model in full, for example {median: 6.5}");
            }
        });
        for (String name : endpoint.model().keySet()) {
            if (!arms.containsKey(name)) {
                faults.add(path + "." + name, "there is no arm '" + name + "'", Suggestion.among(name, arms.keySet()));
            }
        }
    }
}
