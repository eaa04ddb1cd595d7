package org.equipoise.simulator.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The patients who have one level of each of some factors. Factors are independent of each other.
 *
 * @param levels factor to level; empty when there is one stratum of all patients
 * @param prevalence share of the patients, in (0, 1]
 */
public record Stratum(Map<String, String> levels, double prevalence) {
    /** Copies the map, keeping its order. */
    public Stratum {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }

    /** All strata of some factors, the levels of the last one changing first; one of all patients without factors. */
    static List<Stratum> of(Map<String, Map<String, StratumLevel>> strata, List<String> factors) {
        List<Stratum> crossed = List.of(new Stratum(Map.of(), 1));
        for (String factor : factors) {
            List<Stratum> more = new ArrayList<>();
            for (Stratum stratum : crossed) {
                strata.getOrDefault(factor, Map.of()).forEach((name, level) -> {
                    Map<String, String> levels = new LinkedHashMap<>(stratum.levels);
                    levels.put(factor, name);
                    more.add(new Stratum(levels, stratum.prevalence * level.prevalence()));
                });
            }
            crossed = more;
        }
        return crossed;
    }

    /** Whether everybody here is in the other stratum too, which may be of fewer factors. */
    public boolean isIn(Stratum other) {
        return levels.entrySet().containsAll(other.levels.entrySet());
    }
}
