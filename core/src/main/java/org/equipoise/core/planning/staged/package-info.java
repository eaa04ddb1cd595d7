/**
 * Trials with several looks at a time to an event: how likely each look is to stop them, by every method in use, and
 * what gives a power. One look is the simplest case.
 */
@NullMarked
package org.equipoise.core.planning.staged;

import org.jspecify.annotations.NullMarked;
