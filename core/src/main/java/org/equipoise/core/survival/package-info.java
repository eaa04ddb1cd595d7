/**
 * Analyses of right-censored data in two groups: log-rank tests and their combinations, Cox model, Kaplan-Meier
 * estimate, restricted means and milestones. Each stands on plain arrays and knows nothing of trials or simulation.
 */
@NullMarked
package org.equipoise.core.survival;

import org.jspecify.annotations.NullMarked;
