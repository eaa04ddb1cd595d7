/**
 * Distributions of the time from randomisation to an event, each with survival, hazard, quantile and mean. Sampling
 * goes through the inverse of the cumulative hazard, so one standard exponential gives one event time.
 */
@NullMarked
package org.equipoise.core.distribution;

import org.jspecify.annotations.NullMarked;
