package org.equipoise.simulator.sweep.store;

import org.jspecify.annotations.Nullable;

/** Where results of a sweep are. For one thread at a time. */
public interface ResultSource {
    /** The state of a finished scenario; null when it is not finished. */
    byte @Nullable [] state(String hash);
}
