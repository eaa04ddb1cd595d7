package org.equipoise.simulator.scenario;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What is tested, when, and against which bounds.
 *
 * @param endpoint name of the endpoint; the only one when left out
 * @param test the test
 * @param alpha significance level, one-sided unless {@code sides} is 2
 * @param sides 1 or 2
 * @param power target of whatever is solved for
 * @param looks analyses in order; the last one is final
 * @param efficacy bounds that reject; the fixed-sample bound when there is one look and this is left out
 * @param futility bounds that stop for futility; where it is left out beside efficacy bounds of Pampallona and Tsiatis,
 *     theirs, which do not bind
 */
@Doc("What is tested, when, and against which bounds.")
public record Analysis(
        @Doc("Name of the endpoint that is tested; the only one when left out.") @Nullable
        String endpoint,

        @Doc("The test.") @Default("{}") TestPlan test,

        @Doc("Significance level: one-sided unless sides is 2. Default 0.025 one-sided, 0.05 two-sided.")
        @Range(above = 0, below = 0.5)
        @Nullable
        Double alpha,

        @Doc("1 or 2.") @Default("1") @Range(atLeast = 1, atMost = 2)
        int sides,

        @Doc("Target power of whatever is solved for; 0.8 when left out.") @Range(above = 0, below = 1) @Nullable
        Double power,

        @Doc("The analyses, in order; the last one is final.")
        List<Look> looks,

        @Doc("Bounds that reject the null hypothesis; required with several looks.") @Nullable
        Efficacy efficacy,

        @Doc("Bounds that stop the trial for futility.") @Nullable
        Futility futility) {

    private static final double DEFAULT_ONE_SIDED_ALPHA = 0.025;
    private static final double DEFAULT_POWER = 0.8;

    /** Validates numbers, the order of looks, and that bounds fit them. */
    public Analysis {
        looks = List.copyOf(looks);
        List<Look> given = looks;
        Futility stated = futility;
        Faults.of(Analysis.class, endpoint, test, alpha, sides, power, looks, efficacy, futility)
                .and(f -> check(f, endpoint, test, alpha, sides, power, given, efficacy, stated))
                .throwIfAny();
        if (futility == null && efficacy instanceof Efficacy.ByShape by && BoundRules.isPampallonaTsiatis(by)) {
            futility = new Futility.ByShape(by.boundary(), by.delta(), false);
        }
    }

    static void check(
            Faults faults,
            @Nullable String endpoint,
            @Nullable TestPlan test,
            @Nullable Double alpha,
            @Nullable Integer sides,
            @Nullable Double power,
            @Nullable List<Look> looks,
            @Nullable Efficacy efficacy,
            @Nullable Futility futility) {
        if (looks == null) {
            return;
        }
        LookRules.check(faults, looks);
        if (test != null && !test.followsHazardRatio()) {
            BoundRules.refuseHazardRatios(faults, test.method(), efficacy, futility);
        }
        if (test != null && test.method() == TestPlan.Method.MAX_COMBO) {
            MaxComboRules.check(faults, looks, sides);
        }
        int given = sides == null ? 1 : sides;
        double level = alpha == null ? DEFAULT_ONE_SIDED_ALPHA * given : alpha;
        BoundRules.check(faults, looks.size(), given, level, power == null ? DEFAULT_POWER : power, efficacy, futility);
    }

    /** The same with other looks. */
    Analysis withLooks(List<Look> others) {
        return new Analysis(endpoint, test, alpha, sides, power, others, efficacy, futility);
    }

    /** The significance level of one side. */
    public double oneSidedAlpha() {
        return alpha == null ? DEFAULT_ONE_SIDED_ALPHA : alpha / sides;
    }

    /** Whether an error is spent by calendar time. */
    public boolean spendsByCalendarTime() {
        return isByCalendarTime(efficacy) || isByCalendarTime(futility);
    }

    private static boolean isByCalendarTime(@Nullable Bounds bounds) {
        return bounds instanceof Bounds.Spent spent && spent.isByCalendarTime();
    }

    /** The target power. */
    public double targetPower() {
        return power == null ? DEFAULT_POWER : power;
    }

    /** Number of events that a look's condition asks for: rounded up at the last look, to the nearest before. */
    public int eventsOf(Look condition, int look) {
        return LookRules.eventsOf(looks, condition, look)
                .orElseThrow(() -> new IllegalArgumentException("not a number of events: " + condition));
    }

    /** Number of events that a look (from 0) waits for; empty when its condition is another one. */
    public OptionalInt eventsAwaitedAt(int look) {
        return LookRules.eventsOf(looks, looks.get(look), look);
    }
}
