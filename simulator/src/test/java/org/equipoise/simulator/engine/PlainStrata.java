package org.equipoise.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.equipoise.simulator.engine.cohort.Purpose;
import org.equipoise.simulator.scenario.Scenario;

/** Strata, written plainly: who belongs to which, and which of them the randomisation knows. */
final class PlainStrata {
    private final Scenario scenario;

    PlainStrata(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Factors in alphabetical order; none where there are no strata. */
    List<String> factors() {
        return scenario.strata() == null
                ? List.of()
                : new ArrayList<>(new TreeSet<>(scenario.strata().keySet()));
    }

    /** Each patient's level of each factor: a uniform number from the factor's own stream. */
    List<List<String>> levels(long replicate, int patients) {
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            List<String> levels = new ArrayList<>();
            List<String> factors = factors();
            for (int f = 0; f < factors.size(); f++) {
                double uniform = (PlainPatients.stream(scenario, Purpose.STRATUM, f, replicate)
                                        .word(i)
                                >>> 11)
                        / Math.pow(2, 53);
                var ofFactor = scenario.strata().get(factors.get(f));
                String found = null;
                double sum = 0;
                for (String level : new TreeSet<>(ofFactor.keySet())) {
                    if (found == null || uniform >= sum) {
                        found = level;
                    }
                    sum += ofFactor.get(level).prevalence();
                }
                levels.add(found);
            }
            all.add(levels);
        }
        return all;
    }

    /** The levels of those factors that the randomisation knows. */
    List<String> known(List<String> levels) {
        List<String> factors = factors();
        List<String> known = new ArrayList<>();
        for (int f = 0; f < factors.size(); f++) {
            if (scenario.randomisation().strata() != null
                    && scenario.randomisation().strata().contains(factors.get(f))) {
                known.add(levels.get(f));
            }
        }
        return known;
    }

    /** All strata of the randomisation, the levels of the last factor changing first. */
    List<List<String>> randomised() {
        List<List<String>> strata = new ArrayList<>(List.of(List.of()));
        for (String factor : factors()) {
            if (scenario.randomisation().strata() != null
                    && scenario.randomisation().strata().contains(factor)) {
                List<List<String>> more = new ArrayList<>();
                for (List<String> stratum : strata) {
                    for (String level :
                            new TreeSet<>(scenario.strata().get(factor).keySet())) {
                        List<String> longer = new ArrayList<>(stratum);
                        longer.add(level);
                        more.add(longer);
                    }
                }
                strata = more;
            }
        }
        return strata;
    }
}
