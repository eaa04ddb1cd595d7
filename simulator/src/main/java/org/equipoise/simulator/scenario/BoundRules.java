package org.equipoise.simulator.scenario;

import java.util.List;
import java.util.Objects;
import org.equipoise.simulator.scenario.Bounds.Given;
import org.equipoise.simulator.scenario.Bounds.Shaped.Shape;
import org.equipoise.simulator.scenario.Bounds.Spent;
import org.equipoise.simulator.scenario.Bounds.Spent.Clock;
import org.equipoise.simulator.scenario.Bounds.Spent.Function;
import org.jspecify.annotations.Nullable;

/** What bounds must satisfy: by themselves, and given the number of looks and the errors to be spent. */
final class BoundRules {
    /** Written with a few digits, values that should be equal are not exactly so. */
    private static final double ROUNDING = 1e-9;

    private BoundRules() {}

    static void check(
            Faults faults,
            int looks,
            int sides,
            double alpha,
            double power,
            @Nullable Efficacy efficacy,
            @Nullable Futility futility) {
        if (faults.isLeftOut("efficacy", efficacy) && looks > 1) {
            faults.add(
                    "efficacy",
                    "is missing: " + looks + " looks need bounds",
                    "give efficacy: {spending: obrienFleming}, or {z: [one number for each look]}; null skips a look");
        }
        if (efficacy instanceof Given given) {
            checkEfficacy(faults, looks, sides, given);
        } else if (efficacy instanceof Spent spent) {
            checkCumulative(faults, "efficacy", spent, looks, "alpha", alpha);
        }
        if (futility instanceof Given given) {
            checkFutility(faults, looks, sides, given);
        } else if (futility instanceof Spent spent) {
            checkCumulative(faults, "futility", spent, looks, "1 - power", 1 - power);
        }
        if (efficacy instanceof Given upper && futility instanceof Given lower) {
            checkApart(faults, looks, upper, lower);
        }
        checkTogether(faults, efficacy, futility);
    }

    /** What efficacy and futility have in common where they are found together. */
    private static void checkTogether(Faults faults, @Nullable Efficacy efficacy, @Nullable Futility futility) {
        if (isPampallonaTsiatis(efficacy) && futility != null && !isPampallonaTsiatis(futility)) {
            faults.add(
                    "futility",
                    "efficacy bounds of pampallonaTsiatis have futility bounds of the same kind",
                    "leave it out, give it as {boundary: pampallonaTsiatis, delta: …}, or use efficacy: {boundary:"
                            + " wangTsiatis, delta: …}");
        }
        if (efficacy instanceof Spent alpha
                && futility instanceof Spent beta
                && alpha.spending() != Function.VALUES
                && beta.spending() != Function.VALUES
                && alpha.isByCalendarTime() != beta.isByCalendarTime()) {
            faults.add(
                    "futility.by",
                    "alpha and beta are spent by different times",
                    "give both by: calendarTime, or neither");
        }
    }

    static boolean isPampallonaTsiatis(@Nullable Bounds bounds) {
        return bounds instanceof Bounds.Shaped shaped && shaped.boundary() == Shape.PAMPALLONA_TSIATIS;
    }

    private static void checkEfficacy(Faults faults, int looks, int sides, Given efficacy) {
        String path = "efficacy." + efficacy.scale().key();
        if (efficacy.values().size() != looks) {
            faults.add(
                    path,
                    "has " + efficacy.values().size() + " bounds for " + looks + " looks",
                    "give one for each look; null skips a look");
        } else if (efficacy.values().stream().allMatch(Objects::isNull)) {
            faults.add(path, "has no bound at any look", "give at least one number");
        }
        checkScale(faults, sides, path, efficacy, "");
    }

    /** A two-sided test has bounds for |Z|. */
    private static void checkScale(Faults faults, int sides, String path, Given bounds, String remedy) {
        if (sides == 2 && bounds.scale() == Given.Scale.Z) {
            for (int k = 0; k < bounds.values().size(); k++) {
                Double z = bounds.values().get(k);
                if (z != null && z <= 0) {
                    faults.add(path + "." + k, "must be above 0 in a two-sided test, was " + Faults.plain(z), remedy);
                }
            }
        }
        if (sides == 2 && bounds.scale() == Given.Scale.HAZARD_RATIO) {
            faults.add(path, "needs a one-sided test", "use sides: 1, or give the bounds as z or p");
        }
    }

    /** Of a test whose Z a hazard ratio does not tell. */
    static void refuseHazardRatios(
            Faults faults, TestPlan.Method method, @Nullable Efficacy efficacy, @Nullable Futility futility) {
        refuseHazardRatios(faults, method, "efficacy", efficacy);
        refuseHazardRatios(faults, method, "futility", futility);
    }

    private static void refuseHazardRatios(
            Faults faults, TestPlan.Method method, String which, @Nullable Bounds bounds) {
        if (bounds instanceof Given given && given.scale() == Given.Scale.HAZARD_RATIO) {
            faults.add(
                    which + ".hazardRatio",
                    "does not go with " + method.spelling() + ", whose Z does not follow from a hazard ratio",
                    "give the bounds as z or p");
        }
    }

    private static void checkFutility(Faults faults, int looks, int sides, Given futility) {
        String path = "futility." + futility.scale().key();
        checkScale(faults, sides, path, futility, "it is a bound for |Z|; null for none");
        int given = futility.values().size();
        if (given != looks && given != looks - 1) {
            faults.add(
                    path,
                    "has " + given + " bounds for " + looks + " looks",
                    "give one for each look, or for each but the last; null skips a look");
        }
    }

    /** Of bounds on the same scale; others can only be compared when the events at the looks are known. */
    private static void checkApart(Faults faults, int looks, Given efficacy, Given futility) {
        if (efficacy.scale() != futility.scale()) {
            return;
        }
        boolean highIsGood = efficacy.scale() == Given.Scale.Z;
        int both = Math.min(
                looks, Math.min(efficacy.values().size(), futility.values().size()));
        for (int k = 0; k < both; k++) {
            Double upper = efficacy.values().get(k);
            Double lower = futility.values().get(k);
            if (upper != null && lower != null && (highIsGood ? lower > upper : lower < upper)) {
                faults.add(
                        "futility." + futility.scale().key() + "." + k,
                        "lies beyond the efficacy bound of look " + (k + 1) + ", " + Faults.plain(upper) + ", was "
                                + Faults.plain(lower),
                        highIsGood ? "lower it, or raise the efficacy bound" : "raise it, or lower the efficacy bound");
            }
        }
    }

    /** Errors given look by look rise to all that there is to spend. */
    private static void checkCumulative(
            Faults faults, String which, Spent bounds, int looks, String totalName, double total) {
        List<Double> spent = bounds.cumulative();
        if (bounds.spending() != Function.VALUES || spent == null) {
            return;
        }
        String path = which + ".cumulative";
        if (spent.size() != looks) {
            faults.add(path, "has " + spent.size() + " values for " + looks + " looks", "give one for each look");
            return;
        }
        for (int k = 1; k < looks; k++) {
            if (spent.get(k) < spent.get(k - 1)) {
                faults.add(
                        path + "." + k,
                        "must be at least that of the look before, " + Faults.plain(spent.get(k - 1)) + ", was "
                                + Faults.plain(spent.get(k)),
                        "what is spent adds up from look to look");
            }
        }
        double last = spent.get(looks - 1);
        if (!(Math.abs(last - total) <= ROUNDING)) {
            faults.add(
                    path + "." + (looks - 1),
                    "must be " + totalName + ", " + Faults.plain(Math.round(total / ROUNDING) * ROUNDING) + ", was "
                            + Faults.plain(last),
                    "the last look spends what is left");
        }
    }

    /** That a spending function has its parameter, and no other's. */
    static void checkParameters(
            Faults faults,
            @Nullable Function spending,
            @Nullable Double gamma,
            @Nullable Double rho,
            @Nullable List<Double> cumulative,
            @Nullable Clock by) {
        if (spending == Function.VALUES && by != null) {
            faults.add("by", "belongs to a function of time: values are given look by look", "leave it out");
        }
        checkParameter(faults, "gamma", gamma, spending, Function.HWANG_SHIH_DE_CANI, "hwangShihDeCani");
        checkParameter(faults, "rho", rho, spending, Function.POWER, "power");
        checkParameter(faults, "cumulative", cumulative, spending, Function.VALUES, "values");
    }

    /** That a shape has its parameter, and no other's. */
    static void checkParameters(Faults faults, @Nullable Shape boundary, @Nullable Double delta) {
        boolean paired = boundary == Shape.PAMPALLONA_TSIATIS;
        checkParameter(
                faults,
                "delta",
                delta,
                boundary,
                paired ? Shape.PAMPALLONA_TSIATIS : Shape.WANG_TSIATIS,
                paired ? "pampallonaTsiatis" : "wangTsiatis");
    }

    /** That a parameter is given when, and only when, the choice is its owner. */
    static <E extends Enum<E>> void checkParameter(
            Faults faults, String key, @Nullable Object value, @Nullable E choice, E owner, String name) {
        if (choice == owner && faults.isLeftOut(key, value)) {
            faults.add(key, "is missing: " + name + " needs it", "add it to this block");
        } else if (choice != null && choice != owner && value != null) {
            faults.add(key, "belongs to " + name + " alone", "leave it out");
        }
    }
}
