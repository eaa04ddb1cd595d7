package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged files: whatever is done to a scenario, the reader either reads it or tells faults that lie within the text;
 * it never throws anything else, and never takes long. A failure names the seed and the number of the mutation.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScenarioReaderPropertyTest {
    private static final int MUTATIONS = 1000;
    private static final String SPICE = "{}[]:,'\"\\|>&*!%@`#-?~\n\t 0.9eE+_<=\u00e9\u2028\ud83d\ude00";
    private static final List<String> WORDS = List.of(
            "null",
            "~",
            "true",
            "no",
            ".inf",
            "1e999",
            "-1",
            "0",
            "1_000",
            "\"5\"",
            "[]",
            "{}",
            "&a ",
            "*a",
            "<<",
            "- ",
            "? ",
            "--- ",
            "!!int ",
            "hazardRatio",
            "median",
            "all",
            "99999999999999999999",
            "1e-400",
            "{from: 0, is: 1}",
            "'");

    @BeforeAll
    static void loadClasses() {
        ScenarioReader.read(Configs.baseFile());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4000})
    void a_damaged_file_is_read_or_refused(long seed) {
        Random random = new Random(seed);
        List<String> originals =
                new ArrayList<>(Configs.scenarios().stream().map(Configs::text).toList());
        originals.add(ScenarioSchema.startingScenario());
        originals.add(Configs.small());
        for (int i = 0; i < MUTATIONS; i++) {
            String text = originals.get(random.nextInt(originals.size()));
            int damages = 1 + random.nextInt(4);
            for (int k = 0; k < damages; k++) {
                text = damaged(text, random);
            }
            check(text, "seed " + seed + ", mutation " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 50})
    void a_file_with_damaged_bytes_is_read_or_refused(long seed, @TempDir Path directory) throws IOException {
        Random random = new Random(seed);
        Path file = directory.resolve("damaged.yaml");
        for (int i = 0; i < 300; i++) {
            byte[] bytes = Files.readAllBytes(Configs.baseFile());
            for (int k = random.nextInt(3); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                ScenarioReader.read(file);
            } catch (ScenarioFaultsException e) {
                assertThat(e.faults()).as("seed %d, mutation %d", seed, i).isNotEmpty();
            }
        }
    }

    private static void check(String text, String name) {
        try {
            ReadScenario read = ScenarioReader.read(text, "t", List.of());
            assertThat(read.hash()).as(name).hasSize(64);
        } catch (ScenarioFaultsException e) {
            long lines = text.chars()
                            .filter(c -> c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
                            .count()
                    + 1;
            assertThat(e.faults()).as(name).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.line()).isBetween(0, (int) lines);
                assertThat(fault.problem()).isNotBlank();
                assertThat(fault.toString().lines()).hasSize(1);
                assertThat(fault.toString()).doesNotContainPattern("(?i)jackson|snakeyaml|exception|\\[source");
            });
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(name + ":\n" + text, e);
        }
    }

    private static String damaged(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int line = random.nextInt(lines.size());
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(11)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
            case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
            case 3 ->
                lines.set(line, " ".repeat(random.nextInt(5)) + lines.get(line).strip());
            case 4 -> lines.set(line, lines.get(line).replaceFirst(": .*", ": " + pick(random)));
            case 5 -> {
                return text.substring(0, at) + SPICE.charAt(random.nextInt(SPICE.length())) + text.substring(at);
            }
            case 6 -> {
                int end = Math.min(text.length(), at + 1 + random.nextInt(8));
                return text.substring(0, at) + text.substring(end);
            }
            case 7 -> {
                return text.substring(0, at) + pick(random) + text.substring(at);
            }
            case 8 -> {
                return text.substring(0, at);
            }
            case 9 -> {
                byte[] noise = new byte[1 + random.nextInt(6)];
                random.nextBytes(noise);
                return text.substring(0, at) + new String(noise, StandardCharsets.ISO_8859_1) + text.substring(at);
            }
            default -> {
                return text.replaceFirst("[0-9][0-9.]*", pick(random));
            }
        }
        return String.join("\n", lines);
    }

    private static String pick(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
