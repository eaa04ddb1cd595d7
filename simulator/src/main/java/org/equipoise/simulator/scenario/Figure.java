package org.equipoise.simulator.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a result that has a Monte Carlo error, by its path in the JSON of {@code run}: {@code power},
 * {@code looks.0.calendarTime}, {@code looks.0.eventsByArm.TACE}, {@code hypotheses.low dose.power}. Two lead out of
 * that document: the type I error is the power of the same trial under its null hypothesis.
 *
 * @param hypothesis the experimental arm that it is about, or null when it is about the whole trial
 * @param look index of the look, from 0, or null when it is about the stop
 * @param quantity what it is
 * @param arm the arm whose events are counted, or null
 */
public record Figure(
        @Nullable String hypothesis,
        @Nullable Integer look,
        Quantity quantity,
        @Nullable String arm) {
    private static final String HYPOTHESES = "hypotheses.";
    private static final String LOOKS = "looks.";

    /** What a figure is, and where it stands. */
    public enum Quantity {
        /** Probability of rejecting at any look. */
        POWER("power", false, true),
        /** The same in a trial that overrules stops for futility. */
        POWER_WITHOUT_FUTILITY("powerWithoutFutility", false, true),
        /** Probability of rejecting at any look under the null hypothesis. */
        TYPE_I_ERROR("typeIError", false, true),
        /** The same in a trial that overrules stops for futility. */
        TYPE_I_ERROR_WITHOUT_FUTILITY("typeIErrorWithoutFutility", false, true),
        /** Mean calendar time of the stop. */
        DURATION("duration", false, false),
        /** Mean number of patients enrolled by the stop, or by a look. */
        ENROLLED("enrolled", null, false),
        /** Mean number of patients lost by the stop, or by a look. */
        DROPOUTS("dropouts", null, false),
        /** Mean number of events by the stop. */
        EVENTS_AT_STOP("eventsAtStop", false, false),
        /** Share of replicates in which the look's condition can be met. */
        REACHED("reached", true, true),
        /** Probability of rejecting there for the first time. */
        REJECTED("rejected", true, true),
        /** Probability of rejecting there or before. */
        CUMULATIVE_REJECTED("cumulativeRejected", true, true),
        /** Probability of stopping there for futility. */
        FUTILE("futile", true, true),
        /** Mean number of events by the look. */
        EVENTS("events", true, false),
        /** Mean number of events by the look in one arm. */
        EVENTS_BY_ARM("eventsByArm", true, false),
        /** Mean calendar time of the look. */
        CALENDAR_TIME("calendarTime", true, false),
        /** Mean of the test statistic. */
        Z("z", true, false),
        /** Median of the estimated hazard ratio. */
        HAZARD_RATIO_MEDIAN("hazardRatio.median", true, false);

        private final String key;
        private final @Nullable Boolean ofLook;
        private final boolean probability;

        Quantity(String key, @Nullable Boolean ofLook, boolean probability) {
            this.key = key;
            this.ofLook = ofLook;
            this.probability = probability;
        }

        /** Its key in the JSON of {@code run}. */
        public String key() {
            return key;
        }

        /** Whether it lies between 0 and 1. */
        public boolean isProbability() {
            return probability;
        }

        /** Whether only a trial with futility bounds that may be overruled has it. */
        boolean needsFutilityToOverrule() {
            return this == POWER_WITHOUT_FUTILITY || this == TYPE_I_ERROR_WITHOUT_FUTILITY;
        }

        /** Whether each comparison with the control has its own. */
        boolean isOfOneComparison() {
            return this == Z || this == HAZARD_RATIO_MEDIAN;
        }

        private boolean standsAt(boolean look) {
            return ofLook == null || ofLook == look;
        }
    }

    /** Whether it is a figure of the same trial under its null hypothesis. */
    public boolean isUnderNull() {
        return quantity == Quantity.TYPE_I_ERROR || quantity == Quantity.TYPE_I_ERROR_WITHOUT_FUTILITY;
    }

    /**
     * The figure at a path.
     *
     * @param arms names of all arms
     * @throws InvalidScenarioException with one fault, at the empty path, when there is no such figure
     */
    public static Figure at(String path, Collection<String> arms) {
        String hypothesis = null;
        String rest = path;
        if (rest.startsWith(HYPOTHESES)) {
            rest = rest.substring(HYPOTHESES.length());
            hypothesis = armBefore(rest, arms);
            rest = rest.substring(hypothesis.length() + 1);
        }
        if (!rest.startsWith(LOOKS)) {
            return new Figure(hypothesis, null, quantity(rest, false), null);
        }
        rest = rest.substring(LOOKS.length());
        int dot = rest.indexOf('.');
        String number = dot < 0 ? rest : rest.substring(0, dot);
        if (dot < 0 || !number.matches("0|[1-9][0-9]{0,5}")) {
            throw fault(
                    "names no figure of a look: '" + path + "'",
                    "write looks.0.calendarTime: looks are numbered from 0");
        }
        Integer look = Integer.valueOf(number);
        rest = rest.substring(dot + 1);
        String byArm = Quantity.EVENTS_BY_ARM.key + ".";
        if (rest.startsWith(byArm)) {
            String arm = rest.substring(byArm.length());
            if (!arms.contains(arm)) {
                throw fault("there is no arm '" + arm + "'", Suggestion.among(arm, arms));
            }
            return new Figure(hypothesis, look, Quantity.EVENTS_BY_ARM, arm);
        }
        Quantity quantity = quantity(rest, true);
        if (quantity == Quantity.EVENTS_BY_ARM) {
            throw fault("does not say of which arm", "write " + path + "." + String.join(" or .", arms));
        }
        return new Figure(hypothesis, look, quantity, null);
    }

    /** The arm whose name a text begins with, followed by a dot; the longest where names begin alike. */
    private static String armBefore(String text, Collection<String> arms) {
        String found = null;
        for (String arm : arms) {
            if (text.startsWith(arm + ".") && (found == null || arm.length() > found.length())) {
                found = arm;
            }
        }
        if (found == null) {
            int dot = text.indexOf('.');
            String named = dot < 0 ? text : text.substring(0, dot);
            throw fault(
                    "names no figure of an arm: 'hypotheses." + text + "'",
                    arms.contains(named)
                            ? "write hypotheses." + named + ".power"
                            : "there is no arm '" + named + "': " + Suggestion.among(named, arms));
        }
        return found;
    }

    private static Quantity quantity(String key, boolean look) {
        List<String> known = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            if (quantity.standsAt(look)) {
                if (quantity.key.equals(key)) {
                    return quantity;
                }
                known.add(quantity.key);
            }
        }
        throw fault("there is no figure '" + key + "'", elsewhere(key, look).orElse(Suggestion.among(key, known)));
    }

    private static Optional<String> elsewhere(String key, boolean look) {
        return Arrays.stream(Quantity.values())
                .filter(quantity -> quantity.key.equals(key) && quantity.standsAt(!look))
                .map(quantity -> look ? "write " + key + ", without the look" : "write looks.0." + key)
                .findFirst();
    }

    private static InvalidScenarioException fault(String problem, String remedy) {
        return new InvalidScenarioException(List.of(new Fault("", problem, remedy)));
    }
}
