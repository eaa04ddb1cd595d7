package org.equipoise.simulator.report.json;

import java.util.List;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.analytic.LookProbabilities;
import org.equipoise.simulator.analytic.MethodName;
import org.equipoise.simulator.report.RunReport;

/** What is known without simulation, as the keys of an object. */
final class AnalyticJson {
    /** The one that is shown, and the textbook's. */
    private static final List<PowerMethod> METHODS = List.of(AnalyticPower.SHOWN, PowerMethod.SCHOENFELD);

    private AnalyticJson() {}

    static void put(JsonText json, RunReport report) {
        List<String> arms = report.result().scenario().experimentalArms();
        Expectations expectations = report.expectations();
        int last = report.result().looks().size() - 1;
        json.object("analytic");
        if (arms.size() == 1) {
            putPower(json, report.power(), arms.get(0));
        } else {
            putPowers(json, report.power(), arms);
        }
        json.put("shown", MethodName.of(AnalyticPower.SHOWN))
                .put("expectedCalendarTime", expectations.atLook(last).calendarTime())
                .put("timeOfExpectedEvents", expectations.timeOfExpectedEvents(last));
        json.array("looks");
        for (int k = 0; k <= last; k++) {
            json.element().put("look", k + 1);
            ExpectationJson.put(json, expectations.atLook(k));
            json.put(
                    "informationFraction",
                    expectations.atLook(k).events() / expectations.atLook(last).events());
            BoundJson.put(json, report.bounds(), k, arms);
            probabilities(json, report.power(), arms, k);
            json.end();
        }
        json.endArray().end();
    }

    /** Power of one arm, by method. */
    static void putPower(JsonText json, AnalyticPower power, String arm) {
        json.object("power");
        METHODS.forEach(
                method -> json.put(MethodName.of(method), power.of(arm, method).orElse(Double.NaN)));
        json.end();
    }

    private static void putPowers(JsonText json, AnalyticPower power, List<String> arms) {
        json.object("power");
        for (PowerMethod method : METHODS) {
            json.object(MethodName.of(method));
            arms.forEach(arm -> json.put(arm, power.of(arm, method).orElse(Double.NaN)));
            json.end();
        }
        json.end();
    }

    /** What a look decides: numbers with one experimental arm, a map from arm to them with several. */
    private static void probabilities(JsonText json, AnalyticPower power, List<String> arms, int k) {
        for (String arm : arms) {
            if (arms.size() > 1) {
                json.object(arm);
            }
            List<LookProbabilities> looks = power.looks(arm, AnalyticPower.SHOWN);
            boolean none = looks.isEmpty();
            json.put("rejected", none ? Double.NaN : looks.get(k).rejected())
                    .put("cumulativeRejected", none ? Double.NaN : looks.get(k).cumulativeRejected())
                    .put("futile", none ? Double.NaN : looks.get(k).futile());
            if (arms.size() > 1) {
                json.end();
            }
        }
    }
}
