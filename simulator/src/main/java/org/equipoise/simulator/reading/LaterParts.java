package org.equipoise.simulator.reading;

import java.util.List;
import org.equipoise.simulator.scenario.DropoutModel;
import org.equipoise.simulator.scenario.EndpointModel;
import org.jspecify.annotations.Nullable;

/**
 * Words of the scenario language that this version does not read yet, and what it offers instead. One line for each
 * place.
 */
final class LaterParts {
    private record Later(Class<?> owner, List<String> words, String instead) {}

    private static final List<Later> LATER = List.of(
            new Later(EndpointModel.class, List.of("scans"), "give the model itself; events are seen when they happen"),
            new Later(DropoutModel.class, List.of("scans"), "give the model itself; events are seen when they happen"));

    private LaterParts() {}

    /**
     * What is available instead of a key of a block, or of a constant; null when the word is not one that comes later.
     */
    static @Nullable String find(Class<?> type, String word) {
        for (Later later : LATER) {
            if (later.owner().isAssignableFrom(type) && later.words().contains(word)) {
                return later.instead();
            }
        }
        return null;
    }
}
