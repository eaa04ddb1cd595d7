package org.equipoise.simulator.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.equipoise.simulator.reading.ScenarioReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Scenarios that spell the designs of gsDesign, rpact and lrstat have their bounds. That the bounds are right to many
 * digits is tested where they are computed; here that the words of the language mean what they should: 1e-4, below any
 * difference between two designs and above those between packages.
 */
class BoundPlanReferenceTest {
    private static final Path REFERENCE =
            Path.of("..", "core", "src", "test", "resources", "reference", "sequential", "designs.json");
    private static final Set<String> TOPICS = Set.of(
            "gs_onesided",
            "gs_twosided",
            "gs_hp",
            "gs_user",
            "gs_betaspend",
            "gs_pt",
            "gs_futility_fixed",
            "gs_two_futility");

    /** Divisible by all the looks' fractions, so that no look is rounded. */
    private static final int EVENTS = 600_000;

    @Test
    void of_other_packages_designs_are_theirs() {
        JsonNode reference = JsonMapper.builder().build().readTree(REFERENCE.toFile());
        int compared = 0;
        String before = "";
        for (JsonNode each : reference.get("cases")) {
            String spelled = each.get("design").toString();
            boolean again = spelled.equals(before);
            before = spelled;
            if (!again && TOPICS.contains(each.get("topic").asString()) && isWhole(each) && !dropsAWedge(each)) {
                compare(each);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    /** rpact leaves out a narrow wedge at the first look. */
    private static boolean dropsAWedge(JsonNode each) {
        return each.get("id").asString().startsWith("gs/two_fut/asOF_bsOF_");
    }

    private static boolean isWhole(JsonNode each) {
        for (JsonNode at : each.get("design").get("looks")) {
            double events = at.asDouble() * EVENTS;
            if (Math.abs(events - Math.rint(events)) > 1e-6) {
                return false;
            }
        }
        return each.get("figures").has("efficacyZ");
    }

    private static void compare(JsonNode each) {
        JsonNode design = JsonMapper.builder()
                .build()
                .readTree(
                        each.get("topic").asString().equals("gs_pt")
                                ? each.get("design").toString().replace("wangTsiatis", "pampallonaTsiatis")
                                : each.get("design").toString());
        int sides = design.get("sides").asInt();
        StringBuilder looks = new StringBuilder();
        for (JsonNode at : design.get("looks")) {
            looks.append(looks.isEmpty() ? "" : ", ")
                    .append("{events: ")
                    .append(Math.round(at.asDouble() * EVENTS))
                    .append('}');
        }
        String futility = "";
        if (design.has("futility")) {
            ObjectNode words = (ObjectNode) design.get("futility").deepCopy();
            words.set("binding", design.get("binding"));
            futility = "  futility: " + words + "\n";
        }
        String text = """
                trial: T
                arms: {A: {role: control}, B: {role: experimental}}
                enrolment: {patients: 1000000, duration: 10}
                endpoints: {OS: {model: {A: {median: 6}, B: {hazardRatio: 0.9}}}}
                analysis:
                  looks: [%s]
                  sides: %d
                  alpha: %s
                  power: %s
                  efficacy: %s
                """.formatted(
                                looks,
                                sides,
                                sides * design.get("alpha").asDouble(),
                                design.get("power").asDouble(),
                                design.get("efficacy"))
                + futility;
        String id = each.get("id").asString();
        ComparisonBounds bounds =
                ScenarioReader.read(text, id, List.of()).bounds().comparison(0);
        JsonNode figures = each.get("figures");
        for (int k = 0; k < bounds.looks(); k++) {
            // Beyond 8 some packages cut a bound off.
            if (figures.get("efficacyZ").get(k).isNumber()
                    && figures.get("efficacyZ").get(k).asDouble() < 7.9) {
                assertThat(bounds.efficacy(k))
                        .as("%s, efficacy at look %d", id, k + 1)
                        .isCloseTo(figures.get("efficacyZ").get(k).asDouble(), within(1e-4));
            }
            JsonNode lower = figures.has("futilityZ") ? figures.get("futilityZ").get(k) : null;
            if (k < bounds.looks() - 1 && lower != null && lower.isNumber() && lower.asDouble() > -5) {
                assertThat(bounds.futility(k))
                        .as("%s, futility at look %d", id, k + 1)
                        .isCloseTo(lower.asDouble(), within(1e-4));
            }
        }
        assertThat(bounds.mayOverruleFutility())
                .isEqualTo(design.has("futility") && !design.get("binding").asBoolean());
    }
}
