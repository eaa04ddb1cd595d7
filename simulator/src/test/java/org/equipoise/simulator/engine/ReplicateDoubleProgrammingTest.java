package org.equipoise.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
    /** Of the engine's way to a normal score. */
    private static final double SCORE_TOLERANCE = 4e-4;

    private static final int FIRST = 4_000;
    /** Of a scenario; of each other ones, so that together they see more. */
    private static final int REPLICATES = 64;

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void agreesWithAPlainImplementation(String name, Scenario scenario, int first) {
        compare(name, scenario, first, REPLICATES);
    }

    static Stream<Arguments> scenarios() {
        Map<String, Scenario> all = AllTrials.byName();
        all.putAll(AllDesigns.asPlanned());
        return numbered(all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("movingLooks")
    void findsTheBoundsOfLooksThatMove(String name, Scenario scenario, int first) {
        compare(name, scenario, first, REPLICATES / 2);
    }

    static Stream<Arguments> movingLooks() {
        return numbered(AllDesigns.moving());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("severalWeights")
    void findsTheNormalScoreOfTheLargestStatistic(String name, Scenario scenario, int first) {
        Block block = new Replicator(scenario).simulate(first, REPLICATES / 2);
        for (int i = 0; i < block.size(); i++) {
            LookShown plain = PlainReplicate.of(scenario, first + i).looks().get(0);
            for (int h = 0; h < block.comparisons(); h++) {
                assertThat(block.look(0).z[h][i])
                        .as("%s, replicate %d", name, first + i)
                        .isCloseTo(plain.findings().get(h).z(), within(SCORE_TOLERANCE));
            }
        }
    }

    static Stream<Arguments> severalWeights() {
        return numbered(AllDesigns.ofSeveralWeights());
    }

    private static Stream<Arguments> numbered(Map<String, Scenario> all) {
        AtomicInteger first = new AtomicInteger(FIRST);
        return all.entrySet().stream()
                .map(entry -> arguments(entry.getKey(), entry.getValue(), first.getAndAdd(REPLICATES)));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesOnRandomScenarios(long seed) {
        String text = RandomTrial.text(seed);
        compare("seed " + seed + "\n" + text, Trials.read(text), FIRST, REPLICATES / 2);
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

    private static void compare(String name, Scenario scenario, int first, int replicates) {
        Block block = new Replicator(scenario).simulate(first, replicates);
        PlainBounds bounds = new PlainBounds(scenario);
        for (int i = 0; i < replicates; i++) {
            String where = name + ", replicate " + (first + i);
            PlainReplicate plain = PlainReplicate.of(scenario, first + i);
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
