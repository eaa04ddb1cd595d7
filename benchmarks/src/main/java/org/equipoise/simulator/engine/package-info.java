/** Benchmarks of what the engine keeps to its own package: gathering blocks. */
package org.equipoise.simulator.engine;
