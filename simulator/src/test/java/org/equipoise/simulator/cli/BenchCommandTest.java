package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class BenchCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int bench(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "bench";
        arguments[1] = "../configs/speed-176.yaml";
        System.arraycopy(options, 0, arguments, 2, options.length);
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return Equipoise.run(console, new Interruption(), arguments);
    }

    @Test
    void tellsSpeedAndRatioInAPageOfTextThatFitsAReport() {
        assertThat(bench("--seconds", "0.5")).isEqualTo(ExitStatus.DONE);
        String page = out.toString(StandardCharsets.UTF_8);
        assertThat(page).contains("SPEED-176", "176 patients", "Whole run, 1 thread", "Reference kernel", "±", "Java ");
        assertThat(page.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void tellsTheSameToPrograms() {
        assertThat(bench("--seconds", "0.5", "--json", "-", "--set", "simulation.estimates=none"))
                .isEqualTo(ExitStatus.DONE);
        JsonNode json = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
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
        assertThat(bench("--seconds", "0")).isEqualTo(ExitStatus.INVALID_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--seconds", "0.1 to 3600");
        assertThat(out.size()).isZero();
    }
}
