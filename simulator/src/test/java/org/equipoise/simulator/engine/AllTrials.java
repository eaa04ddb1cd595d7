package org.equipoise.simulator.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.equipoise.simulator.scenario.Scenario;

/** Trials of all arrivals, randomisations, models, dropouts, looks and strata, small and by name. */
final class AllTrials {
    /** Models of survival, each of an arm on its own. */
    static final List<String> MODELS = List.of(
            "{hazard: 0.1}",
            "{survival: 0.4, at: 9}",
            "{piecewise: [{from: 0, hazard: 0.05}, {from: 2, hazard: 0.2}, {from: 8, hazard: 0.03}]}",
            "{piecewise: [{from: 0, hazard: 0.3}, {from: 2, hazard: 0}, {from: 4, hazard: 0.2}, {from: 9, hazard: 0}]}",
            "{weibull: {shape: 1.4, median: 6}}",
            "{weibull: {shape: 0.6, scale: 9}}",
            "{logNormal: {median: 6, sigma: 1.1}}",
            "{logLogistic: {median: 6, shape: 1.6}}",
            "{gompertz: {shape: 0.09, median: 7}}",
            "{gompertz: {shape: -0.12, rate: 0.15}}",
            "{cure: 0.25, of: {weibull: {shape: 1.2, median: 4}}}",
            "{cure: 0.3, of: {logNormal: {median: 5, sigma: 0.7}}}");

    private AllTrials() {}

    static Map<String, Scenario> byName() {
        Map<String, Scenario> all = new TreeMap<>();
        all.put("as plain as can be", Trials.of());
        addConfigs(all);
        addArrivals(all);
        addRandomisations(all);
        addModels(all);
        addDropouts(all);
        addLooks(all);
        addStrata(all);
        return all;
    }

    private static void addConfigs(Map<String, Scenario> all) {
        for (String name : List.of(
                "haic-tace-176",
                "haic-tace-gs",
                "haic-tace-strata",
                "speed-176",
                "delayed-effect",
                "three-looks",
                "three-arms")) {
            all.put(name, Trials.config(name + ".yaml"));
        }
        all.put(
                "non-inferiority",
                Trials.config("non-inferiority.yaml", "enrolment.patients=240", "analysis.looks.0.events=60"));
        all.put(
                "cure-weibull",
                Trials.config("cure-weibull.yaml", "enrolment.patients=200", "simulation.estimates=cox"));
    }

    private static void addArrivals(Map<String, Scenario> all) {
        for (String arrivals : List.of("poisson", "uniform", "even")) {
            all.put(
                    arrivals + " by rates",
                    Trials.of(
                            "enrolment: {patients: 61, arrivals: " + arrivals
                                    + ", rates: [{from: 0, rate: 0}, {from: 1.5, rate: 2}, {from: 6, rate: 7.7}]}",
                            "analysis: {looks: [{calendarTime: 7.3}, {events: 40}], efficacy: {z: [null, 1.9]}}"));
            all.put(
                    arrivals + " by duration",
                    Trials.of(
                            "enrolment: {patients: 61, arrivals: " + arrivals + ", duration: 14}",
                            "analysis: {looks: [{afterLastPatient: 0}, {events: 50}], efficacy: {z: [2.5, 1.9]}}"));
        }
        all.put(
                "a look at the very moment of an arrival",
                Trials.of(
                        "enrolment: {patients: 80, arrivals: even, duration: 20}",
                        "analysis: {looks: [{calendarTime: 10}, {calendarTime: 20}, {calendarTime: 30}], efficacy: {z: [3, 2, 2]}}"));
        all.put(
                "a look at the first arrival",
                Trials.of(
                        "enrolment: {patients: 80, arrivals: even, duration: 20}",
                        "analysis: {looks: [{calendarTime: 0.125}, {calendarTime: 0.25}, {calendarTime: 30}], efficacy: {z: [3, 2, 2]}}"));
    }

    private static void addRandomisations(Map<String, Scenario> all) {
        for (String method : List.of(
                "{method: simple}",
                "{method: complete}",
                "{method: permutedBlock, blockSize: 6}",
                "{method: permutedBlock, blockSize: 12}")) {
            all.put(
                    "2:1 by " + method,
                    Trials.of(
                            "arms: {E: {role: experimental, allocation: 2}, C: {role: control}}",
                            "enrolment: {patients: 83, duration: 10}",
                            "randomisation: " + method));
        }
        all.put(
                "four arms 3:2:1:1",
                Trials.of(
                        "arms: {A: {role: experimental}, C: {role: control, allocation: 3}, B: {role: experimental, allocation: 2}, D: {role: experimental}}",
                        "randomisation: {method: complete}",
                        "endpoints: "
                                + Trials.endpoint(
                                        "A: {hazardRatio: 0.5}, B: {median: 9}, C: {median: 6}, D: {hazardRatio: 1.2}"),
                        "analysis: {looks: [{information: 0.4}, {events: 60}], efficacy: {z: [1.5, 1.8]}, futility: {z: [0]}}"));
        all.put(
                "few patients, simple randomisation: an arm may stay empty",
                Trials.of(
                        "enrolment: {patients: 5, duration: 4}",
                        "randomisation: {method: simple}",
                        "analysis: {looks: [{events: 1}, {events: 3}, {events: 5}], efficacy: {z: [2, 1, 1]}}"));
    }

    private static void addModels(Map<String, Scenario> all) {
        for (String model : MODELS) {
            all.put(model + " and a constant ratio", modelled(model, "{hazardRatio: 0.55}"));
            all.put(
                    model + " and a changing ratio",
                    modelled(model, "{hazardRatio: [{from: 0, is: 1.2}, {from: 2.5, is: 0.4}, {from: 9, is: 0.8}]}"));
            all.put(model + " against exponential", modelled("{median: 8}", model));
        }
    }

    private static Scenario modelled(String control, String experimental) {
        return Trials.of(
                "endpoints: " + Trials.endpoint("C: " + control + ", E: " + experimental),
                "analysis: {looks: [{anyOf: [{events: 30}, {calendarTime: 30}]}, {afterLastPatient: 15}], efficacy: {p: [0.01, 0.02]}}");
    }

    private static void addDropouts(Map<String, Scenario> all) {
        all.put("nobody drops out", Trials.of("dropout: {}", "analysis: {looks: [{events: 80}]}"));
        all.put("dropout of one arm", Trials.of("dropout: {E: {weibull: {shape: 2, median: 5}}}"));
        all.put(
                "dropout by hazard ratio",
                Trials.of("dropout: {C: {logLogistic: {median: 20, shape: 1.2}}, E: {hazardRatio: 1.7}}"));
        all.put("dropout of all but one", Trials.of("dropout: {all: {hazard: 0.05}, E: {cure: 0.5, of: {median: 4}}}"));
        all.put("dropout with probability 0", Trials.of("dropout: {all: {probability: 0, by: 1}}"));
        all.put(
                "so many drop out that looks are often not reached",
                Trials.of(
                        "dropout: {all: {median: 6}}",
                        "analysis: {looks: [{events: 35}, {events: 44}, {events: 60}], efficacy: {z: [2.4, 2.1, 2]}, futility: {z: [-0.3, 0, 0.5]}}"));
    }

    /** Strata with and without blocks of their own, and tests that tell them apart. */
    private static void addStrata(Map<String, Scenario> all) {
        String burden = "burden: {low: {prevalence: 0.35}, high: {prevalence: 0.65, hazardRatio: 1.8}}";
        String region = "region: {east: {prevalence: 0.5}, north: {prevalence: 0.2, hazardRatio: 0.7},"
                + " west: {prevalence: 0.3, model: {C: {median: 4}, E: {hazardRatio: 0.9}}}}";
        String looks = "looks: [{events: 30}, {events: 60}], efficacy: {z: [2.4, 2]}";
        String both = "strata: {" + burden + ", " + region + "}";
        all.put(
                "strata that nobody tells apart",
                Trials.of("strata: {" + burden + "}", "analysis: {" + looks + "}", "randomisation: {method: simple}"));
        all.put("blocks within strata", Trials.of(both, within("[burden]"), "analysis: {" + looks + "}"));
        all.put(
                "a stratified test",
                Trials.of(both, within("[burden, region]"), "analysis: {test: {stratified: true}, " + looks + "}"));
        all.put(
                "a test stratified by one of two factors",
                Trials.of(
                        both,
                        within("[region]"),
                        "endpoints: " + Trials.endpoint("C: {weibull: {shape: 1.3, median: 7}}, E: {median: 12}"),
                        "analysis: {test: {stratified: true, hazardRatioH0: 1.2}, " + looks + "}"));
        for (String test : List.of(
                "method: flemingHarrington, rho: 0.5, gamma: 1, hazardRatioH0: 1.2",
                "method: wilcoxonGehan",
                "method: taroneWare",
                "method: modestlyWeighted, tau: 3")) {
            all.put(
                    "strata and " + test,
                    Trials.of(
                            both,
                            within("[burden, region]"),
                            "analysis: {test: {stratified: true, " + test + "}, " + looks + "}"));
        }
        all.put(
                "large blocks within strata, three arms",
                Trials.of(
                        "arms: {C: {role: control}, E: {role: experimental, allocation: 2}, F: {role: experimental}}",
                        "endpoints: " + Trials.endpoint("C: {median: 6}, E: {hazardRatio: 0.6}, F: {hazardRatio: 0.8}"),
                        "strata: {" + burden + "}",
                        "randomisation: {blockSize: 12, strata: [burden]}",
                        "analysis: {test: {stratified: true}, " + looks + "}"));
    }

    private static String within(String factors) {
        return "randomisation: {blockSize: 4, strata: " + factors + "}";
    }

    private static void addLooks(Map<String, Scenario> all) {
        all.put(
                "fractions of events",
                Trials.of(
                        "analysis: {looks: [{information: 0.31}, {events: 30.4}, {events: 55.1}], efficacy: {z: [3, 2.5, 2]}}"));
        all.put(
                "looks of every kind",
                Trials.of(
                        "analysis: {looks: [{calendarTime: 6.2}, {afterLastPatient: 1.7}, {allOf: [{events: 40}, {calendarTime: 18}]}, {anyOf: [{events: 70}, {allOf: [{afterLastPatient: 20}, {calendarTime: 33}]}]}], efficacy: {p: [0.001, null, 0.01, 0.02]}, futility: {p: [null, 0.6, 0.5]}}"));
        all.put(
                "before anybody has come",
                Trials.of(
                        "enrolment: {patients: 80, rates: [{from: 0, rate: 0}, {from: 3, rate: 9}]}",
                        "analysis: {looks: [{calendarTime: 2}, {events: 50}], efficacy: {z: [1, 2]}, futility: {z: [-1]}}"));
        all.put(
                "a very early look",
                Trials.of(
                        "analysis: {looks: [{events: 1}, {events: 2}, {events: 3}, {events: 50}], efficacy: {z: [3, 3, 3, 2]}}"));
    }
}
