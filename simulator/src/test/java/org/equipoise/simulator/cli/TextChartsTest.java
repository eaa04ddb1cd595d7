package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Charts of characters below a result. Here standard output is no terminal. */
class TextChartsTest {
    private static final String GROUP_SEQUENTIAL =
            Told.CONFIGS.resolve("haic-tace-gs.yaml").toString();

    @Test
    void charts_are_drawn_only_when_asked_for_and_below_what_is_told_anyway() {
        for (String command : List.of("plan", "check")) {
            assertThat(Told.by(command, GROUP_SEQUENTIAL).out()).doesNotContain("█");
        }
        String plain = Told.by("plan", GROUP_SEQUENTIAL, "--plain").out();
        String drawn = Told.by("plan", GROUP_SEQUENTIAL, "--charts").out();
        assertThat(plain).isEqualTo(Told.by("plan", GROUP_SEQUENTIAL).out());
        assertThat(drawn).startsWith(plain).contains("█ rejects", "◆ expected", "* events");
    }

    @Test
    void both_ways_at_once_are_refused() {
        Told told = Told.by("run", GROUP_SEQUENTIAL, "--plain", "--charts");
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains("--plain", "--charts");
        assertThat(told.out()).isEmpty();
    }

    @Test
    void bars_are_as_long_as_shares_are_large() {
        String[] options = {"run", GROUP_SEQUENTIAL, "--replicates", "800", "--charts"};
        JsonNode looks = Told.by("run", GROUP_SEQUENTIAL, "--replicates", "800", "--json", "-")
                .json()
                .get("looks");
        List<String> bars = Told.by(options).lines().stream()
                .filter(line -> line.matches("Look \\d  [█▒].*"))
                .toList();
        assertThat(bars).hasSize(3);
        double columns = 80 - "Look 3  ".length() - 2;
        double futile = 0;
        for (int k = 0; k < bars.size(); k++) {
            JsonNode rejected = looks.get(k).get("cumulativeRejected");
            futile += looks.get(k).get("futile").get("estimate").asDouble();
            String bar = bars.get(k);
            assertThat(count(bar, '█') / columns).isCloseTo(rejected.get("low").asDouble(), within(0.51 / columns));
            assertThat((count(bar, '█') + count(bar, '▒')) / columns)
                    .isCloseTo(rejected.get("high").asDouble(), within(0.51 / columns));
            assertThat(count(bar, '·') / columns).isCloseTo(futile, within(0.51 / columns));
        }
    }

    private static long count(String bar, char part) {
        return bar.chars().filter(c -> c == part).count();
    }
}
