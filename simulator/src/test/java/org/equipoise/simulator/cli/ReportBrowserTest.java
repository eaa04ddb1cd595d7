package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.equipoise.simulator.cli.Browser.Frame;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * What a browser makes of a report. Needs Chromium on the PATH, without a network; scripts that the report itself does
 * not have measure the page, among them axe-core's rules of accessibility.
 */
@Tag("slow")
class ReportBrowserTest {
    /**
     * Counts, words that cover each other or leave their picture, how far the page is wider than the window, what went
     * wrong while it was loaded, and which rules of axe-core it breaks.
     */
    private static final String SCRIPT = """
            <script>
            window.addEventListener('load', async () => {
              const shown = [...document.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width > 0);
              const faults = [];
              for (const svg of shown) {
                const frame = svg.getBoundingClientRect();
                const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
                boxes.forEach(([name, a], i) => {
                  if (a.left < frame.left - 2 || a.right > frame.right + 2) faults.push(name + ' leaves its picture');
                  boxes.slice(0, i).forEach(([other, b]) => {
                    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                    if (across > 1 && down > 0.3 * Math.min(a.height, b.height)) faults.push(name + ' covers ' + other);
                  });
                });
              }
              const judged = await axe.run(document, {iframes: false});
              parent.postMessage(JSON.stringify({
                charts: shown.length,
                figures: document.querySelectorAll('figure').length,
                tables: document.querySelectorAll('table').length,
                tooWide: document.documentElement.scrollWidth - window.innerWidth,
                background: getComputedStyle(document.body).backgroundColor,
                console: said,
                rules: judged.passes.length,
                violations: judged.violations.map(v => v.id + ' at ' + v.nodes.map(n => n.target.join(' ')).join(', ')),
                faults: faults}), '*');
            });
            </script>
            </body>""";

    /** Notes what the browser would write on its console, and what the page tries to load. */
    private static final String EARS = """
            <script>
            const said = [];
            console.error = console.warn = (...words) => said.push(words.join(' '));
            window.addEventListener('error', e => said.push(e.message || 'cannot load ' + e.target.outerHTML), true);
            window.addEventListener('securitypolicyviolation', e => said.push('loads ' + e.blockedURI));
            </script>
            """;

    private static final List<Frame> FRAMES =
            List.of(new Frame(400, false), new Frame(400, true), new Frame(1280, false), new Frame(1280, true));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"haic-tace-176.yaml, 16", "haic-tace-gs.yaml, 28", "three-arms.yaml, 9"})
    void charts_are_whole_and_words_apart_and_rules_of_accessibility_kept(String scenario, int charts)
            throws Exception {
        Browser browser = Browser.in(directory);
        Path report = directory.resolve("report.html");
        Told told = Told.by(
                "report", Told.CONFIGS.resolve(scenario).toString(), "--replicates", "500", "--out", report.toString());
        assertThat(told.status()).as(told.err()).isZero();
        isSound(browser, Told.text(report), charts);
    }

    @ParameterizedTest
    @CsvSource({"haic-tace-designs.yaml, 7", "haic-tace-assumptions.yaml, 10", "haic-tace-type-one-error.yaml, 1"})
    void so_is_the_report_of_a_sweep(String name, int charts) throws Exception {
        Browser browser = Browser.in(directory);
        Path results = directory.resolve("results");
        Path report = directory.resolve("report.html");
        String sweep = Told.CONFIGS.resolve(name).toString();
        Told.by("sweep", sweep, "--set", "simulation.replicates=100", "--out", results.toString());
        Told told = Told.by("report", results.toString(), "--out", report.toString());
        assertThat(told.status()).as(told.err()).isZero();
        isSound(browser, Told.text(report), charts);
    }

    private void isSound(Browser browser, String page, int charts) throws Exception {
        write(page);
        JsonNode all = browser.look("probed.html", FRAMES);
        for (int i = 0; i < FRAMES.size(); i++) {
            JsonNode seen = all.get(i);
            String at = FRAMES.get(i).toString();
            assertThat(seen.get("faults").toString()).as(at).isEqualTo("[]");
            assertThat(seen.get("console").toString()).as(at).isEqualTo("[]");
            assertThat(seen.get("violations").toString()).as(at).isEqualTo("[]");
            assertThat(seen.get("rules").asInt()).as(at).isGreaterThan(15);
            assertThat(seen.get("tooWide").asInt()).as(at).isZero();
            assertThat(seen.get("charts").asInt())
                    .isEqualTo(seen.get("figures").asInt())
                    .isGreaterThanOrEqualTo(charts);
            assertThat(seen.get("tables").asInt())
                    .isGreaterThan(seen.get("figures").asInt());
            assertThat(seen.get("background").asString())
                    .as(at)
                    .isEqualTo(FRAMES.get(i).dark() ? "rgb(21, 24, 28)" : "rgb(255, 255, 255)");
        }
    }

    @Test
    void what_is_wrong_is_seen() throws Exception {
        Browser browser = Browser.in(directory);
        write("""
                <!DOCTYPE html><html lang="en"><head><title>t</title></head><body><main><h1>h</h1>
                <svg width="90" height="30"><text y="20">one</text><text x="9" y="22">other</text></svg>
                <svg width="9" height="30"><text y="20">wide</text></svg><p style="width:500px">x</p>
                <p style="color:#aaa">faint</p><img src="http://localhost:9/missing.png" alt="none"></main></body></html>
                """);
        JsonNode seen = browser.look("probed.html", new Frame(400, false));
        assertThat(seen.get("faults").toString()).isEqualTo("[\"other covers one\",\"wide leaves its picture\"]");
        assertThat(seen.get("tooWide").asInt()).isGreaterThan(90);
        assertThat(seen.get("violations").toString()).contains("color-contrast");
        assertThat(seen.get("console").toString()).contains("missing.png");
    }

    private void write(String page) throws IOException {
        String axe = "<script>" + axe().replace("</script>", "<\\/script>") + "</script>";
        Files.writeString(
                directory.resolve("probed.html"),
                page.replace("<head>", "<head>" + EARS).replace("</body>", axe + SCRIPT));
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(ReportBrowserTest.class.getResourceAsStream("axe/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
