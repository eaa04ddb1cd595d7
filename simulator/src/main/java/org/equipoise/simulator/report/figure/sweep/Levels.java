package org.equipoise.simulator.report.figure.sweep;

import java.util.ArrayList;
import java.util.List;

/** Combinations of the levels of some factors. */
final class Levels {
    private final Outcomes outcomes;
    private final List<Integer> factors;

    /** @param factors by their index; the last one varies fastest */
    Levels(Outcomes outcomes, List<Integer> factors) {
        this.outcomes = outcomes;
        this.factors = factors;
    }

    /** How many combinations there are. */
    int size() {
        return factors.stream()
                .mapToInt(f -> outcomes.factors().get(f).levels().size())
                .reduce(1, Math::multiplyExact);
    }

    /** The combination that a scenario has. */
    int of(int scenario) {
        int combination = 0;
        for (int f : factors) {
            combination = combination * outcomes.factors().get(f).levels().size() + outcomes.level(scenario, f);
        }
        return combination;
    }

    /** {@code patients 176 · probability 0.05}. */
    String words(int combination) {
        List<String> words = new ArrayList<>();
        int rest = combination;
        for (int i = factors.size() - 1; i >= 0; i--) {
            Factor factor = outcomes.factors().get(factors.get(i));
            String level = factor.levels().get(rest % factor.levels().size());
            words.add(0, factor.isNumeric() ? factor.inSentence() + " " + factor.withUnit(level) : level);
            rest /= factor.levels().size();
        }
        return String.join(" · ", words);
    }
}
