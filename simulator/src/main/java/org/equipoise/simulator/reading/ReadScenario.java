package org.equipoise.simulator.reading;

import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.scenario.Scenario;

/**
 * A scenario that was read without fault.
 *
 * @param scenario the trial, overrides included
 * @param hash names its content: see {@link ScenarioHash}
 * @param bounds those of its looks
 */
public record ReadScenario(Scenario scenario, String hash, BoundPlan bounds) {}
