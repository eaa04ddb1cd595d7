package org.equipoise.simulator.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.simulator.scenario.Scenario;

/** Trials of all tests and bounds, small and by name. */
final class AllDesigns {
    private AllDesigns() {}

    /** Those whose looks have the events that were planned. */
    static Map<String, Scenario> asPlanned() {
        Map<String, Scenario> all = new TreeMap<>();
        addTests(all);
        addOtherTests(all);
        addFixedDesigns(all);
        return all;
    }

    /** Whose Z is a normal score, found by another way in the engine, and so not the same to the last digits. */
    static Map<String, Scenario> ofSeveralWeights() {
        Map<String, Scenario> all = new TreeMap<>();
        for (String test : List.of(
                "{method: maxCombo}",
                "{method: maxCombo, weights: [[0, 0], [0, 1]]}",
                "{method: maxCombo, weights: [[0, 0], [0, 0.5], [0.5, 0.5]]}",
                "{method: maxCombo, weights: [[0, 0], [0, 0.5], [0.5, 0], [0.5, 0.5]]}")) {
            for (String look : List.of("events: 1", "events: 4", "events: 25", "calendarTime: 14", "events: 62")) {
                all.put(test + " at " + look, Trials.of("analysis: {test: " + test + ", looks: [{" + look + "}]}"));
            }
        }
        all.put(
                "within strata, three arms",
                Trials.of(
                        "arms: {C: {role: control}, E: {role: experimental}, F: {role: experimental}}",
                        "endpoints: " + Trials.endpoint("C: {median: 6}, E: {hazardRatio: 0.6}, F: {hazardRatio: 0.8}"),
                        "strata: {burden: {low: {prevalence: 0.35}, high: {prevalence: 0.65, hazardRatio: 1.8}}}",
                        "randomisation: {blockSize: 6, strata: [burden]}",
                        "analysis: {test: {method: maxCombo, stratified: true}, looks: [{events: 50}]}"));
        return all;
    }

    /** Looks with other events than planned: early, late, or none. */
    static Map<String, Scenario> moving() {
        Map<String, Scenario> all = new TreeMap<>();
        for (String analysis : List.of(
                "looks: [{calendarTime: 9}, {calendarTime: 13}, {events: 60}], efficacy: {spending: obrienFleming}",
                "looks: [{calendarTime: 9}, {events: 60}], efficacy: {spending: hwangShihDeCani, gamma: 1}, futility: {spending: power, rho: 1.5}",
                "looks: [{events: 25}, {calendarTime: 14}, {afterLastPatient: 9}], efficacy: {spending: pocock}, futility: {spending: pocock, binding: true}",
                "looks: [{anyOf: [{events: 30}, {calendarTime: 9.5}]}, {afterLastPatient: 6}], efficacy: {boundary: pocock}, futility: {z: [0]}",
                "looks: [{events: 38}, {afterLastPatient: 25}], efficacy: {spending: values, cumulative: [0.01, 0.025]}",
                "looks: [{calendarTime: 10}, {afterLastPatient: 6}], alpha: 0.1, sides: 2, efficacy: {spending: power, rho: 1}",
                "looks: [{calendarTime: 9}, {calendarTime: 13}, {events: 60}], alpha: 0.1, sides: 2, efficacy: {spending: pocock}, futility: {spending: power, rho: 1, binding: true}",
                "looks: [{events: 25}, {events: 45}, {events: 60}], efficacy: {spending: pocock, by: calendarTime}",
                "looks: [{calendarTime: 9}, {events: 40}, {afterLastPatient: 9}], efficacy: {spending: obrienFleming, by: calendarTime}, futility: {spending: power, rho: 2, by: calendarTime}",
                "looks: [{calendarTime: 9}, {calendarTime: 13}], efficacy: {boundary: pocock}, futility: {spending: pocock, by: calendarTime}")) {
            all.put(
                    analysis,
                    Trials.of(
                            // so many drop out that a look at 38 events is often not reached
                            "dropout: {all: {median: " + (analysis.contains("events: 38") ? 9 : 90) + "}}",
                            "analysis: {" + analysis + "}"));
        }
        return all;
    }

    private static void addTests(Map<String, Scenario> all) {
        all.put(
                "two-sided",
                Trials.of(
                        "endpoints: " + Trials.endpoint("C: {median: 7}, E: {hazardRatio: 1.7}"),
                        "analysis: {sides: 2, alpha: 0.08, looks: [{events: 55}]}"));
        all.put(
                "two-sided bounds as p",
                Trials.of(
                        "endpoints: " + Trials.endpoint("C: {median: 7}, E: {hazardRatio: 1.7}"),
                        "analysis: {sides: 2, looks: [{events: 30}, {events: 60}], efficacy: {p: [0.04, 0.09]}}"));
        all.put(
                "a test for non-inferiority",
                Trials.of(
                        "endpoints: " + Trials.endpoint("C: {median: 7}, E: {hazardRatio: 1}"),
                        "analysis: {alpha: 0.1, test: {hazardRatioH0: 1.5}, looks: [{events: 60}]}"));
        all.put(
                "futility at the last look",
                Trials.of(
                        "analysis: {looks: [{events: 30}, {events: 60}], efficacy: {z: [2.3, 2]}, futility: {z: [0.2, 1.5]}}"));
        all.put(
                "a look without bounds",
                Trials.of(
                        "analysis: {looks: [{events: 30}, {events: 60}], efficacy: {z: [null, 2]}, futility: {z: [null]}}"));
    }

    private static void addOtherTests(Map<String, Scenario> all) {
        for (String test : List.of(
                "{method: flemingHarrington, rho: 0, gamma: 1}",
                "{method: flemingHarrington, rho: 0.7, gamma: 0.5, hazardRatioH0: 1.2}",
                "{method: wilcoxonGehan}",
                "{method: taroneWare, hazardRatioH0: 1.3}",
                "{method: modestlyWeighted, tau: 4.5}",
                "{method: modestlyWeighted, tau: 100}",
                "{method: cox, hazardRatioH0: 1.2}",
                "{method: cox, ties: breslow}",
                "{method: rmst, tau: 7.5}",
                "{method: milestone, at: 6}",
                "{method: milestone, at: 6, scale: logLog}")) {
            // Z of a milestone can be 2 but for rounding, so bounds are no round numbers.
            all.put(
                    test,
                    Trials.of(
                            "analysis: {test: " + test + ", looks: [{events: 1}, {events: 25}, {calendarTime: 14},"
                                    + " {events: 62}], efficacy: {z: [3.01, 2.53, 2.21, 1.99]}, futility: {z: [null, 0.01, 0.01]}}"));
            all.put(
                    test + " with several arms, many lost",
                    Trials.of(
                            "arms: {C: {role: control}, E: {role: experimental}, F: {role: experimental}}",
                            "randomisation: {method: complete}",
                            "enrolment: {patients: 83, arrivals: even, duration: 20}",
                            "dropout: {all: {median: 7}}",
                            "endpoints: "
                                    + Trials.endpoint("C: {median: 5}, E: {hazardRatio: [{from: 0, is: 1.1}, {from: 2,"
                                            + " is: 0.4}]}, F: {cure: 0.2, of: {median: 4}}"),
                            "analysis: {test: " + test + ", sides: 2, looks: [{calendarTime: 10}, {calendarTime: 40}],"
                                    + " efficacy: {p: [0.01, 0.04]}}"));
            all.put(
                    test + " with crowded times",
                    Trials.of(
                            "endpoints: "
                                    + Trials.endpoint("C: {logNormal: {median: 1, sigma: 6}}, E: {hazardRatio: 0.8}"),
                            "analysis: {test: " + test + ", looks: [{calendarTime: 1e4}]}"));
        }
    }

    /** Looks with the events that were planned. */
    private static void addFixedDesigns(Map<String, Scenario> all) {
        for (String bounds : List.of(
                "efficacy: {spending: obrienFleming}",
                "efficacy: {spending: pocock}",
                "efficacy: {spending: hwangShihDeCani, gamma: -3}, futility: {spending: hwangShihDeCani, gamma: 0}",
                "efficacy: {spending: power, rho: 1.5}, futility: {spending: pocock, binding: true}",
                "efficacy: {spending: values, cumulative: [0.002, 0.01, 0.025]}, futility: {z: [-0.2, 0.3]}",
                "efficacy: {boundary: obrienFleming}",
                "efficacy: {boundary: pocock}, futility: {spending: power, rho: 2}",
                "efficacy: {boundary: wangTsiatis, delta: 0.3}, futility: {p: [0.7, 0.5], binding: true}",
                "efficacy: {boundary: haybittlePeto, z: 2.7}, futility: {spending: values, cumulative: [0, 0.05, 0.2]}",
                "efficacy: {z: [3, null, 2]}, futility: {spending: obrienFleming}",
                "sides: 2, efficacy: {spending: pocock}, futility: {spending: pocock}",
                "sides: 2, efficacy: {spending: obrienFleming},"
                        + " futility: {spending: hwangShihDeCani, gamma: 0, binding: true}",
                "sides: 2, efficacy: {boundary: pocock}, futility: {p: [0.8, 0.5]}",
                "alpha: 0.08, sides: 2, efficacy: {spending: pocock}",
                "alpha: 0.08, sides: 2, efficacy: {spending: values, cumulative: [0.01, 0.03, 0.08]}",
                "alpha: 0.08, sides: 2, efficacy: {boundary: wangTsiatis, delta: 0.1}")) {
            all.put(
                    bounds,
                    Trials.of("analysis: {looks: [{events: 25}, {information: 0.7}, {events: 60}], " + bounds + "}"));
        }
        all.put(
                "spending with two experimental arms",
                Trials.of(
                        "arms: {C: {role: control}, E: {role: experimental}, F: {role: experimental}}",
                        "randomisation: {method: complete}",
                        "endpoints: " + Trials.endpoint("C: {median: 5}, E: {hazardRatio: 0.5}, F: {hazardRatio: 0.8}"),
                        "analysis: {looks: [{events: 30}, {events: 60}], efficacy: {spending: pocock}, futility: {spending: power, rho: 1}}"));
    }
}
