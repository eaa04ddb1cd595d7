package org.equipoise.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.equipoise.simulator.engine.cohort.CohortStages;
import org.equipoise.simulator.engine.cohort.Stage;
import org.equipoise.simulator.reading.ScenarioReader;
import org.equipoise.simulator.scenario.Scenario;

/** Scenarios to measure, independent of any file, and their cohorts. */
public final class Scenarios {
    /** The scenario {@code configs/speed-176.yaml}. */
    public static final String SPEED = """
            trial: SPEED-176
            arms: {control: {role: control}, experimental: {role: experimental}}
            enrolment: {patients: 176, arrivals: uniform, duration: 18}
            randomisation: {method: permutedBlock, blockSize: 4}
            endpoints: {PFS: {model: {control: {median: 6}, experimental: {hazardRatio: 0.6}}}}
            dropout: {all: {probability: 0.05, by: 12}}
            analysis: {endpoint: PFS, test: {method: logRank}, alpha: 0.025, looks: [{events: 128}]}
            simulation: {replicates: 100000, seed: 176}
            """;

    /** The trial of {@code configs/haic-tace-176.yaml}. */
    public static final String BASE = """
            trial: HAIC-TACE-176
            arms: {TACE: {role: control}, HAIC: {role: experimental}}
            enrolment: {patients: 176, arrivals: poisson, rates: [{from: 0, rate: 4}, {from: 3, rate: 8}, {from: 6, rate: 12}]}
            randomisation: {method: permutedBlock, blockSize: 4}
            endpoints: {PFS: {model: {TACE: {median: 6.5}, HAIC: {hazardRatio: 0.62}}}}
            dropout: {all: {probability: 0.05, by: 12}}
            analysis: {endpoint: PFS, test: {method: logRank}, alpha: 0.025, looks: [{events: 137}]}
            simulation: {replicates: 100000, seed: 5233358}
            """;

    private Scenarios() {}

    /** The speed scenario with some values replaced, each {@code PATH=VALUE}. */
    public static Scenario speed(String... overrides) {
        return of(SPEED, overrides);
    }

    /** A scenario from its text, with some values replaced. */
    public static Scenario of(String text, String... overrides) {
        return ScenarioReader.read(text, "benchmark", List.of(overrides)).scenario();
    }

    /** Its stages: arrivals, allocation, course, dropout, observation. */
    public static Stage[] stages(Scenario scenario) {
        return CohortStages.of(scenario, scenario.simulation().seed()).toArray(Stage[]::new);
    }

    /** An empty cohort of the scenario's size. */
    public static Cohort cohort(Scenario scenario) {
        return new Cohort(scenario.enrolment().patients(), scenario.arms().size());
    }

    /** Complete cohorts of its first replicates: enough of them that no branch predictor learns them all. */
    public static List<Cohort> cohorts(Scenario scenario, int number) {
        Stage[] stages = stages(scenario);
        List<Cohort> cohorts = new ArrayList<>();
        for (int replicate = 0; replicate < number; replicate++) {
            Cohort cohort = cohort(scenario);
            for (Stage stage : stages) {
                stage.fill(replicate, cohort);
            }
            cohorts.add(cohort);
        }
        return cohorts;
    }

    /** Time of the {@code rank}-th event, from 1, by sorting all. */
    public static double eventTime(Cohort cohort, int rank) {
        double[] sorted = cohort.eventCalendar.clone();
        Arrays.sort(sorted);
        return sorted[rank - 1];
    }
}
