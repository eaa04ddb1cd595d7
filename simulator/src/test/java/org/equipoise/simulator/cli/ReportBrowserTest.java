package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What a browser makes of a report. Needs Chromium on the PATH, without a network; a script that the report itself does
 * not have measures the page.
 */
@Tag("slow")
class ReportBrowserTest {
    /** Counts, words that cover each other or leave their picture, and how far the page is wider than the window. */
    private static final String SCRIPT = """
            <script>
            window.addEventListener('load', () => {
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
              parent.postMessage(JSON.stringify({
                charts: shown.length,
                figures: document.querySelectorAll('figure').length,
                tables: document.querySelectorAll('table').length,
                tooWide: document.documentElement.scrollWidth - window.innerWidth,
                background: getComputedStyle(document.body).backgroundColor,
                faults: faults}), '*');
            });
            </script>
            </body>""";

    @TempDir
    private Path directory;

    @Test
    void charts_are_whole_and_words_apart_at_every_width_in_light_and_dark() throws Exception {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "no Chromium on the PATH: nothing was looked at in a browser");
        Path report = directory.resolve("report.html");
        String scenario = Told.CONFIGS.resolve("haic-tace-gs.yaml").toString();
        assertThat(Told.by("report", scenario, "--replicates", "500", "--out", report.toString())
                        .status())
                .isZero();
        Files.writeString(directory.resolve("probed.html"), Told.text(report).replace("</body>", SCRIPT));
        for (int width : new int[] {400, 1280}) {
            for (boolean dark : new boolean[] {false, true}) {
                JsonNode seen = look(browser.orElseThrow(), width, dark);
                assertThat(seen.get("faults").toString())
                        .as("at %d pixels", width)
                        .isEqualTo("[]");
                assertThat(seen.get("tooWide").asInt())
                        .as("at %d pixels", width)
                        .isZero();
                assertThat(seen.get("charts").asInt())
                        .isEqualTo(seen.get("figures").asInt())
                        .isGreaterThan(15);
                assertThat(seen.get("tables").asInt())
                        .isGreaterThan(seen.get("figures").asInt());
                assertThat(seen.get("background").asString())
                        .isEqualTo(dark ? "rgb(21, 24, 28)" : "rgb(255, 255, 255)");
            }
        }
    }

    @Test
    void words_that_cover_each_other_are_seen() throws Exception {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "no Chromium on the PATH: nothing was looked at in a browser");
        Files.writeString(
                directory.resolve("probed.html"),
                "<!DOCTYPE html><body><svg width='90' height='30'><text y='20'>one</text><text x='9' y='22'>other</text></svg>"
                        + "<svg width='9' height='30'><text y='20'>wide</text></svg><p style='width:500px'>x</p>"
                        + SCRIPT);
        JsonNode seen = look(browser.orElseThrow(), 400, false);
        assertThat(seen.get("faults").toString()).isEqualTo("[\"other covers one\",\"wide leaves its picture\"]");
        assertThat(seen.get("tooWide").asInt()).isGreaterThan(90);
    }

    /** The page in a frame of that width, which tells the page around it what it measures. */
    private JsonNode look(Path browser, int width, boolean dark) throws IOException, InterruptedException {
        Path around = directory.resolve("around.html");
        Files.writeString(around, """
                <body><pre id="seen"></pre>
                <script>window.addEventListener('message', e => document.getElementById('seen').textContent = e.data);</script>
                <iframe src="probed.html" style="border:0;width:%dpx;height:900px"></iframe></body>
                """.formatted(width));
        Path out = directory.resolve("dom.html");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--proxy-server=127.0.0.1:9",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "--window-size=1400,1000",
                        "--virtual-time-budget=5000",
                        "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                        "--dump-dom",
                        around.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("the browser ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String dom = Files.readString(out, StandardCharsets.UTF_8);
        Matcher seen =
                Pattern.compile("<pre id=\"seen\">(.*?)</pre>", Pattern.DOTALL).matcher(dom);
        assertThat(seen.find()).as(dom).isTrue();
        return Told.json(seen.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
    }

    private static Optional<Path> browser() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(part -> !part.isEmpty())
                .flatMap(part -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(part, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
