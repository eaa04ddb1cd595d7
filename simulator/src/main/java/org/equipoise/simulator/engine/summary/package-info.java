/** What many replicates tell: moments and quantiles that merge, and estimates with their Monte Carlo errors. */
@NullMarked
package org.equipoise.simulator.engine.summary;

import org.jspecify.annotations.NullMarked;
