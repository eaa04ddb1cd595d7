package org.equipoise.simulator.engine;

import java.util.List;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.engine.cohort.Cohort;
import org.equipoise.simulator.engine.cohort.CohortStages;
import org.equipoise.simulator.engine.cohort.Stage;
import org.equipoise.simulator.engine.look.LookAnalyser;
import org.equipoise.simulator.scenario.Scenario;

/**
 * Simulates replicates of one scenario, one after the other, in one thread: the compiled chain of stages and the cohort
 * that they fill.
 *
 * <p>A replicate depends on the scenario, its seed and its number alone, whatever was simulated before. Nothing is
 * allocated per replicate.
 */
public final class Replicator {
    private final Cohort cohort;
    private final Stage[] stages;
    private final LookAnalyser looks;
    private final StoppingRule rule;
    private final Block block;

    /** Compiles a scenario, with the bounds that are planned for it. */
    public Replicator(Scenario scenario) {
        this(scenario, BoundPlan.of(scenario));
    }

    /** Compiles a scenario, with bounds that were planned for it, or for its alternative. */
    public Replicator(Scenario scenario, BoundPlan bounds) {
        int arms = scenario.arms().size();
        List<Stage> chain = CohortStages.of(scenario, scenario.simulation().seed());
        cohort = new Cohort(scenario.enrolment().patients(), arms, scenario.strata() != null);
        stages = chain.toArray(Stage[]::new);
        looks = new LookAnalyser(scenario);
        rule = new StoppingRule(bounds, scenario.analysis().sides());
        block = new Block(rule.looks(), arms);
    }

    /**
     * Simulates and scores a block.
     *
     * @param first number of its first replicate
     * @param replicates at most {@link Block#SIZE}
     * @return the block, which the next call overwrites
     */
    public Block simulate(long first, int replicates) {
        block.start(first, replicates);
        for (int i = 0; i < replicates; i++) {
            looks.analyse(cohort(first + i), block.lookColumns(), i);
        }
        block.score(rule);
        return block;
    }

    /**
     * Makes the patients of one replicate.
     *
     * @return the cohort, which the next call overwrites
     */
    public Cohort cohort(long replicate) {
        for (Stage stage : stages) {
            stage.fill(replicate, cohort);
        }
        return cohort;
    }
}
