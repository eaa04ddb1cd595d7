package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code equipoise report} of stored runs: simulated again, and compared figure by figure. */
class RunReportTest {
    @TempDir
    private Path directory;

    private Path run = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void name() {
        run = directory.resolve("run.json");
        out = directory.resolve("report.html");
    }

    private void simulate(String... more) {
        String[] arguments = new String[more.length + 6];
        System.arraycopy(
                new String[] {"run", Told.BASE, "--replicates", "400", "--json", run.toString()}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        assertThat(Told.by(arguments).status()).isLessThan(2);
    }

    private Told report(String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"report", run.toString(), "--out", out.toString()}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Told.by(arguments);
    }

    private void refused(String why) {
        Told told = report();
        assertThat(told.status()).as(told.err()).isEqualTo(2);
        assertThat(told.err()).contains(why).doesNotContain("Exception");
        assertThat(out).doesNotExist();
    }

    private void change(String from, String to) throws IOException {
        String text = Told.text(run);
        assertThat(text).contains(from);
        Files.writeString(run, text.replace(from, to));
    }

    @Test
    void a_run_is_simulated_again_with_its_values_and_found_the_same() {
        simulate("--set", "endpoints.PFS.model.HAIC.hazardRatio=0.7", "--seed", "3");
        Path json = directory.resolve("again.json");
        Told told = report("--json", json.toString());
        assertThat(told.status()).as(told.err()).isZero();
        ParsedPage page = ParsedPage.of(Told.text(out));
        assertThat(page.beside("Stored run")).startsWith("run.json").endsWith("came out the same, to the last bit");
        assertThat(page.beside("Scenario, SHA-256"))
                .isEqualTo(Told.json(run).get("scenarioHash").asString());
        assertThat(Told.json(json).get("power")).isEqualTo(Told.json(run).get("power"));
        assertThat(Told.json(json).get("seed").asLong()).isEqualTo(3);
    }

    @Test
    void a_run_under_the_null_hypothesis_is_reported_with_its_alternative() {
        simulate("--null");
        assertThat(report().status()).isZero();
        ParsedPage page = ParsedPage.of(Told.text(out));
        assertThat(page.beside("Stored run")).contains("under the null hypothesis");
        assertThat(page.all("data"))
                .anyMatch(number -> number.getAttribute("data-run").equals("null")
                        && number.getAttribute("data-json").equals("power.estimate")
                        && number.getAttribute("value")
                                .equals(Told.json(run).at("/power/estimate").asString()));
    }

    @Test
    void a_run_that_went_on_until_it_was_decided_is_repeated_in_full() throws IOException {
        Path scenario = Files.writeString(
                directory.resolve("scenario.yaml"),
                Told.text(Path.of(Told.BASE)) + "\nexpect: {power: {atLeast: 0.7}}\n");
        Told.by("run", scenario.toString(), "--replicates", "100", "--decide", "--json", run.toString());
        assertThat(Told.json(run).get("replicates").asLong()).isGreaterThan(100);
        Told told = report();
        assertThat(told.status()).as(told.err()).isZero();
    }

    @Test
    void a_figure_that_cannot_be_reproduced_is_named() throws IOException {
        simulate();
        String power = Told.json(run).at("/power/estimate").asString();
        change("\"estimate\" : " + power, "\"estimate\" : 0.99");
        refused("power.estimate is 0.99 in the file, and " + power + " when simulated again");
    }

    @Test
    void a_scenario_that_is_not_the_one_that_was_simulated_is_refused() throws IOException {
        simulate();
        change("hazardRatio: 0.62", "hazardRatio: 0.63");
        refused("holds another scenario than the one that was simulated");
    }

    @Test
    void files_from_which_nothing_can_be_repeated_say_why() throws IOException {
        simulate();
        String whole = Told.text(run);
        change("\"complete\" : true", "\"complete\" : false");
        refused("holds a run that was interrupted");
        Files.writeString(run, whole.replace("scenarioText", "other"));
        refused("an older version of the program wrote it");
        Files.writeString(run, whole.substring(0, whole.length() - 9));
        refused("no JSON that can be read");
    }

    @Test
    void values_are_those_of_the_run() {
        simulate();
        Told told = report("--seed", "4");
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains("a stored run is reported as it is");
    }
}
