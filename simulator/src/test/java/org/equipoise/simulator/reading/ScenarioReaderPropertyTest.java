package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
                text = DamagedText.of(text, random);
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
}
