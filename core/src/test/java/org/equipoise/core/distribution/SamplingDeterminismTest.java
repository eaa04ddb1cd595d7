package org.equipoise.core.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Event times must be the same bits on every machine, so what leads to them may only use functions that promise that.
 */
class SamplingDeterminismTest {
    private static final Pattern PLATFORM_DEPENDENT =
            Pattern.compile("(?<!Strict)Math\\.(exp|expm1|log|log1p|log10|pow|sin|cos|tan|sinh|cosh|tanh|cbrt|fma)\\(");

    @Test
    void onlyStrictMathIsUsed() throws IOException {
        Path core = Path.of("src/main/java/org/equipoise/core");
        List<Path> sources = Stream.concat(
                        sources(core.resolve("distribution")),
                        Stream.of(
                                core.resolve("numerics/StandardNormal.java"),
                                core.resolve("numerics/StrictPower.java"),
                                core.resolve("numerics/StepFunction.java")))
                .toList();
        assertThat(sources)
                .hasSizeGreaterThan(10)
                .allSatisfy(source -> assertThat(Files.readString(source)).doesNotContainPattern(PLATFORM_DEPENDENT));
    }

    @Test
    void eventTimesAreTheseToTheLastBit() {
        // Computed once on x86-64; every Java virtual machine must agree.
        assertThat(Exponential.ofMedian(6.5).inverseCumulativeHazard(0.3)).isEqualTo(0x1.6818c02a4061fp1);
        assertThat(Weibull.ofMedian(1.3, 6.5).inverseCumulativeHazard(0.3)).isEqualTo(0x1.b4de5e7beaae4p1);
        assertThat(LogNormal.of(6.5, 0.9).inverseCumulativeHazard(0.3)).isEqualTo(0x1.d13cf8424111dp1);
        assertThat(LogNormal.of(6.5, 0.9).inverseCumulativeHazard(1e-9)).isEqualTo(0x1.e1f2b5650bce6p-6);
        assertThat(LogLogistic.of(6.5, 1.4).inverseCumulativeHazard(0.3)).isEqualTo(0x1.88f215a578cb9p1);
        assertThat(Gompertz.ofMedian(0.05, 6.5).inverseCumulativeHazard(0.3)).isEqualTo(0x1.89a09617f4abfp1);
        assertThat(MixtureCure.of(0.15, Weibull.ofMedian(1.3, 6.5)).inverseCumulativeHazard(0.3))
                .isEqualTo(0x1.faa45a3b862a4p1);
        assertThat(ProportionalHazards.of(LogNormal.of(6.5, 0.9), new double[] {0, 3}, new double[] {1, 0.55})
                        .inverseCumulativeHazard(0.3))
                .isEqualTo(0x1.08bb745c27f5dp2);
    }

    private static Stream<Path> sources(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList().stream();
        }
    }
}
