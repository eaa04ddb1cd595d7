/** How the cost of a replicate grows with the trial: measured, tabulated and drawn for the page on benchmarks. */
@NullMarked
package org.equipoise.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
