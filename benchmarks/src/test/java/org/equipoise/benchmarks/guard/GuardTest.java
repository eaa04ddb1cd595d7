package org.equipoise.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.equipoise.benchmarks.guard.Budgets.Case;
import org.equipoise.benchmarks.guard.Budgets.Limit;
import org.equipoise.benchmarks.probe.Fork;
import org.equipoise.benchmarks.probe.Reading;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final String JAVA = Integer.toString(Runtime.version().feature());
    private static final Path BUDGETS = Path.of("budgets.json");

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Fork fork = new Fork(PlantedProbe.class);

    /** Readings are in the engine's own time, the budget is the usual 8 % above: a plant of 15 % goes beyond it. */
    @Test
    @Tag("slow")
    void catchesASlowDownOfFifteenPerCentAndSixtyFourBytesAndNothingElse() {
        assertThat(judge(planted("nothing"))).as(this::told).isTrue();
        assertThat(told()).doesNotContain("FAILED");

        assertThat(judge(planted("slower"))).as(this::told).isFalse();
        assertThat(told())
                .contains("FAILED: slower has become slower", "grew by", "The budget is", "budgets.json", "-prof")
                .doesNotContain("begun to allocate");

        assertThat(judge(planted("allocates"))).as(this::told).isFalse();
        assertThat(told()).contains("allocates has begun to allocate: 64.0 bytes in each replicate");
    }

    private static Case planted(String what) {
        return new Case(what, List.of(what, "../configs/speed-176.yaml", "simulation.estimates=none"));
    }

    private boolean judge(Case each) {
        told.reset();
        Budgets budgets = new Budgets(List.of(each), 1, Map.of(JAVA, Map.of(each.name(), new Limit(1, 1.08))));
        return new Guard(budgets, fork, new PrintStream(told, true, StandardCharsets.UTF_8), 1, 2).judge();
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyGuardedCaseHasABudgetOnEachSupportedJavaAndAScenarioThatExists() {
        Budgets budgets = Budgets.read(BUDGETS);
        assertThat(budgets.cases()).isNotEmpty();
        assertThat(budgets.bytes()).isBetween(0.0, 16.0);
        for (Case each : budgets.cases()) {
            assertThat(Path.of(each.arguments().get(0))).isRegularFile();
            for (String java : List.of("17", "25")) {
                Limit limit = budgets.limit(java, each);
                assertThat(limit).as("%s on Java %s", each.name(), java).isNotNull();
                assertThat(limit.budget() / limit.measured()).isBetween(1.0, 1.12);
            }
        }
    }

    @Test
    void oneDisturbedReadingDoesNotFailACase() {
        Finding finding = new Finding("case", List.of(reading(0.95, 0), reading(0.6, 0), reading(0.61, 0)));
        assertThat(finding.isSlow(new Limit(0.6, 0.65))).isFalse();
    }

    @Test
    void anAllocationIsTheLeastOfAllReadings() {
        Finding finding = new Finding("case", List.of(reading(0.6, 500), reading(0.6, 0)));
        assertThat(finding.allocates(1)).isFalse();
        assertThat(finding.faults(null, 1)).isEmpty();
    }

    private static Reading reading(double ratio, double bytes) {
        return new Reading(ratio, 0.001, bytes, 1e5);
    }
}
