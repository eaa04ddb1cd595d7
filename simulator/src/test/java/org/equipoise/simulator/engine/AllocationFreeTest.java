package org.equipoise.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.equipoise.simulator.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In the steady state a replicate allocates nothing. The limit of one byte a replicate leaves room for the measurement
 * itself, none for an object (at least 16 bytes) in each.
 *
 * <p>When it fails: run the test with {@code -Xint}. If it fails there too, the code asks for an object; if not, the
 * compiler no longer removes one that it used to remove.
 */
class AllocationFreeTest {
    private static final int WARM_UP = 20;
    private static final int BLOCKS = 20;

    static Stream<Arguments> scenarios() {
        return Stream.of(
                arguments("base", Trials.config("haic-tace-176.yaml")),
                arguments("speed", Trials.config("speed-176.yaml")),
                arguments("several looks", Trials.config("three-looks.yaml")),
                arguments("several arms", Trials.config("three-arms.yaml")),
                arguments("delayed effect", Trials.config("delayed-effect.yaml")),
                arguments("cured share and Weibull times", Trials.config("cure-weibull.yaml")),
                arguments(
                        "log-logistic times",
                        Trials.of(
                                "endpoints: "
                                        + Trials.endpoint(
                                                "C: {logLogistic: {median: 7, shape: 1.4}}, E: {hazardRatio: 0.7}"),
                                "dropout: {all: {weibull: {shape: 0.8, median: 90}}}",
                                "analysis: {looks: [{calendarTime: 24}]}")),
                arguments(
                        "several arms and looks",
                        Trials.of(
                                "arms: {C: {role: control}, E: {role: experimental}, F: {role: experimental}}",
                                "randomisation: {method: complete}",
                                "endpoints: "
                                        + Trials.endpoint(
                                                "C: {logNormal: {median: 7, sigma: 1}}, E: {hazardRatio: [{from: 0, is: 1}, {from: 2, is: 0.5}]}, F: {gompertz: {shape: 0.1, median: 9}}"),
                                "analysis: {looks: [{anyOf: [{events: 30}, {calendarTime: 9}]}, {allOf: [{events: 60}, {afterLastPatient: 3}]}], efficacy: {z: [2.5, 2]}}")),
                arguments(
                        "bounds found anew in each replicate",
                        Trials.of(
                                "analysis: {looks: [{calendarTime: 9}, {calendarTime: 13}, {events: 60}], efficacy: {spending: obrienFleming}, futility: {spending: hwangShihDeCani, gamma: -2}}")),
                arguments("weights", tested("{method: flemingHarrington, rho: 0, gamma: 1}")),
                arguments("weights that change at a time", tested("{method: modestlyWeighted, tau: 5}")),
                arguments(
                        "weights within strata",
                        Trials.config("haic-tace-strata.yaml", "analysis.test={method: taroneWare, stratified: true}")),
                arguments("several weights", Trials.of("analysis: {test: {method: maxCombo}, looks: [{events: 60}]}")),
                arguments("Wald test", tested("{method: cox}")),
                arguments("restricted means", tested("{method: rmst, tau: 8}")),
                arguments("milestone", tested("{method: milestone, at: 8, scale: logLog}")),
                arguments(
                        "crowded times",
                        Trials.of(
                                "endpoints: "
                                        + Trials.endpoint(
                                                "C: {logNormal: {median: 1, sigma: 8}}, E: {hazardRatio: 0.8}"),
                                "analysis: {looks: [{calendarTime: 1e5}]}")));
    }

    private static Scenario tested(String test) {
        return Trials.of(
                "analysis: {test: " + test + ", looks: [{events: 40}, {events: 60}], efficacy: {z: [2.5, 2]}}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void aReplicateAllocatesNothing(String name, Scenario scenario) {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Replicator replicator = new Replicator(scenario);
        double least = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < 3 && least > 1; attempt++) {
            simulate(replicator, WARM_UP);
            long before = threads.getCurrentThreadAllocatedBytes();
            simulate(replicator, BLOCKS);
            long after = threads.getCurrentThreadAllocatedBytes();
            least = Math.min(least, (double) (after - before) / (BLOCKS * Block.SIZE));
        }
        assertThat(least).as("bytes allocated in each replicate of '%s'", name).isLessThanOrEqualTo(1);
    }

    private static void simulate(Replicator replicator, int blocks) {
        for (int b = 0; b < blocks; b++) {
            replicator.simulate((long) b * Block.SIZE, Block.SIZE);
        }
    }
}
