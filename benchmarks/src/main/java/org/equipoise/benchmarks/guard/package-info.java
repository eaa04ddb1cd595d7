/** Fails a build in which the hot loop has become slower, or has begun to allocate. */
@NullMarked
package org.equipoise.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
