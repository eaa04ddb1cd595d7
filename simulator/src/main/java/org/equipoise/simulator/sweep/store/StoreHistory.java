package org.equipoise.simulator.sweep.store;

import org.jspecify.annotations.Nullable;

/**
 * Who made a store, and when.
 *
 * @param version of the program
 * @param java version of Java; results do not depend on it
 * @param generator of the random numbers
 * @param started when it was made, as text
 * @param finished when all scenarios were done, as text; null when they are not
 */
public record StoreHistory(
        String version,
        String java,
        String generator,
        String started,
        @Nullable String finished) {}
