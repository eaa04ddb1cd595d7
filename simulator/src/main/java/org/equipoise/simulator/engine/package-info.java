/**
 * Simulates a trial: replicates in blocks, a chain of stages over one reused cohort, estimates with their errors. The
 * engine is a kernel: it knows no files, no formats, no console.
 */
@NullMarked
package org.equipoise.simulator.engine;

import org.jspecify.annotations.NullMarked;
