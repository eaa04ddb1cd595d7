package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every number in text and tables of a report, as a browser shows it, equals the report's JSON. */
@Tag("slow")
class ReportNumbersTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "haic-tace-176",
                "haic-tace-gs",
                "haic-tace-strata",
                "three-arms",
                "three-looks",
                "non-inferiority",
                "delayed-effect",
                "cure-weibull",
                "two-to-one"
            })
    void of_a_trial(String name) throws Exception {
        Browser browser = Browser.in(directory);
        report(Told.CONFIGS.resolve(name + ".yaml").toString(), "--replicates", "500");
        assertThat(faults(browser, page())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"haic-tace-designs", "haic-tace-assumptions", "haic-tace-type-one-error"})
    void of_a_sweep(String name) throws Exception {
        Browser browser = Browser.in(directory);
        Path results = directory.resolve("results");
        String sweep = Told.CONFIGS.resolve(name + ".yaml").toString();
        Told.by("sweep", sweep, "--set", "simulation.replicates=100", "--out", results.toString());
        report(results.toString());
        assertThat(faults(browser, page())).isEmpty();
    }

    @Test
    void a_wrong_number_is_seen_wherever_it_stands() throws Exception {
        Browser browser = Browser.in(directory);
        report(Told.CONFIGS.resolve("haic-tace-gs.yaml").toString(), "--replicates", "500");
        String page = page();
        String wrong = page.replaceFirst("(<data [^>]*data-json=\"power.estimate\"[^>]*>0\\.)\\d", "$11")
                .replaceFirst("(?s)(<caption>Power against events</caption>.*?<td>)0\\.\\d", "$10.9")
                .replaceFirst("176 patients, as a Poisson", "177 patients, as a Poisson")
                .replaceFirst("one-sided α 0.025", "one-sided α 0.05");
        assertThat(faults(browser, wrong))
                .hasSize(4)
                .anyMatch(fault -> fault.startsWith("power.estimate is 0."))
                .anyMatch(fault -> fault.startsWith("power-events, row "))
                .anyMatch(fault -> fault.startsWith("177 is nowhere in the JSON"))
                .anyMatch(fault -> fault.startsWith("0.05 is nowhere in the JSON: log-rank test"));
    }

    private void report(String... arguments) {
        List<String> all = new ArrayList<>(List.of("report"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--out",
                directory.resolve("report.html").toString(),
                "--json",
                directory.resolve("report.json").toString()));
        Told told = Told.by(all.toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isZero();
    }

    private String page() {
        return Told.text(directory.resolve("report.html"));
    }

    private List<String> faults(Browser browser, String page) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("probed.html"), page.replace("</body>", PageNumbers.SCRIPT));
        JsonNode pieces = browser.look("probed.html", new Browser.Frame(1280, false));
        assertThat(pieces.size()).isGreaterThan(300);
        return new PageNumbers(Told.json(directory.resolve("report.json"))).faults(pieces);
    }
}
