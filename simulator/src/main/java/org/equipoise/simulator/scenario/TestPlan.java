package org.equipoise.simulator.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The test of the primary hypothesis. Each method says which options it takes; others are faults.
 *
 * @param method the test statistic
 * @param rho exponent of S(t−), in [0, 10]; with flemingHarrington
 * @param gamma exponent of 1 − S(t−), in [0, 10]; with flemingHarrington
 * @param weights from 2 to 4 pairs of rho and gamma, the four of 0 and 1 when left out; with maxCombo
 * @param tau patient time until which weights grow, or means are restricted; with modestlyWeighted and rmst
 * @param at patient time at which shares without event are compared; with milestone
 * @param scale scale of that comparison, plain when left out; with milestone
 * @param ties how tied events are treated, Efron's rule when left out; with cox
 * @param stratified true when the strata of the randomisation are compared each by itself; with log-rank tests and cox
 * @param hazardRatioH0 hazard ratio under the null hypothesis: 1 for superiority, a margin above 1 for non-inferiority
 * @param margin of a binary or continuous endpoint: the null hypothesis is that the experimental arm is worse by this
 *     or more; superiority when null
 */
@Doc("The test of the primary hypothesis; each method takes its own options.")
public record TestPlan(
        @Doc("The test statistic.") @Default("logRank") Method method,

        @Doc("With flemingHarrington: exponent of S(t-), which stresses early events.")
        @Range(atLeast = 0, atMost = 10)
        @Nullable
        Double rho,

        @Doc("With flemingHarrington: exponent of 1 - S(t-), which stresses late events.")
        @Range(atLeast = 0, atMost = 10)
        @Nullable
        Double gamma,

        @Doc("With maxCombo: from 2 to 4 pairs [rho, gamma]; when left out [0, 0], [0, 1], [1, 0] and [1, 1].")
        @Range(atLeast = 0, atMost = 10)
        @Nullable
        List<List<Double>> weights,

        @Doc("With modestlyWeighted: time until which weights grow. With rmst: time up to which means are restricted.")
        @Range(above = 0, atMost = 1e6)
        @Nullable
        Double tau,

        @Doc("With milestone: time since randomisation at which shares without event are compared.")
        @Range(above = 0, atMost = 1e6)
        @Nullable
        Double at,

        @Doc("With milestone: plain (as it is when left out) or logLog.") @Nullable
        Scale scale,

        @Doc("With cox: efron (as it is when left out) or breslow.") @Nullable
        Ties ties,

        @Doc("With log-rank tests and cox: whether each stratum of the randomisation is compared by itself.") @Nullable
        Boolean stratified,

        @Doc("Hazard ratio under the null hypothesis: 1 for superiority, above 1 for non-inferiority.")
        @Default("1")
        @Range(above = 0, atMost = 1000)
        double hazardRatioH0,

        @Doc("Non-inferiority margin of a binary or continuous endpoint: the experimental arm may be worse by less.")
        @Range(atLeast = -1e9, atMost = 1e9)
        @Nullable
        Double margin) {

    /** The test statistics, each with the options that must and those that may stand beside it. */
    @Doc("logRank, flemingHarrington, wilcoxonGehan, taroneWare, modestlyWeighted: log-rank tests by their weights;"
            + " maxCombo: the largest of several; cox: Wald test of the hazard ratio; rmst: restricted mean survival times; milestone: shares without"
            + " event at one time. Of a binary endpoint: chiSquare (pooled variance), unpooled, fisherExact,"
            + " miettinenNurminen, farringtonManning. Of a continuous one: tTest (pooled variance).")
    public enum Method {
        /** The log-rank test. */
        LOG_RANK("logRank", List.of(), List.of("stratified", "hazardRatioH0")),
        /** Weights S(t−)^rho (1 − S(t−))^gamma. */
        FLEMING_HARRINGTON("flemingHarrington", List.of("rho", "gamma"), List.of("stratified", "hazardRatioH0")),
        /** Weighted by the number at risk. */
        WILCOXON_GEHAN("wilcoxonGehan", List.of(), List.of("stratified", "hazardRatioH0")),
        /** Weighted by the root of the number at risk. */
        TARONE_WARE("taroneWare", List.of(), List.of("stratified", "hazardRatioH0")),
        /** Weights 1 / max(S(t−), S(tau)). */
        MODESTLY_WEIGHTED("modestlyWeighted", List.of("tau"), List.of("stratified", "hazardRatioH0")),
        /** The largest of several of Fleming and Harrington's tests. */
        MAX_COMBO("maxCombo", List.of(), List.of("weights", "stratified")),
        /** Wald test of the Cox model. */
        COX("cox", List.of(), List.of("ties", "stratified", "hazardRatioH0")),
        /** Difference of restricted mean survival times. */
        RMST("rmst", List.of("tau"), List.of()),
        /** Difference of shares without event at one time. */
        MILESTONE("milestone", List.of("at"), List.of("scale")),
        /** The χ² test: the variance of a difference of proportions is that of one common proportion. */
        CHI_SQUARE("chiSquare", Endpoint.Type.BINARY, List.of(), List.of()),
        /** The same with the variance of two proportions. */
        UNPOOLED("unpooled", Endpoint.Type.BINARY, List.of(), List.of("margin")),
        /** Fisher's exact test. */
        FISHER_EXACT("fisherExact", Endpoint.Type.BINARY, List.of(), List.of()),
        /** The score test of Miettinen and Nurminen. */
        MIETTINEN_NURMINEN("miettinenNurminen", Endpoint.Type.BINARY, List.of(), List.of("margin")),
        /** The score test of Farrington and Manning. */
        FARRINGTON_MANNING("farringtonManning", Endpoint.Type.BINARY, List.of(), List.of("margin")),
        /** Student's t-test of two means with a common variance. */
        T_TEST("tTest", Endpoint.Type.CONTINUOUS, List.of(), List.of("margin"));

        private final String spelling;
        private final Endpoint.Type endpoint;
        private final List<String> required;
        private final List<String> optional;

        Method(String spelling, List<String> required, List<String> optional) {
            this(spelling, Endpoint.Type.TIME_TO_EVENT, required, optional);
        }

        Method(String spelling, Endpoint.Type endpoint, List<String> required, List<String> optional) {
            this.spelling = spelling;
            this.endpoint = endpoint;
            this.required = required;
            this.optional = optional;
        }

        /** The kind of endpoint that it tests. */
        public Endpoint.Type endpoint() {
            return endpoint;
        }

        /** Whether an option, by its key, may stand beside this method. */
        public boolean takes(String option) {
            return required.contains(option) || optional.contains(option);
        }

        /** As files spell it. */
        String spelling() {
            return spelling;
        }

        private static String allThatTake(String option) {
            return Stream.of(values())
                    .filter(method -> method.takes(option))
                    .map(method -> method.spelling)
                    .collect(Collectors.joining(", "));
        }
    }

    /** Scales on which shares without event are compared. */
    @Doc("plain: as they are; logLog: by -ln(-ln S).")
    public enum Scale {
        /** As they are. */
        PLAIN,
        /** By −ln(−ln S). */
        LOG_LOG
    }

    /** Rules for tied events in the Cox model. */
    @Doc("efron or breslow.")
    public enum Ties {
        /** Efron's. */
        EFRON,
        /** Breslow's. */
        BRESLOW
    }

    /**
     * Whether Z follows from the hazard ratio and the number of events, but for chance, where hazards are proportional:
     * every event counts the same.
     */
    public boolean followsHazardRatio() {
        return method == Method.LOG_RANK || method == Method.COX;
    }

    /** Whether the null hypothesis is about hazards at all times, not about survival up to one. */
    public boolean isOfHazards() {
        return method.endpoint == Endpoint.Type.TIME_TO_EVENT && method != Method.RMST && method != Method.MILESTONE;
    }

    /** Validates the numbers, and that each option belongs to the method. */
    public TestPlan {
        stratified = Boolean.TRUE.equals(stratified) ? stratified : null;
        Boolean byStrata = stratified;
        weights = weights == null
                ? method == Method.MAX_COMBO ? MaxComboRules.FOUR : null
                : weights.stream().map(List::copyOf).toList();
        List<List<Double>> pairs = weights;
        Faults.of(TestPlan.class, method, rho, gamma, weights, tau, at, scale, ties, stratified, hazardRatioH0, margin)
                .and(f -> check(f, method, rho, gamma, pairs, tau, at, scale, ties, byStrata, hazardRatioH0, margin))
                .throwIfAny();
    }

    /** Whether the strata of the randomisation are compared each by itself. */
    public boolean isStratified() {
        return stratified != null;
    }

    static void check(
            Faults faults,
            @Nullable Method method,
            @Nullable Double rho,
            @Nullable Double gamma,
            @Nullable List<List<Double>> weights,
            @Nullable Double tau,
            @Nullable Double at,
            @Nullable Scale scale,
            @Nullable Ties ties,
            @Nullable Boolean stratified,
            @Nullable Double hazardRatioH0,
            @Nullable Double margin) {
        if (margin != null && method != null && method.endpoint == Endpoint.Type.BINARY && !(Math.abs(margin) < 1)) {
            faults.add(
                    "margin",
                    "must be above -1 and below 1, was " + Faults.plain(margin),
                    "it is a difference of proportions: 10 % is 0.1");
        }
        if (method == null) {
            return;
        }
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        options.put("rho", rho);
        options.put("gamma", gamma);
        options.put("weights", weights);
        options.put("tau", tau);
        options.put("at", at);
        options.put("scale", scale);
        options.put("ties", ties);
        // Said to be false, it says nothing.
        options.put("stratified", Boolean.TRUE.equals(stratified) ? stratified : null);
        // Left out, it is 1.
        options.put("hazardRatioH0", hazardRatioH0 == null || hazardRatioH0 == 1 ? null : hazardRatioH0);
        options.put("margin", margin);
        if (method == Method.MAX_COMBO && weights != null) {
            MaxComboRules.check(faults, weights);
        }
        options.forEach((key, value) -> checkOption(faults, method, key, value));
    }

    private static void checkOption(Faults faults, Method method, String key, @Nullable Object value) {
        if (method.required.contains(key) && faults.isLeftOut(key, value)) {
            faults.add(key, "is missing: " + method.spelling + " needs it", "add it to this block");
        } else if (value != null && !method.takes(key)) {
            faults.add(key, "belongs to " + Method.allThatTake(key) + ", not to " + method.spelling, "leave it out");
        }
    }

    /** The margin, 0 for superiority. */
    public double marginOrNone() {
        return margin == null ? 0 : margin;
    }
}
