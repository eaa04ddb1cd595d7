package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged sweep files: whatever is done to a sweep, the reader either reads it or tells faults that lie within the
 * text; it never throws anything else, and never takes long. A failure names the seed and the number of the mutation.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SweepReaderPropertyTest {
    private static final int MUTATIONS = 400;
    private static final List<String> PIECES = List.of(
            "analysis.alpha",
            "analysis.looks.0",
            "endpoints",
            "endpoints.PFS.model.TACE.median",
            "enrolment.patients",
            "dropout.all",
            "simulation.seed",
            "expect.power",
            "\"a.b\".c",
            "a..b",
            "[]",
            "[1, 1]",
            "[0.01, {a: 1}, null]",
            "{}",
            "{from: 1, to: 9, step: 2}",
            "{from: 9, to: 1, count: 3}",
            "{from: 0, to: 1e30, step: 1e-30}",
            "{from: 0.01, to: 0.02}",
            "{normal: {mean: 1e9, sd: 1e9}}",
            "{triangular: {from: 1, mode: 1, to: 1}}",
            "[{median: 5}, {hazardRatio: 0.5}]",
            "haic-tace-gs.yaml",
            "haic-tace-designs.yaml",
            "\"\\0\"",
            "designs",
            "sample");

    private static final List<String> ORIGINALS = new ArrayList<>();

    static {
        Configs.sweeps().forEach(file -> ORIGINALS.add(Configs.text(file)));
        ORIGINALS.add("""
                sweep: all
                base: haic-tace-176.yaml
                set: {simulation.replicates: 10}
                designs: {a: {}, b: {analysis.alpha: 0.05}}
                vary: {simulation.seed: {from: 1, to: 3, step: 1}}
                together:
                  - {enrolment.patients: [150, 176], analysis.looks.0.events: {from: 100, to: 110, count: 2}}
                sample:
                  method: random
                  points: 3
                  seed: 4
                  of:
                    endpoints.PFS.model.TACE.median: {from: 5.8, to: 6.8}
                    dropout.all.by: {triangular: {from: 6, mode: 12, to: 18}}
                    dropout.all.probability: [0.02, 0.05]
                expect: {power: {atLeast: 0.5}}
                """);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 70, 900})
    void a_damaged_sweep_is_read_or_refused(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String text = ORIGINALS.get(random.nextInt(ORIGINALS.size()));
            int damages = 1 + random.nextInt(3);
            for (int k = 0; k < damages; k++) {
                text = random.nextBoolean() ? damaged(text, random) : DamagedText.of(text, random);
            }
            read += isRead(text, "seed " + seed + ", mutation " + i) ? 1 : 0;
        }
        assertThat(read).as("how many were read").isBetween(MUTATIONS / 20, MUTATIONS - MUTATIONS / 20);
    }

    /** A word of the text, or a value, gives way to something that could stand there. */
    private static String damaged(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int line = random.nextInt(lines.size());
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        String old = lines.get(line);
        lines.set(
                line,
                switch (random.nextInt(4)) {
                    case 0 -> old.replaceFirst("[\\w.]+:", Matcher.quoteReplacement(piece) + ":");
                    case 1 -> old.replaceFirst(": .*", Matcher.quoteReplacement(": " + piece));
                    case 2 -> old.replaceFirst("\\[[^]]*]", Matcher.quoteReplacement(piece));
                    default -> old.replaceFirst("[0-9][0-9.]*", Matcher.quoteReplacement(piece));
                });
        return String.join("\n", lines);
    }

    private static boolean isRead(String text, String name) {
        try {
            ReadSweep sweep = SweepReader.read(text, Path.of("..", "configs", "damaged.yaml"), List.of());
            assertThat(sweep.cases()).as(name).isNotEmpty().allSatisfy(each -> {
                assertThat(each.values()).hasSameSizeAs(sweep.paths());
                assertThat(each.read().hash()).hasSize(64);
            });
            assertThat(sweep.axes().stream().mapToInt(SweepAxis::rows).reduce(1, Math::multiplyExact))
                    .as(name)
                    .isEqualTo(sweep.cases().size());
            return true;
        } catch (ScenarioFaultsException e) {
            assertThat(e.faults()).as(name).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.problem()).isNotBlank();
                assertThat(fault.toString().lines()).hasSize(1);
                assertThat(fault.toString()).doesNotContainPattern("(?i)jackson|snakeyaml|exception|\\[source");
            });
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(name + ":\n" + text, e);
        }
    }
}
