package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Plans of several experimental arms, as programs and people read them. */
class PlanSeveralArmsTest {
    private static final String THREE_ARMS =
            Told.CONFIGS.resolve("three-arms.yaml").toString();
    private static final String TWO_LOOKS =
            "analysis={looks: [{information: 0.5}, {events: 240}], efficacy: {spending: obrienFleming}}";

    private static Told plan(String... arguments) {
        List<String> all = new ArrayList<>(List.of("plan", THREE_ARMS));
        all.addAll(List.of(arguments));
        return Told.by(all.toArray(String[]::new));
    }

    private static JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", "-"));
        Told told = plan(all.toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isZero();
        return told.json();
    }

    private static double at(JsonNode json, String pointer) {
        assertThat(json.at(pointer).isNumber()).as(pointer).isTrue();
        return json.at(pointer).asDouble();
    }

    /** Simulated with 200,000 replicates: any arm 0.9081, both 0.4164, standard errors 0.0006 and 0.0011. */
    @Test
    void powerIsOfEachOfAnyAndOfAll() {
        JsonNode json = json();
        double low = at(json, "/hypotheses/low dose/power");
        double high = at(json, "/hypotheses/high dose/power");
        assertThat(at(json, "/power")).isCloseTo(0.9081, within(0.002 + 3 * 0.0006));
        assertThat(at(json, "/powerOfAll")).isCloseTo(0.4164, within(0.002 + 3 * 0.0011));
        assertThat(at(json, "/power") + at(json, "/powerOfAll")).isCloseTo(low + high, within(1e-9));
        assertThat(at(json, "/methods/secondOrder")).isEqualTo(at(json, "/power"));
        assertThat(json.at("/rejecting").asString()).isEqualTo("any");
        assertThat(at(json, "/events")).isEqualTo(240);
        assertThat(at(json, "/patients")).isEqualTo(360);
        assertThat(at(json, "/hypotheses/low dose/looks/0/patients")).isCloseTo(270, within(1e-9));
        assertThat(at(json, "/hypotheses/high dose/hazardRatio")).isCloseTo(0.6, within(1e-12));
        assertThat(json.at("/hazardRatio").isNull()).isTrue();
    }

    /** Seed of the file; the limits are four standard errors and 0.003. */
    @Test
    void rejectionsOfAllArmsAreSimulatedToo() {
        JsonNode json = json("--rejecting", "all", "--explain", "--replicates", "5000");
        double simulated = at(json, "/explanation/simulatedPower/estimate");
        assertThat(simulated).isCloseTo(at(json, "/powerOfAll"), within(0.003 + 4 * Math.sqrt(0.25 / 5000)));
        assertThat(at(json, "/explanation/power/secondOrder")).isEqualTo(at(json, "/powerOfAll"));
    }

    /**
     * Correlation 1/3, as each dose has half as many patients as the control: 1 - P(Z₁ &lt; 1.959964, Z₂ &lt; 1.959964)
     * by the one-factor integral in scipy 1.17.1.
     */
    @Test
    void theTypeIErrorOfAnyIsDunnetts() {
        JsonNode json = json();
        assertThat(at(json, "/typeIError")).isCloseTo(0.04732708706456279, within(1e-11));
        assertThat(at(json, "/hypotheses/low dose/typeIError")).isCloseTo(0.025, within(1e-12));
    }

    @Test
    void aComparisonHasTheKeysOfAPlan() {
        JsonNode json = json("--set", TWO_LOOKS);
        for (JsonNode comparison : json.get("hypotheses")) {
            assertThat(new TreeSet<>(comparison.propertyNames()))
                    .contains("power", "typeIError", "hazardRatio", "inflation", "looks");
            assertThat(at(comparison, "/looks/1/efficacy/crossH1")).isEqualTo(at(comparison, "/power"));
        }
        assertThat(json.get("looks").size()).isEqualTo(2);
        assertThat(at(json, "/looks/1/anyRejected")).isEqualTo(at(json, "/power"));
        assertThat(at(json, "/looks/1/allRejected")).isEqualTo(at(json, "/powerOfAll"));
        double ended = at(json, "/looks/0/decided");
        assertThat(ended).isCloseTo(at(json, "/looks/0/allRejected"), within(1e-12));
        assertThat(at(json, "/expectedEvents/h1")).isCloseTo(240 - 120 * ended, within(1e-9));
    }

    /** Whatever is found gives the power that was meant, and so does the trial with it put in, rounded. */
    @ParameterizedTest
    @CsvSource({
        "events, any, /power",
        "events, all, /powerOfAll",
        "patients, all, /powerOfAll",
        "patients, low dose, /hypotheses/low dose/power",
        "followUp, any, /power",
        "enrolmentDuration, high dose, /hypotheses/high dose/power",
        "hazardRatio, low dose, /hypotheses/low dose/power"
    })
    void whatIsFoundGivesThePower(String unknown, String rejecting, String figure) {
        String target = unknown.equals("events") && rejecting.equals("all") ? "0.45" : "0.85";
        JsonNode json = json("--solve", unknown, "--power", target, "--rejecting", rejecting);
        assertThat(at(json, figure)).isCloseTo(Double.parseDouble(target), within(1e-7));
        List<String> again = new ArrayList<>();
        for (JsonNode override : json.get("overrides")) {
            again.addAll(List.of("--set", override.asString()));
        }
        JsonNode rounded = json(again.toArray(String[]::new));
        assertThat(at(rounded, figure)).isBetween(Double.parseDouble(target) - 1e-4, Double.parseDouble(target) + 0.02);
        assertThat(at(rounded, "/power")).isCloseTo(at(json, "/rounded/power"), within(1e-9));
    }

    @Test
    void anArmThatIsSoughtMovesAlone() {
        JsonNode json = json("--solve", "hazardRatio", "--rejecting", "low dose");
        assertThat(at(json, "/hypotheses/high dose/hazardRatio")).isCloseTo(0.6, within(1e-9));
        assertThat(at(json, "/hypotheses/low dose/hazardRatio")).isBetween(0.6, 0.7);
        assertThat(json.at("/overrides/0").asString())
                .startsWith("endpoints.\"time to relapse\".model.\"low dose\".hazardRatio=");
    }

    @Test
    void thePageNamesTheArms() {
        Told told = plan("--set", TWO_LOOKS, "--solve", "events");
        assertThat(told.out())
                .contains("events for power 0.8 of rejecting any arm")
                .contains("Power, low dose")
                .contains("Power, all arms")
                .contains("Type I error, any arm")
                .contains("any rejected by then")
                .doesNotContain("NaN");
        assertThat(told.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertRefused("name the one whose hazard ratio is sought", "--solve", "hazardRatio");
        assertRefused("did you mean 'low dose'?", "--rejecting", "low dos");
        assertRefused("level", "--solve", "events", "--power", "0.04");
        assertRefused("360 patients", "--set", "analysis.looks=[{events: 355}]");
        assertRefused("patients would do", "--solve", "events", "--power", "0.97", "--rejecting", "low dose");
    }

    private static void assertRefused(String why, String... arguments) {
        Told told = plan(arguments);
        assertThat(told.status()).as(told.err()).isEqualTo(ExitStatus.INVALID_INPUT);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).contains(why).doesNotContain("Exception");
    }
}
