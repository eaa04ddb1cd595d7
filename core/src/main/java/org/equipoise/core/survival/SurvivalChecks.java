package org.equipoise.core.survival;

import java.util.ArrayList;
import java.util.List;

/** Faults in right-censored data, all of them named in one exception. */
final class SurvivalChecks {
    private static final int NAMED_TIMES = 5;

    private SurvivalChecks() {}

    static void check(double[] time, boolean[] event) {
        throwIfAny(faults(time, event));
    }

    static void check(double[] time, boolean[] event, boolean[] experimental, int[] stratum) {
        List<String> faults = faults(time, event);
        checkLength("experimental", experimental.length, time.length, faults);
        checkLength("stratum", stratum.length, time.length, faults);
        int inExperimental = 0;
        for (boolean e : experimental) {
            inExperimental += e ? 1 : 0;
        }
        if (experimental.length > 0 && (inExperimental == 0 || inExperimental == experimental.length)) {
            boolean all = inExperimental > 0;
            faults.add("nobody is in the " + (all ? "control" : "experimental") + " arm: experimental is " + all
                    + " for all " + experimental.length + " patients, and a comparison needs patients in both arms");
        }
        throwIfAny(faults);
    }

    private static List<String> faults(double[] time, boolean[] event) {
        List<String> faults = new ArrayList<>();
        if (time.length == 0) {
            faults.add("there are no patients: time is empty");
        }
        checkLength("event", event.length, time.length, faults);
        int bad = 0;
        for (int i = 0; i < time.length; i++) {
            if (!(time[i] >= 0 && time[i] < Double.POSITIVE_INFINITY) && ++bad <= NAMED_TIMES) {
                faults.add("time[" + i + "] must be finite and not negative, was " + time[i]);
            }
        }
        if (bad > NAMED_TIMES) {
            faults.add("and so for " + (bad - NAMED_TIMES) + " more times");
        }
        return faults;
    }

    private static void checkLength(String name, int length, int expected, List<String> faults) {
        if (length != expected) {
            faults.add(
                    name + " must be as long as time: " + name + " has " + length + " entries, time has " + expected);
        }
    }

    private static void throwIfAny(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }
}
