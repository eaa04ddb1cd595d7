package org.equipoise.simulator.expect;

import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.scenario.Criterion;

/**
 * An expectation beside what was simulated.
 *
 * @param figure its path, as the scenario writes it
 * @param criterion what it must be
 * @param simulated the figure, with the limits by which it was judged
 * @param level confidence level of these limits
 * @param replicates on which the figure rests
 * @param verdict what follows
 */
public record CheckedExpectation(
        String figure, Criterion criterion, Estimate simulated, double level, long replicates, Verdict verdict) {}
