package org.equipoise.simulator.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.equipoise.simulator.scenario.Bounds.Given;
import org.jspecify.annotations.Nullable;

/** What analysis and endpoint must satisfy together: a test, looks, bounds and a margin that fit its kind. */
final class OutcomeRules {
    private OutcomeRules() {}

    static void check(
            Faults faults,
            Map<String, Arm> arms,
            @Nullable Map<String, Map<String, StratumLevel>> strata,
            Map<String, Endpoint> endpoints,
            Analysis analysis) {
        if (endpoints.isEmpty() || analysis.endpoint() != null && !endpoints.containsKey(analysis.endpoint())) {
            return;
        }
        Endpoint endpoint =
                analysis.endpoint() == null ? endpoints.values().iterator().next() : endpoints.get(analysis.endpoint());
        if (endpoint == null) {
            return;
        }
        checkMethod(faults, endpoint.type(), analysis.test().method());
        if (!endpoint.isTimeToEvent()) {
            if (strata != null) {
                faults.add(
                        "strata",
                        "are not available yet for a binary or continuous endpoint",
                        "leave them out; every patient has the arm's model");
            }
            for (int k = 0; k < analysis.looks().size(); k++) {
                checkLook(faults, "analysis.looks." + k, analysis.looks().get(k));
            }
            checkBounds(faults, "analysis.efficacy", analysis.efficacy());
            checkBounds(faults, "analysis.futility", analysis.futility());
            checkMargin(faults, arms, endpoint, analysis.test());
        }
    }

    private static void checkMethod(Faults faults, Endpoint.Type type, TestPlan.Method method) {
        if (method.endpoint() != type) {
            faults.add(
                    "analysis.test.method",
                    "'" + method.spelling() + "' does not test a " + type.words() + " endpoint",
                    "one of "
                            + Arrays.stream(TestPlan.Method.values())
                                    .filter(each -> each.endpoint() == type)
                                    .map(TestPlan.Method::spelling)
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static void checkLook(Faults faults, String path, Look look) {
        String key = look instanceof Look.Events ? "events" : look instanceof Look.Information ? "information" : null;
        if (key != null) {
            faults.add(
                    path + "." + key,
                    "counts events, which a binary or continuous endpoint does not wait for",
                    "say when: {afterLastPatient: …} or {calendarTime: …}");
        }
        boolean all = look instanceof Look.AllOf;
        List<Look> inner = look instanceof Look.AllOf conditions
                ? conditions.allOf()
                : look instanceof Look.AnyOf conditions ? conditions.anyOf() : List.of();
        for (int i = 0; i < inner.size(); i++) {
            checkLook(faults, path + (all ? ".allOf." : ".anyOf.") + i, inner.get(i));
        }
    }

    private static void checkBounds(Faults faults, String path, @Nullable Bounds bounds) {
        if (bounds instanceof Given given && given.scale() == Given.Scale.HAZARD_RATIO) {
            faults.add(
                    path + "." + given.scale().key(),
                    "a binary or continuous endpoint has no hazard ratio",
                    "give the bounds as z or p");
        }
    }

    /** What the null hypothesis says of the experimental arms must be possible. */
    private static void checkMargin(Faults faults, Map<String, Arm> arms, Endpoint endpoint, TestPlan test) {
        double margin = test.marginOrNone();
        arms.forEach((name, arm) -> {
            if (arm.role() == Arm.Role.CONTROL
                    && endpoint.model().get(name) instanceof OutcomeModel.Proportion control
                    && !(control.probability() - margin > 0 && control.probability() - margin < 1)) {
                faults.add(
                        "analysis.test.margin",
                        "takes the control arm's probability " + Faults.plain(control.probability())
                                + " out of 0 to 1: the null hypothesis would be impossible",
                        "give a margin below it");
            }
        });
    }
}
