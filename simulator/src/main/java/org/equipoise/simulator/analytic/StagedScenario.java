package org.equipoise.simulator.analytic;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.enrolment.Enrolment;
import org.equipoise.core.planning.Balance;
import org.equipoise.core.planning.HalfEffect;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.SeveralArms;
import org.equipoise.core.planning.curves.CurveTest;
import org.equipoise.core.planning.logrank.MaxCombo;
import org.equipoise.core.planning.logrank.PlannedTest;
import org.equipoise.core.planning.logrank.TestWeight;
import org.equipoise.core.planning.logrank.WaldTest;
import org.equipoise.core.planning.staged.BoundsByEvents;
import org.equipoise.core.planning.staged.ManyToOneDesign;
import org.equipoise.core.planning.staged.StagedDesign;
import org.equipoise.core.sequential.StoppingBounds;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.design.ExpectedLooks;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.Stratum;
import org.equipoise.simulator.scenario.TestPlan;
import org.jspecify.annotations.Nullable;

/** The comparisons of a scenario in the terms of {@code core.planning}. */
final class StagedScenario {
    private StagedScenario() {}

    /**
     * The trial with its looks and bounds.
     *
     * @param rounded whether looks wait for whole events, as they do when the trial is run
     * @throws NoPlanException when looks do not follow each other in expectation
     */
    static ManyToOneDesign of(Scenario scenario, boolean rounded) {
        ExpectedLooks expected = rounded ? ExpectedLooks.of(scenario) : ExpectedLooks.notRounded(scenario);
        double[] events = events(expected, scenario.analysis().looks().size());
        BoundPlan plan = BoundPlan.of(scenario);
        return of(
                scenario,
                expected,
                IntStream.range(0, plan.comparisons())
                        .mapToObj(h -> plan.comparison(h).at(events))
                        .toList());
    }

    /**
     * One comparison with its looks and given bounds.
     *
     * @throws NoPlanException when looks do not follow each other in expectation
     */
    static StagedDesign of(Scenario scenario, ExpectedLooks expected, ComparisonBounds bounds, String arm) {
        List<String> arms = scenario.experimentalArms();
        return of(scenario, expected, Collections.nCopies(arms.size(), bounds)).comparison(arms.indexOf(arm));
    }

    private static ManyToOneDesign of(Scenario scenario, ExpectedLooks expected, List<ComparisonBounds> bounds) {
        int count = scenario.analysis().looks().size();
        double[] events = events(expected, count);
        for (int k = 1; k < count; k++) {
            if (!(events[k] > events[k - 1])) {
                throw new NoPlanException(String.format(
                        Locale.ROOT,
                        "look %d is not expected later than look %d: their expected events are %.2f and %.2f",
                        k + 1,
                        k,
                        events[k],
                        events[k - 1]));
            }
        }
        if (bounds.stream().anyMatch(each -> each.efficacy(count - 1) == Double.POSITIVE_INFINITY)) {
            throw new NoPlanException("the last look has no efficacy bound; give it one, or leave the look out");
        }
        Analysis analysis = scenario.analysis();
        ManyToOneDesign design = ManyToOneDesign.of(
                        trial(scenario),
                        IntStream.range(0, count).mapToObj(expected::at).toList(),
                        bounds.stream()
                                .map(each -> stopping(analysis, events, each))
                                .toList())
                .withTest(test(analysis.test()))
                .withHazardRatioH0(analysis.test().hazardRatioH0());
        return bounds.stream().allMatch(ComparisonBounds::followsInformation)
                ? design.withBoundsByEvents(bounds.stream()
                        .map(each -> (BoundsByEvents) (seen, when) -> stopping(analysis, seen, each.at(seen, when)))
                        .toList())
                : design;
    }

    /** The same trial when all null hypotheses are true. */
    static SeveralArms underNull(SeveralArms trial, double hazardRatioH0) {
        return trial.withEachStratum(stratum -> new SeveralArms.Stratum(
                stratum.prevalence(),
                stratum.control(),
                stratum.experimental().stream()
                        .map(arm -> new PlannedArm(
                                arm.allocation(),
                                ProportionalHazards.of(stratum.control().event(), hazardRatioH0),
                                arm.dropout()))
                        .toList()));
    }

    /** The same trial with half the logarithm of every hazard ratio. */
    static SeveralArms between(ManyToOneDesign design, double hazardRatioH0) {
        double[] average = IntStream.range(0, design.comparisons())
                .mapToDouble(h -> design.comparison(h).last().averageHazardRatio())
                .toArray();
        return design.trial()
                .withEachStratum(stratum -> new SeveralArms.Stratum(
                        stratum.prevalence(),
                        stratum.control(),
                        IntStream.range(0, average.length)
                                .mapToObj(h -> half(
                                        stratum.control(),
                                        stratum.experimental().get(h),
                                        hazardRatioH0,
                                        average[h]))
                                .toList()));
    }

    private static PlannedArm half(PlannedArm control, PlannedArm arm, double hazardRatioH0, double average) {
        return new PlannedArm(
                arm.allocation(), HalfEffect.of(control.event(), arm.event(), hazardRatioH0, average), arm.dropout());
    }

    /** The bounds whose error under the null hypothesis is the level: without futility, unless it binds. */
    static StoppingBounds forLevel(Analysis analysis, StoppingBounds bounds) {
        return analysis.futility() != null && analysis.futility().binding() ? bounds : bounds.withoutFutility();
    }

    private static PlannedTest test(TestPlan test) {
        return switch (test.method()) {
            case LOG_RANK -> TestWeight.LOG_RANK;
            case COX -> WaldTest.COX;
            case FLEMING_HARRINGTON -> flemingHarrington(given(test.rho()), given(test.gamma()));
            case WILCOXON_GEHAN -> TestWeight.GEHAN;
            case TARONE_WARE -> TestWeight.TARONE_WARE;
            case MODESTLY_WEIGHTED -> TestWeight.modestlyWeighted(given(test.tau()));
            case MAX_COMBO ->
                new MaxCombo(Objects.requireNonNull(test.weights()).stream()
                        .map(pair -> flemingHarrington(pair.get(0), pair.get(1)))
                        .toList());
            case RMST -> CurveTest.restrictedMean(given(test.tau()));
            case MILESTONE ->
                test.scale() == TestPlan.Scale.LOG_LOG
                        ? CurveTest.logLogShare(given(test.at()))
                        : CurveTest.share(given(test.at()));
            case CHI_SQUARE, UNPOOLED, FISHER_EXACT, MIETTINEN_NURMINEN, FARRINGTON_MANNING, T_TEST ->
                throw new IllegalArgumentException("not a test of times to an event: " + test.method());
        };
    }

    private static TestWeight flemingHarrington(double rho, double gamma) {
        return rho == 0 && gamma == 0 ? TestWeight.LOG_RANK : TestWeight.flemingHarrington(rho, gamma);
    }

    private static double given(@Nullable Double option) {
        return Objects.requireNonNull(option);
    }

    private static double[] events(ExpectedLooks expected, int looks) {
        return IntStream.range(0, looks).mapToDouble(expected::events).toArray();
    }

    private static SeveralArms trial(Scenario scenario) {
        Enrolment enrolment = scenario.enrolment().enrolment();
        return new SeveralArms(
                enrolment.patients(),
                enrolment.rates(),
                scenario.enrolment().process(),
                testedStrata(scenario).stream()
                        .map(stratum -> stratum(scenario, stratum))
                        .toList(),
                switch (scenario.randomisation().method()) {
                    case PERMUTED_BLOCK -> Balance.BLOCKS;
                    case COMPLETE -> Balance.COMPLETE;
                    case SIMPLE -> Balance.SIMPLE;
                },
                blocksWithin(scenario).stream()
                        .map(stratum -> stratum(scenario, stratum))
                        .toList());
    }

    /** The strata of blocks, where the test does not tell them apart. */
    private static List<Stratum> blocksWithin(Scenario scenario) {
        return scenario.randomisation().strata() == null
                        || scenario.analysis().test().isStratified()
                ? List.of()
                : scenario.randomisationStrata();
    }

    /** The strata that the test tells apart; in one that does not, arms are mixtures over all of them. */
    private static List<Stratum> testedStrata(Scenario scenario) {
        return scenario.analysis().test().isStratified()
                ? scenario.randomisationStrata()
                : List.of(new Stratum(Map.of(), 1));
    }

    private static SeveralArms.Stratum stratum(Scenario scenario, Stratum stratum) {
        return new SeveralArms.Stratum(
                stratum.prevalence(),
                planned(scenario, scenario.controlArm(), stratum),
                scenario.experimentalArms().stream()
                        .map(arm -> planned(scenario, arm, stratum))
                        .toList());
    }

    private static PlannedArm planned(Scenario scenario, String name, Stratum stratum) {
        return new PlannedArm(
                Objects.requireNonNull(scenario.arms().get(name)).allocation(),
                scenario.eventTime(name, stratum),
                scenario.dropoutTime(name));
    }

    private static StoppingBounds stopping(Analysis analysis, double[] events, ComparisonBounds bounds) {
        int looks = events.length;
        double[] information = new double[looks];
        double[] efficacy = new double[looks];
        double[] futility = new double[looks];
        for (int k = 0; k < looks; k++) {
            information[k] = events[k] / events[looks - 1];
            efficacy[k] = bounds.efficacy(k);
            futility[k] = bounds.futility(k);
        }
        return analysis.sides() == 2
                ? StoppingBounds.twoSided(information, efficacy, futility)
                : StoppingBounds.oneSided(information, efficacy, futility);
    }
}
