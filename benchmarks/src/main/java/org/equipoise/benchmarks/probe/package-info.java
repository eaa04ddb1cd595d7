/**
 * One measurement of a scenario's speed and allocation in a JVM of its own: what the JVM has run before would shape how
 * it compiles.
 */
@NullMarked
package org.equipoise.benchmarks.probe;

import org.jspecify.annotations.NullMarked;
