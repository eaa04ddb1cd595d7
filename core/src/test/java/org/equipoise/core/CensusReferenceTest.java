package org.equipoise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.core.planning.ExpectedEventsReferenceTest;
import org.equipoise.core.planning.fixed.PlanningReferenceTest;
import org.equipoise.core.planning.fixed.PublishedSizeReferenceTest;
import org.equipoise.core.planning.staged.PublishedPlanReferenceTest;
import org.equipoise.core.planning.staged.StagedReferenceTest;
import org.equipoise.core.proportion.ProportionCensusReferenceTest;
import org.equipoise.core.sequential.DesignReferenceTest;
import org.equipoise.core.sequential.InferenceReferenceTest;
import org.equipoise.core.sequential.PublishedReferenceTest;
import org.equipoise.core.survival.SurvivalCensusReferenceTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All cases that other programs computed, at once: prints each topic's counts and every case that does not agree, with
 * the reason, and holds the table in {@code docs/agreement.md} to the counts.
 *
 * <p>Where the counts are meant to change, run with {@code -Dgolden.update=true} and review the table.
 */
class CensusReferenceTest {
    private static final Path PAGE = Path.of("docs", "agreement.md");
    private static final String ALL = ".*";
    private static final String HEAD = "| what | agree | to within | differ | not here | why | test |\n"
            + "| --- | --- | --- | --- | --- | --- | --- |\n";

    /** What each topic is about; every topic stands in one row. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put(
                "bounds of group-sequential designs: one-sided",
                "gs_onesided|gs_pt|gs_wtopt|gs_hp|gs_user|gs_noearly|gs_default_accuracy|inverse_normal");
        ROWS.put("… with futility", "gs_betaspend|gs_futility_fixed|gs_tt56");
        ROWS.put("… two-sided", "gs_twosided");
        ROWS.put("… two-sided with an inner wedge", "gs_two_futility");
        ROWS.put("spending functions", "spending");
        ROWS.put("crossing, conditional and predictive power, assurance", "gs_prob|cond_power|pred_power|pos");
        ROWS.put("prediction intervals", "pred_interval");
        ROWS.put("inference at a look and at the end", "analysis|final_ci|seq_p");
        ROWS.put("group-sequential survival trials", "gs_surv");
        ROWS.put("… by average hazard ratio", "gs_gsDesign2");
        ROWS.put(
                "events, patients and power with proportional hazards",
                "events_fixed|nSurv|n_fixed_dropout|power_fixed|base");
        ROWS.put("… without", "power_nph|ss_nph|lrstat_meanvar|power_strat");
        ROWS.put("… by gsDesign2", "fixed_gsDesign2");
        ROWS.put("restricted means and milestones: power, patients", "rmst_design|km_design");
        ROWS.put("power that others simulated, and gsDesign2's for the same", "sim_nph|sim_power|base_sim");
        ROWS.put(
                "expected patients and events by time, times of events",
                "accrual_calendar|events_calendar|time_to_events");
        ROWS.put("proportions: patients and power", "rates_n|fisher_power|exact_power");
        ROWS.put("… tests and limits", "binom_test|binom_ci|prop_ci|binom_test_exact|binom_ci_exact");
        ROWS.put("means: patients and power", "means_n|means_power");
        ROWS.put("log-rank family on data", "logrank|logrank_stratified|wlr");
        ROWS.put("MaxCombo on data", "maxcombo");
        ROWS.put("Cox model on data", "cox");
        ROWS.put("Kaplan-Meier on data", "km");
        ROWS.put("restricted means and milestones on data", "rmst|milestone");
        ROWS.put("exponential distributions, normal probabilities", "convert|pwexp|mvn|dunnett");
        ROWS.put(
                "combination tests, multiplicity, counts, Simon's design",
                "fisher_comb|multiarm|graph|padjust|counts_n|simon");
        ROWS.put("worked examples in print", "published");
    }

    private static Census census;

    @BeforeAll
    static void compare() {
        census = all();
    }

    @Test
    void whatDiffersHasAReason() {
        census.printAndRequireReasons();
    }

    @Test
    void agreementIsWhatTheDocumentationSays() throws IOException {
        StringBuilder table = new StringBuilder(HEAD);
        ROWS.forEach((what, topics) -> table.append(census.row(what, topics)).append('\n'));
        table.append(census.total()).append('\n');
        String page = Files.readString(PAGE);
        int start = page.indexOf(HEAD);
        int end = page.indexOf("\n\n", start);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page.substring(0, start) + table + page.substring(end + 1));
        } else {
            assertThat(page.substring(start, end + 1)).isEqualTo(table.toString());
        }
    }

    @Test
    void everyTopicStandsInOneRow() {
        List<String> ids = new ArrayList<>();
        ROWS.values().forEach(topics -> ids.addAll(census.ids(topics)));
        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(census.ids(ALL));
    }

    private static Census all() {
        Census census = new Census(CensusReferenceTest.class);
        census.add(DesignReferenceTest.census());
        census.add(InferenceReferenceTest.census());
        census.add(StagedReferenceTest.census());
        census.add(PlanningReferenceTest.census());
        census.add(ExpectedEventsReferenceTest.census());
        census.add(ProportionCensusReferenceTest.census());
        census.add(SurvivalCensusReferenceTest.census());
        census.add(ProbabilityReferenceTest.census());
        census.add(PublishedReferenceTest.census());
        census.add(PublishedSizeReferenceTest.census());
        census.add(PublishedPlanReferenceTest.census());
        ReferenceFiles.text("not-here.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", 4))
                .forEach(row -> census.notHere(row[1], row[0], row[3]));
        return census;
    }
}
