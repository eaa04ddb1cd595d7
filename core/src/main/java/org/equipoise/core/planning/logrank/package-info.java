/**
 * Distribution of weighted log-rank statistics under any alternative: means, variances, skewness, power, and the joint
 * distribution over looks. Second order in 1/√patients, for looks at a calendar time and at a number of events alike.
 */
@NullMarked
package org.equipoise.core.planning.logrank;

import org.jspecify.annotations.NullMarked;
