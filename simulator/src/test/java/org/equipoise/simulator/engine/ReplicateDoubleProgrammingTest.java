package org.equipoise.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.equipoise.simulator.engine.PlainReplicate.Finding;
import org.equipoise.simulator.engine.PlainReplicate.LookShown;
import org.equipoise.simulator.engine.look.LookColumns;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine against {@link PlainReplicate}, replicate by replicate: counts and decisions are equal, times and
 * statistics agree to 1e-9 of their size or of 1. Two events, or an event and a cut, would have to lie within rounding
 * (about 1e-14) of each other for the two to differ by right.
 */
class ReplicateDoubleProgrammingTest {
    private static final double TOLERANCE = 1e-9;
    private static final int FIRST = 4_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void agreesWithAPlainImplementation(String name, Scenario scenario) {
        compare(name, scenario, 256);
    }

    static Stream<Arguments> scenarios() {
        Map<String, Scenario> all = new TreeMap<>();
        all.put("as plain as can be", Trials.of());
        addConfigs(all);
        addArrivals(all);
        addRandomisations(all);
        addModels(all);
        addDropouts(all);
        addLooks(all);
        addStrata(all);
        addTests(all);
        addOtherTests(all);
        addFixedDesigns(all);
        return all.entrySet().stream().map(entry -> arguments(entry.getKey(), entry.getValue()));
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
        List<String> models = List.of(
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
        for (String model : models) {
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
                "non-inferiority",
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
            all.put(
                    test,
                    Trials.of("analysis: {test: " + test + ", looks: [{events: 1}, {events: 25}, {calendarTime: 14},"
                            + " {events: 62}], efficacy: {z: [3, 2.5, 2.2, 2]}, futility: {z: [null, 0, 0]}}"));
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

    /** Looks with other events than planned: early, late, or none. */
    static Stream<Arguments> movingLooks() {
        return Stream.of(
                        "looks: [{calendarTime: 9}, {calendarTime: 13}, {events: 60}], efficacy: {spending: obrienFleming}",
                        "looks: [{calendarTime: 9}, {events: 60}], efficacy: {spending: hwangShihDeCani, gamma: 1}, futility: {spending: power, rho: 1.5}",
                        "looks: [{events: 25}, {calendarTime: 14}, {afterLastPatient: 9}], efficacy: {spending: pocock}, futility: {spending: pocock, binding: true}",
                        "looks: [{anyOf: [{events: 30}, {calendarTime: 9.5}]}, {afterLastPatient: 6}], efficacy: {boundary: pocock}, futility: {z: [0]}",
                        "looks: [{events: 38}, {afterLastPatient: 25}], efficacy: {spending: values, cumulative: [0.01, 0.025]}",
                        "looks: [{calendarTime: 10}, {afterLastPatient: 6}], alpha: 0.1, sides: 2, efficacy: {spending: power, rho: 1}",
                        "looks: [{calendarTime: 9}, {calendarTime: 13}, {events: 60}], alpha: 0.1, sides: 2, efficacy: {spending: pocock}, futility: {spending: power, rho: 1, binding: true}",
                        "looks: [{events: 25}, {events: 45}, {events: 60}], efficacy: {spending: pocock, by: calendarTime}",
                        "looks: [{calendarTime: 9}, {events: 40}, {afterLastPatient: 9}], efficacy: {spending: obrienFleming, by: calendarTime}, futility: {spending: power, rho: 2, by: calendarTime}",
                        "looks: [{calendarTime: 9}, {calendarTime: 13}], efficacy: {boundary: pocock}, futility: {spending: pocock, by: calendarTime}")
                .map(analysis -> arguments(
                        analysis,
                        Trials.of(
                                // so many drop out that a look at 38 events is often not reached
                                "dropout: {all: {median: " + (analysis.contains("events: 38") ? 9 : 90) + "}}",
                                "analysis: {" + analysis + "}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("movingLooks")
    void findsTheBoundsOfLooksThatMove(String name, Scenario scenario) {
        compare(name, scenario, 100);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesOnRandomScenarios(long seed) {
        String text = RandomTrial.text(seed);
        compare("seed " + seed + "\n" + text, Trials.read(text), 60);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    /** The event that triggers the cut belongs to it, so no replicate shows one event less than was asked for. */
    @Test
    void showsExactlyTheEventsThatWereAskedFor() {
        Scenario scenario = Trials.of(
                "analysis: {looks: [{events: 20}, {information: 0.6}, {events: 60}], efficacy: {z: [3, 2.4, 2]}}");
        Replicator replicator = new Replicator(scenario);
        int[] asked = {20, 36, 60};
        for (int b = 0; b < 40; b++) {
            Block block = replicator.simulate((long) b * Block.SIZE, Block.SIZE);
            for (int i = 0; i < Block.SIZE; i++) {
                for (int k = 0; k < asked.length; k++) {
                    LookColumns look = block.look(k);
                    if (!Double.isNaN(look.time[i])) {
                        assertThat(look.events[i]).isEqualTo(asked[k]);
                        assertThat(look.eventsByArm[0][i] + look.eventsByArm[1][i])
                                .isEqualTo(asked[k]);
                    }
                }
            }
        }
    }

    private static void compare(String name, Scenario scenario, int replicates) {
        Block block = new Replicator(scenario).simulate(FIRST, replicates);
        PlainBounds bounds = new PlainBounds(scenario);
        for (int i = 0; i < replicates; i++) {
            String where = name + ", replicate " + (FIRST + i);
            PlainReplicate plain = PlainReplicate.of(scenario, FIRST + i);
            List<LookShown> looks = plain.looks();
            for (int k = 0; k < looks.size(); k++) {
                if (looks.get(k) == null) {
                    assertThat(block.look(k).time[i]).as(where).isNaN();
                } else {
                    compare(where + ", look " + (k + 1), block.look(k), i, looks.get(k));
                }
            }
            for (int h = 0; h < block.comparisons(); h++) {
                List<Decision> decisions = plain.decisions(looks, h, bounds);
                for (int k = 0; k < looks.size(); k++) {
                    assertThat(block.decision(h, i, k))
                            .as("%s, look %d, comparison %d", where, k + 1, h + 1)
                            .isEqualTo(decisions.get(k));
                }
            }
        }
    }

    private static void compare(String where, LookColumns look, int i, LookShown plain) {
        close(where + ", time", look.time[i], plain.time());
        equal(where + ", enrolled", look.enrolled[i], plain.enrolled());
        equal(where + ", events", look.events[i], plain.events());
        equal(where + ", dropouts", look.dropouts[i], plain.dropouts());
        for (int arm = 0; arm < plain.eventsByArm().size(); arm++) {
            equal(
                    where + ", events of arm " + arm,
                    look.eventsByArm[arm][i],
                    plain.eventsByArm().get(arm));
        }
        for (int h = 0; h < plain.findings().size(); h++) {
            Finding finding = plain.findings().get(h);
            close(where + ", z", look.z[h][i], finding.z());
            close(where + ", log hazard ratio", look.logHazardRatio[h][i], finding.logHazardRatio());
            close(where + ", standard error", look.standardError[h][i], finding.standardError());
        }
    }

    private static void equal(String what, double engine, double plain) {
        if (engine != plain) {
            throw new AssertionError(what + ": engine " + engine + ", plain " + plain);
        }
    }

    /** Equal, or finite and close. Written without a matcher, because it runs some million times. */
    private static void close(String what, double engine, double plain) {
        boolean close = Math.abs(engine - plain) <= TOLERANCE * Math.max(1, Math.abs(plain));
        if (engine != plain && !(Double.isFinite(engine) && close)) {
            throw new AssertionError(what + ": engine " + engine + ", plain " + plain);
        }
    }
}
