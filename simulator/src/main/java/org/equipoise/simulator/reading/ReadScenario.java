package org.equipoise.simulator.reading;

import org.equipoise.simulator.scenario.Scenario;

/**
 * A scenario that was read without fault.
 *
 * @param scenario the trial, overrides included
 * @param hash names its content: see {@link ScenarioHash}
 */
public record ReadScenario(Scenario scenario, String hash) {}
