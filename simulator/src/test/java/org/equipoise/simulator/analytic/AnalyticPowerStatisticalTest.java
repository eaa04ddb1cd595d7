package org.equipoise.simulator.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Analytic power is that of simulated trials, look by look, to 0.002 and three standard errors.
 *
 * <p>Simulated figures are recorded, with 400,000 replicates each. A look whose analytic probability were 0.002 wrong
 * would fail by chance once in 740 times; one that is right, hardly ever. So one of the 185 fails by chance with
 * probability 0.25 at the very most; and as they are recorded, they pass or fail for good.
 *
 * <p>{@code -Dagreement.replicates=400000} simulates those that are not recorded with so many replicates, and writes
 * the page; {@code -Dgolden.update=true} writes the page alone. From an empty {@code simulated.txt} these are all,
 * which takes half an hour.
 */
class AnalyticPowerStatisticalTest {
    private static final double ALLOWANCE = 0.002;
    private static final double LIMIT = 3;

    private static final Path PAGE = Path.of("docs", "analytic-power.md");

    @BeforeAll
    static void renew() throws IOException {
        Long replicates = Long.getLong("agreement.replicates");
        if (replicates != null) {
            Recorded.renew(replicates);
        }
        if (replicates != null || Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, AgreementPage.of(AgreementPage.rows()));
        }
    }

    static List<AgreementPage.Row> rows() {
        return AgreementPage.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void is_that_of_simulated_trials(AgreementPage.Row row) {
        assertThat(row.difference())
                .as(row.toString())
                .isCloseTo(0, within(ALLOWANCE + LIMIT * row.simulated().standardError()));
    }

    @Test
    void is_compared_on_at_least_sixty_trials() {
        assertThat(ComparedTrial.all()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void is_told_by_the_page() throws IOException {
        assertThat(Files.readString(PAGE)).isEqualTo(AgreementPage.of(AgreementPage.rows()));
    }

    static Stream<ComparedTrial> everyTwelfth() {
        List<ComparedTrial> all = ComparedTrial.all();
        return Stream.iterate(3, i -> i < all.size(), i -> i + 12).map(all::get);
    }

    /** With the recorded seed and fewer replicates: the recorded figures are those of the engine as it is. */
    @ParameterizedTest
    @MethodSource("everyTwelfth")
    @Tag("slow")
    void was_simulated_by_this_engine(ComparedTrial trial) {
        List<Recorded.Look> recorded = Recorded.all().get(trial.line());
        List<Recorded.Look> now = Recorded.simulate(trial, 40_000);
        for (int k = 0; k < now.size(); k++) {
            // The first tenth of the recorded replicates, so that the difference has 9/10 of its variance alone.
            assertThat(now.get(k).rejected())
                    .as("look %d of %s", k + 1, trial.line())
                    .isCloseTo(recorded.get(k).rejected(), within(4 * now.get(k).standardError() + 1e-9));
        }
    }
}
