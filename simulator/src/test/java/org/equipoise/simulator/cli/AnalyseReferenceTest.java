package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What the command prints for programs, compared with other packages on public data; their README beside the data says
 * which. All figures agree to 1e-9 of the figure (or absolute, below 1), but those of coxph, which stops iterating
 * early, 5e-9, and p-values of MaxCombo, which come from quasi-random integrals there.
 */
class AnalyseReferenceTest {
    private static final Path DATA = Path.of("..", "core", "src", "test", "resources", "reference", "survival");
    private static final double CLOSE = 1e-9;
    private static final double COXPH = 5e-9;
    private static final double QUASI_RANDOM = 3e-5;

    private final Map<String, Integer> compared = new TreeMap<>();
    private String set = "";

    @ParameterizedTest
    @ValueSource(strings = {"aml", "ovarian", "veteran", "lung", "colonR"})
    void every_analysis_that_can_be_asked_for_agrees(String name) {
        set = name;
        for (JsonNode reference : Told.json(DATA.resolve("cases.json"))) {
            if (reference.get("set").asString().equals(name)) {
                compare(reference.get("analysis").asString(), reference.get("outputs"));
            }
        }
        System.out.println("analyse " + name + " " + compared);
        assertThat(compared.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(25);
    }

    @Test
    void the_contract_has_its_keys() {
        JsonNode json = analysed("veteran", "--test", "logRank");
        assertThat(json.propertyNames())
                .contains(
                        "test",
                        "z",
                        "p",
                        "pTwoSided",
                        "chiSquare",
                        "degreesOfFreedom",
                        "statistic",
                        "variance",
                        "estimate",
                        "standardError",
                        "low",
                        "high",
                        "arms");
        assertThat(json.get("test").asString()).isEqualTo("logRank");
        assertThat(json.get("degreesOfFreedom").asInt()).isEqualTo(1);
        assertThat(json.get("estimate").isNull()).isTrue();
        JsonNode arm = json.get("arms").get("0");
        assertThat(arm.get("patients").asInt()).isEqualTo(69);
        assertThat(arm.get("events").asInt()).isEqualTo(64);
        assertThat(arm.get("expected").asDouble()).isBetween(64.50, 64.51);
        assertThat(arm.get("median").asDouble()).isEqualTo(103);
        assertThat(json.get("p").asDouble()).isEqualTo(1 - json.get("pTwoSided").asDouble() / 2, within(1e-12));
    }

    private JsonNode analysed(String name, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("analyse", DATA.resolve(name + ".csv").toString(), "--json", "-"));
        arguments.addAll(Arrays.asList(options));
        Told told = Told.by(arguments.toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isZero();
        return told.json();
    }

    private void compare(String analysis, JsonNode there) {
        boolean stratified = analysis.endsWith("_stratified") || analysis.endsWith("_strat");
        if (analysis.startsWith("logrank") || analysis.equals("peto_peto_rho1")) {
            String test = analysis.startsWith("logrank") ? "logRank" : "flemingHarrington(1,0)";
            survdiff(run(test, stratified), there);
        } else if (analysis.startsWith("fh_")) {
            String test = "flemingHarrington(" + there.get("rho").asDouble() + ","
                    + there.get("gamma").asDouble() + ")";
            JsonNode ours = run(test, stratified);
            same(ours, "statistic", -there.get("estimate").asDouble());
            same(ours, "z", there.get("z").asDouble());
        } else if (analysis.startsWith("lrstat_lrtest")) {
            String test = "flemingHarrington(" + there.get("rho1").asDouble() + ","
                    + there.get("rho2").asDouble() + ")";
            JsonNode ours = run(test, stratified);
            same(ours, "variance", there.get("vscore").asDouble());
            same(ours, "pTwoSided", there.get("logRankPValue").asDouble());
        } else if (analysis.startsWith("nphRCT_mw")) {
            // It takes S(τ−), which is what is taken here just before τ, and differs where τ is an event time.
            double tau = Math.nextDown(there.get("t_star").asDouble());
            JsonNode ours = run("modestlyWeighted(" + tau + ")", false);
            same(ours, "z", -there.get("z").asDouble());
            same(ours, "variance", there.get("v_u").asDouble());
        } else if (analysis.startsWith("maxcombo_")) {
            maxCombo(analysis, there);
        } else if (analysis.startsWith("rmst2_")) {
            restrictedMean(there);
        } else if (analysis.startsWith("milestone_")) {
            milestone(analysis, there);
        } else if (analysis.startsWith("cox_") && !analysis.equals("cox_efron_group_age")) {
            cox(analysis, there, stratified);
        } else if (analysis.startsWith("km_")) {
            curves(analysis, there);
        } else {
            return;
        }
        compared.merge(analysis.replaceAll("[_0-9].*", ""), 1, Integer::sum);
    }

    private JsonNode run(String test, boolean stratified, String... options) {
        List<String> all = new ArrayList<>(List.of("--test", test));
        if (stratified) {
            all.addAll(List.of("--strata", "stratum"));
        }
        all.addAll(Arrays.asList(options));
        return analysed(set, all.toArray(String[]::new));
    }

    private void survdiff(JsonNode ours, JsonNode there) {
        same(ours, "z", there.get("z_signed_group1_minus").asDouble());
        same(ours, "variance", there.get("var").asDouble());
        same(ours, "chiSquare", there.get("chisq").asDouble());
        if (there.has("p_two_sided")) {
            same(ours, "pTwoSided", there.get("p_two_sided").asDouble());
            for (int arm = 0; arm < 2; arm++) {
                JsonNode one = ours.get("arms").get(Integer.toString(arm));
                same(one, "weightedEvents", there.get("obs").get(arm).asDouble());
                same(one, "weightedExpected", there.get("exp").get(arm).asDouble());
            }
        }
    }

    private void maxCombo(String analysis, JsonNode there) {
        String[] pairs = analysis.substring("maxcombo_".length()).split("_", -1);
        String weights = Arrays.stream(pairs)
                .map(pair -> "(" + exponent(pair.charAt(0)) + "," + exponent(pair.charAt(1)) + ")")
                .collect(Collectors.joining(","));
        JsonNode ours = run("maxCombo(" + weights + ")", false);
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < pairs.length; i++) {
            double z = -there.get("z").get(i).asDouble();
            same(ours.get("components").get(i), "z", z);
            largest = Math.max(largest, z);
        }
        same(ours, "z", largest);
        near(ours, "p", there.get("p_value_one_sided").asDouble(), QUASI_RANDOM);
    }

    /** Digits of "05" are (0, 0.5): 5 stands for a half. */
    private static String exponent(char digit) {
        return digit == '5' ? "0.5" : String.valueOf(digit);
    }

    private void restrictedMean(JsonNode there) {
        JsonNode ours = run("rmst(" + there.get("tau").asDouble() + ")", false);
        same(ours, "estimate", there.get("diff").asDouble());
        same(ours, "low", there.get("diff_ci95").get(0).asDouble());
        same(ours, "high", there.get("diff_ci95").get(1).asDouble());
        same(ours, "pTwoSided", there.get("p").asDouble());
        same(
                ours.get("arms").get("1"),
                "restrictedMean",
                there.get("arm1").get(0).asDouble());
        same(
                ours.get("arms").get("0"),
                "restrictedMeanStandardError",
                there.get("arm0").get(1).asDouble());
    }

    private void milestone(String analysis, JsonNode there) {
        String scale = analysis.contains("naive") ? "plain" : "logLog";
        JsonNode ours = run("milestone(" + there.get("tau").asDouble() + ")", false, "--scale", scale);
        if (there.get("se").isNull()) {
            assertThat(ours.get("standardError").isNull()).isTrue();
            return;
        }
        same(ours, "estimate", there.get("estimate").asDouble());
        same(ours, "standardError", there.get("se").asDouble());
        same(ours, "z", there.get("z").asDouble());
    }

    private void cox(String analysis, JsonNode there, boolean stratified) {
        String ties = analysis.contains("breslow") ? "breslow" : analysis.contains("exact") ? "exact" : "efron";
        JsonNode ours = run("cox", stratified, "--ties", ties);
        near(ours, "estimate", there.get("loghr").asDouble(), COXPH);
        near(ours, "standardError", there.get("se").asDouble(), COXPH);
        near(ours, "z", -there.get("wald_z").asDouble(), COXPH);
        near(ours, "hazardRatioLow", there.get("ci95_hr").get(0).asDouble(), COXPH);
        near(ours, "hazardRatioHigh", there.get("ci95_hr").get(1).asDouble(), COXPH);
    }

    private void curves(String analysis, JsonNode there) {
        String interval = analysis.contains("log-log") || analysis.contains("loglog")
                ? "logLog"
                : analysis.contains("plain") ? "plain" : "log";
        JsonNode ours = run("kaplanMeier", false, "--interval", interval);
        for (int arm = 0; arm < 2; arm++) {
            JsonNode one = ours.get("arms").get(Integer.toString(arm));
            reached(one, "median", there.get("median").get(arm));
            reached(one, "medianLow", there.get("lower").get(arm));
            reached(one, "medianHigh", there.get("upper").get(arm));
            for (int k = 0; k < there.get("times").size(); k++) {
                JsonNode step =
                        lastUpTo(one.get("curve"), there.get("times").get(k).asDouble());
                if (step != null) {
                    same(step, "survival", there.get("surv_group" + arm).get(k).asDouble());
                    if (step.get("survival").asDouble() > 0) {
                        same(step, "low", there.get("lower_group" + arm).get(k).asDouble());
                        same(step, "high", there.get("upper_group" + arm).get(k).asDouble());
                    }
                }
            }
        }
    }

    private void reached(JsonNode ours, String key, JsonNode there) {
        if (there.isNumber()) {
            same(ours, key, there.asDouble());
        } else {
            assertThat(ours.get(key).isNull()).as(key).isTrue();
        }
    }

    private static JsonNode lastUpTo(JsonNode curve, double time) {
        JsonNode last = null;
        for (JsonNode step : curve) {
            last = step.get("time").asDouble() <= time ? step : last;
        }
        return last;
    }

    private void same(JsonNode ours, String key, double there) {
        near(ours, key, there, CLOSE);
    }

    private void near(JsonNode ours, String key, double there, double tolerance) {
        assertThat(ours.get(key).asDouble())
                .as("%s: %s", set, key)
                .isCloseTo(there, within(tolerance * Math.max(1, Math.abs(there))));
    }
}
