/** Results as JSON for programs, and replicate data as CSV; the keys are a contract. */
@NullMarked
package org.equipoise.simulator.report.json;

import org.jspecify.annotations.NullMarked;
