/** Benchmarks of what this package of the engine keeps to itself: finding the cut, sorting follow-up times. */
package org.equipoise.simulator.engine.look;
