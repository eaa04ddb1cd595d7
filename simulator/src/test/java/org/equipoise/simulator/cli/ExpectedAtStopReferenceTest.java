package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Expected events of group-sequential designs under the null hypothesis, between, and under the alternative, over those
 * of a test with one look: rpact 4.5.0, getDesignGroupSequential, α 0.025, power 0.9, average sample sizes under H0,
 * H0/1 and H1. rpact's numbers are good to about 1e-5; those of Pampallona and Tsiatis to 1e-4.
 */
class ExpectedAtStopReferenceTest {
    /** Events of a fixed design by Schoenfeld's formula, hazard ratio 0.6: 4 (1.959964 + 1.281552)² / ln² 0.6. */
    private static final double FIXED = 4 * 10.5074230614406 / (Math.log(0.6) * Math.log(0.6));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            efficacy: {boundary: obrienFleming} | 2 | 1.00582575911249 | 0.982027655726093 | 0.851094467432334
            efficacy: {spending: obrienFleming} | 3 | 1.00977782501119 | 0.970702114040263 | 0.811472148675215
            sides: 2, alpha: 0.05, efficacy: {boundary: obrienFleming} | 3 | 1.01107491785381 | 0.969454558008469 | 0.798709199606075
            efficacy: {spending: hwangShihDeCani, gamma: -4}, futility: {spending: hwangShihDeCani, gamma: -4, binding: true} | 4 | 0.643592080348843 | 0.84463987039517 | 0.747345624623526
            efficacy: {boundary: pampallonaTsiatis, delta: 0.25}, futility: {boundary: pampallonaTsiatis, delta: 0.25, binding: true} | 3 | 0.592705155157235 | 0.809233952735788 | 0.739088343752294
            efficacy: {boundary: pampallonaTsiatis, delta: 0.25} | 3 | 0.60452769027989 | 0.835423256168654 | 0.768103625291571
            efficacy: {boundary: pampallonaTsiatis, delta: 0}, futility: {boundary: pampallonaTsiatis, delta: 0.5} | 3 | 0.586972331126761 | 0.867548325118931 | 0.880584379734482
            """)
    void areThoseOfRpact(String bounds, int looks, double h0, double between, double h1) {
        StringBuilder at = new StringBuilder();
        for (int k = 1; k < looks; k++) {
            at.append("{information: ").append((double) k / looks).append("}, ");
        }
        Told told = Told.by(
                "plan",
                Told.CONFIGS.resolve("speed-176.yaml").toString(),
                "--set",
                "analysis={power: 0.9, looks: [" + at + "{events: 120}], " + bounds + "}",
                "--set",
                "enrolment.patients=1760",
                "--solve",
                "events",
                "--method",
                "schoenfeld",
                "--json",
                "-");
        assertThat(told.status()).as(told.err()).isZero();
        JsonNode events = told.json().get("expectedEvents");
        assertThat(events.get("h0").asDouble() / FIXED).isCloseTo(h0, within(1e-4));
        assertThat(events.get("between").asDouble() / FIXED).isCloseTo(between, within(1e-4));
        assertThat(events.get("h1").asDouble() / FIXED).isCloseTo(h1, within(1e-4));
    }
}
