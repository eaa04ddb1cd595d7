/**
 * What is kept of a sweep: a DuckDB file with everything that has been simulated, and tables made from it. A store is
 * always whole: what was committed stays, and nothing else is ever seen.
 */
@NullMarked
package org.equipoise.simulator.sweep.store;

import org.jspecify.annotations.NullMarked;
