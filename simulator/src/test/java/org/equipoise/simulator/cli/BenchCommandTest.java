package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BenchCommandTest {
    private static final String SPEED = Told.CONFIGS.resolve("speed-176.yaml").toString();

    @Test
    void tellsSpeedAndRatioInAPageOfTextThatFitsAReport() {
        Told told = Told.by("bench", SPEED, "--seconds", "0.5");
        assertThat(told.status()).isEqualTo(ExitStatus.DONE);
        assertThat(told.out())
                .contains("SPEED-176", "176 patients", "Whole run, 1 thread", "Reference kernel", "±", "Java ");
        assertThat(told.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
        assertThat(told.err()).isEmpty();
    }

    @Test
    void tellsTheSameToPrograms() {
        Told told = Told.by("bench", SPEED, "--seconds", "0.5", "--json", "-", "--set", "simulation.estimates=none");
        assertThat(told.status()).isEqualTo(ExitStatus.DONE);
        JsonNode json = told.json();
        assertThat(json.at("/trial").asString()).isEqualTo("SPEED-176");
        assertThat(json.at("/estimates").asString()).isEqualTo("none");
        assertThat(json.at("/replicatesPerSecond/oneThread").asDouble()).isPositive();
        assertThat(json.at("/replicatesPerSecond/allThreads").asDouble()).isPositive();
        assertThat(json.at("/ratioToReferenceKernel/median").asDouble()).isBetween(0.01, 100.0);
        assertThat(json.at("/ratioToReferenceKernel/standardError").asDouble()).isPositive();
        assertThat(json.at("/processors").asInt()).isPositive();
    }

    @Test
    void anImpossibleTimeIsAFaultOfTheInput() {
        Told told = Told.by("bench", SPEED, "--seconds", "0");
        assertThat(told.status()).isEqualTo(ExitStatus.INVALID_INPUT);
        assertThat(told.err()).contains("--seconds", "0.1 to 3600");
        assertThat(told.out()).isEmpty();
    }
}
