package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Chromium without a window and without a network.
 *
 * @param program on the PATH
 * @param directory for its files
 */
record Browser(Path program, Path directory) {
    private static final String NONE = "no Chromium on the PATH: no report was looked at in a browser";

    /** The one on the PATH. Without one the test is skipped, but fails in continuous integration, where CI is set. */
    static Browser in(Path directory) {
        Optional<Path> found = find();
        if (System.getenv("CI") != null && found.isEmpty()) {
            fail(NONE);
        }
        assumeTrue(found.isPresent(), NONE);
        return new Browser(found.orElseThrow(), directory);
    }

    private static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(part -> !part.isEmpty())
                .flatMap(part -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(part, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * A frame in which a page is shown.
     *
     * @param width in pixels
     */
    record Frame(int width, boolean dark) {
        @Override
        public String toString() {
            return (dark ? "dark, " : "light, ") + width + " pixels";
        }
    }

    /** What a page in the directory posts to the page around it, when it is shown in a frame. */
    JsonNode look(String page, Frame frame) throws IOException, InterruptedException {
        return look(page, List.of(frame)).get(0);
    }

    /** The same in several frames at once, because starting takes longest; in their order. */
    JsonNode look(String page, List<Frame> frames) throws IOException, InterruptedException {
        String shown = frames.stream()
                .map(frame -> "<iframe src=\"%s\" style=\"border:0;width:%dpx;height:900px;color-scheme:%s\"></iframe>"
                        .formatted(page, frame.width(), frame.dark() ? "dark" : "light"))
                .collect(Collectors.joining("<br>"));
        Path around = Files.writeString(directory.resolve("around.html"), """
                <body><pre id="seen"></pre>
                <script>
                const seen = [];
                window.addEventListener('message', e => {
                  const frames = [...document.querySelectorAll('iframe')];
                  seen[frames.findIndex(frame => frame.contentWindow === e.source)] = JSON.parse(e.data);
                  if (Object.keys(seen).length === frames.length) {
                    document.getElementById('seen').textContent = JSON.stringify(seen);
                  }
                });
                </script>
                %s</body>
                """.formatted(shown));
        Path out = directory.resolve("dom.html");
        run(
                out,
                "--window-size=1400," + (100 + 910 * frames.size()),
                "--virtual-time-budget=60000",
                "--dump-dom",
                around.toUri().toString());
        String dom = Files.readString(out, StandardCharsets.UTF_8);
        Matcher seen =
                Pattern.compile("<pre id=\"seen\">(.+?)</pre>", Pattern.DOTALL).matcher(dom);
        assertThat(seen.find()).as(dom).isTrue();
        return Told.json(seen.group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00A0")
                .replace("&amp;", "&"));
    }

    private void run(Path out, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        program.toString(),
                                        "--headless=new",
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--hide-scrollbars",
                                        "--proxy-server=127.0.0.1:9",
                                        "--user-data-dir=" + directory.resolve("profile")),
                                Arrays.stream(arguments))
                        .toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(300, TimeUnit.SECONDS))
                    .as("the browser ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
