package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reports of every configuration, of every test of the language and of bounds of every kind: whole, and true in words.
 */
@Tag("slow")
class ReportOfEveryTestTest {
    @TempDir
    private Path directory;

    static Stream<Path> scenarios() {
        return Told.scenarios().stream();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void of_a_configuration(Path file) {
        isWhole(page(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "haic-tace-176 | {method: logRank} | by the log-rank test, | mean, variance and skewness of the log-rank | library(rpact)",
                "haic-tace-176 | {method: flemingHarrington, rho: 0, gamma: 1} | by the Fleming-Harrington test, ρ 0, γ 1, | skewness of the weighted | rho2 = 1",
                "haic-tace-176 | {method: wilcoxonGehan} | by the Gehan-Wilcoxon test, | weighted by the number at risk; | There is no code",
                "haic-tace-176 | {method: taroneWare} | by the Tarone-Ware test, | by the root of the number at risk; | There is no code",
                "haic-tace-176 | {method: modestlyWeighted, tau: 6} | by the modestly weighted log-rank test, | weights 1 / max(S(t−), S(month 6)) | There is no code",
                "haic-tace-176 | {method: maxCombo} | by the MaxCombo test, weights (0, 0), (0, 1), (1, 0) and (1, 1), | skewness of the weighted statistics, and their correlation, | fixed_design_maxcombo(",
                "haic-tace-strata | {method: maxCombo, weights: [[0, 0], [0, 0.5]], stratified: true} | by the stratified MaxCombo test, weights (0, 0) and (0, 0.5), | estimate of both arms in the stratum; the largest is | There is no code",
                "haic-tace-176 | {method: cox} | by the Wald test of the Cox model, | minus that of the estimated one | library(rpact)",
                "haic-tace-176 | {method: cox, ties: breslow} | the Cox model, ties by Breslow, | and Efron's method for ties | library(rpact)",
                "haic-tace-176 | {method: rmst, tau: 18} | time to month 18 under HAIC is no more than that under TACE | What is tested: the restricted mean survival time to month 18, of PFS, each experimental arm against TACE | fixed_design_rmst(",
                "haic-tace-176 | {method: milestone, at: 12} | event at month 12 under HAIC is no more than that under TACE | What is tested: the share without event at month 12, of PFS | fixed_design_milestone(",
                "haic-tace-176 | {method: milestone, at: 12, scale: logLog} | month 12, log-log scale, | What is tested: the share without event | There is no code",
                "haic-tace-176 | {method: logRank, hazardRatioH0: 0.9} | is 0.9 or more at all times | when the hazard ratio is at its margin | thetaH0 = 0.9",
                "haic-tace-strata | {method: rmst, tau: 18} | The test is not stratified. | By burden this differs: beyond: 60 % of the patients | fixed_design_rmst(",
                "haic-tace-strata | {method: logRank, stratified: true} | The test is stratified by burden, | Over all strata the median is 6.36 months under TACE | stratumFraction = c(0.6, 0.4)",
                "haic-tace-strata | {method: flemingHarrington, rho: 0, gamma: 1, stratified: true} | by the stratified Fleming-Harrington test, ρ 0, γ 1, | S being the Kaplan-Meier estimate of both arms in the stratum; | rho2 = 1",
                "haic-tace-strata | {method: taroneWare, stratified: true} | by the stratified Tarone-Ware test, | by the root of the number at risk in the stratum; | There is no code",
                "haic-tace-strata | {method: cox, stratified: true} | The test is stratified by burden, | covariate, stratified like the test, and Efron's | stratumFraction = c(0.6, 0.4)"
            })
    void of_a_test(String name, String test, String named, String told, String code) {
        Document page = page(Told.CONFIGS.resolve(name + ".yaml"), "--set", "analysis.test=" + test);
        isWhole(page);
        assertThat(text(page)).contains(named, told, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analysis={looks: [{information: 0.5}, {events: 137}], efficacy: {boundary: pampallonaTsiatis, delta: 0.25}} | found by Pampallona and Tsiatis' shape, Δ = 0.25: the null",
                "analysis.efficacy={boundary: haybittlePeto, z: 3} | found by Haybittle and Peto's rule, Z = 3: the null",
                "analysis.efficacy={spending: pocock} | found by α-spending of Pocock type: the null",
                "analysis.futility={z: [0, null, null]} | The futility bounds are given: the trial stops for futility when Z ≤ 0.000 at analysis 1.",
                "analysis.futility={spending: pocock, binding: true} | The futility bounds bind:",
                "simulation.estimates=none | No hazard ratio was estimated in the simulation, as the scenario asks.",
                "analysis={looks: [{events: 69}, {calendarTime: 32}], efficacy: {spending: pocock}} | No adjusted estimate is reported:"
            })
    void of_bounds_and_looks(String override, String told) {
        Document page = page(Told.CONFIGS.resolve("haic-tace-gs.yaml"), "--set", override);
        isWhole(page);
        assertThat(text(page)).contains(told);
    }

    private Document page(Path scenario, String... more) {
        Path out = directory.resolve("report.html");
        List<String> arguments =
                new ArrayList<>(List.of("report", scenario.toString(), "--replicates", "300", "--out", out.toString()));
        arguments.addAll(List.of(more));
        Told told = Told.by(arguments.toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isZero();
        return ReportCommandTest.parsed(Told.text(out));
    }

    /** Nothing that is no number, nothing left empty, no sentence that lost a part. */
    private static void isWhole(Document page) {
        assertThat(text(page))
                .doesNotContainPattern("\\bNaN\\b|Infinity")
                .doesNotContain("(blank)", " ,", "..", ", .", "{}", "Optional");
        for (String name : List.of("p", "li", "h2", "h3", "caption", "figcaption", "pre")) {
            each(
                    page,
                    name,
                    element -> assertThat(element.getTextContent()).as(name).isNotBlank());
        }
        each(
                page,
                "table",
                table -> assertThat(table.getElementsByTagName("td").getLength())
                        .as(table.getTextContent())
                        .isPositive());
        each(page, "p", paragraph -> {
            if (paragraph.getAttribute("class").isEmpty()) {
                assertThat(paragraph.getTextContent()).matches("(?s).*[.:]$").doesNotContain("  ");
            }
        });
    }

    /** What a reader sees, but for the scenario's file. */
    private static String text(Document page) {
        String all = page.getElementsByTagName("main").item(0).getTextContent();
        return all.substring(0, all.indexOf("Scenario file")).replace('\u00A0', ' ');
    }

    private static void each(Document page, String name, Consumer<Element> seen) {
        NodeList all = page.getElementsByTagName(name);
        for (int i = 0; i < all.getLength(); i++) {
            seen.accept((Element) all.item(i));
        }
    }
}
