/**
 * Analyses of right-censored data in two groups: log-rank test, Cox model, Kaplan-Meier estimate. Each stands on plain
 * arrays and knows nothing of trials or simulation.
 */
@NullMarked
package org.equipoise.core.survival;

import org.jspecify.annotations.NullMarked;
