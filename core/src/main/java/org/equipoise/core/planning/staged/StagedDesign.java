package org.equipoise.core.planning.staged;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.fixed.FixedDesign;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.fixed.Solution;
import org.equipoise.core.planning.fixed.Solver;
import org.equipoise.core.planning.fixed.Unknown;
import org.equipoise.core.planning.logrank.JointMoments;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.core.planning.logrank.PlannedTest;
import org.equipoise.core.planning.logrank.TestMoments;
import org.equipoise.core.planning.logrank.TestWeight;
import org.equipoise.core.sequential.CrossingProbabilities;
import org.equipoise.core.sequential.ManyToOne;
import org.equipoise.core.sequential.StoppingBounds;
import org.jspecify.annotations.Nullable;

/**
 * A trial that is looked at several times, with the bounds of each look. Immutable.
 *
 * <p>Every {@link PowerMethod} says at each look on which scale Z is standard normal under the alternative. The bounds
 * are taken to that scale, and the recursion for the bounds of group-sequential designs does the rest. Correlations are
 * √(D_j / D_k) of the events (Tsiatis 1981, Biometrika 68:311-315), and by {@link PowerMethod#SECOND_ORDER} those of
 * {@link JointMoments}, of which neighbouring looks keep theirs exactly.
 */
public final class StagedDesign {
    private final PlannedTrial trial;
    private final List<Look> looks;
    private final PlannedTest test;
    private final double hazardRatioH0;
    private final StoppingBounds bounds;
    private final @Nullable BoundsByEvents byEvents;
    /** Made when they are first asked for: most designs never ask. */
    private volatile double @Nullable [] calendarTimes;

    private StagedDesign(
            PlannedTrial trial,
            List<Look> looks,
            PlannedTest test,
            double hazardRatioH0,
            StoppingBounds bounds,
            @Nullable BoundsByEvents byEvents) {
        this.trial = trial;
        this.looks = List.copyOf(looks);
        this.test = test;
        this.hazardRatioH0 = hazardRatioH0;
        this.bounds = bounds;
        this.byEvents = byEvents;
        if (looks.size() != bounds.looks()) {
            throw new IllegalArgumentException("there must be bounds for every look, of which there are " + looks.size()
                    + "; for " + bounds.looks() + " there are");
        }
        if (!Double.isFinite(bounds.efficacy(looks.size()))) {
            throw new IllegalArgumentException("the last look must have an efficacy bound");
        }
    }

    /**
     * A log-rank test for superiority.
     *
     * @param looks at least one, each expected later than the one before
     * @param bounds of as many looks, the last one with an efficacy bound; their information is not used
     * @throws IllegalArgumentException when one of these does not hold
     */
    public static StagedDesign of(PlannedTrial trial, List<Look> looks, StoppingBounds bounds) {
        return new StagedDesign(trial, looks, TestWeight.LOG_RANK, 1, bounds, null);
    }

    /** The same with another test. */
    public StagedDesign withTest(PlannedTest other) {
        return new StagedDesign(trial, looks, other, hazardRatioH0, bounds, byEvents);
    }

    /** The same with another null hypothesis; above 1 for non-inferiority. */
    public StagedDesign withHazardRatioH0(double other) {
        return new StagedDesign(trial, looks, test, other, bounds, byEvents);
    }

    /**
     * The same with bounds that are found anew when a look at a calendar time has come, from the events that are there.
     * Power by {@link PowerMethod#SECOND_ORDER} is then a mean over their number; other methods take the bounds as
     * planned. The last look keeps its bound.
     */
    public StagedDesign withBoundsByEvents(BoundsByEvents found) {
        return new StagedDesign(trial, looks, test, hazardRatioH0, bounds, found);
    }

    /** Who comes when, and what is assumed of the arms. */
    public PlannedTrial trial() {
        return trial;
    }

    /** When the trial is looked at. */
    public List<Look> looks() {
        return looks;
    }

    /** When it stops. */
    public StoppingBounds bounds() {
        return bounds;
    }

    /** The last look as a trial with no other. */
    public FixedDesign last() {
        return at(looks.size() - 1, bounds.efficacy(looks.size()));
    }

    private FixedDesign at(int k, double criticalValue) {
        return new FixedDesign(trial, looks.get(k), test, hazardRatioH0, criticalValue);
    }

    /** Events at each look: as asked for, or expected. A new array. */
    public double[] events() {
        return LookShares.events(looks, ExpectedEvents.of(trial));
    }

    /** Expected calendar time of each look, infinite where endless follow-up does not give its events. A new array. */
    public double[] calendarTimes() {
        double[] found = calendarTimes;
        if (found == null) {
            found = LookShares.calendarTimes(looks, ExpectedEvents.of(trial));
            calendarTimes = found;
        }
        return found.clone();
    }

    /**
     * The same trial with another last look, and whatever else differs in it. The other looks keep their share of its
     * events; those by calendar time move to when that is expected. Where the arms alone differ all looks stay as they
     * are. Bounds that follow the events are found from those expected now.
     */
    public StagedDesign withLast(FixedDesign last) {
        if (looks.size() > 1 && isOfTheSamePatients(last)) {
            return new StagedDesign(last.trial(), looks, test, hazardRatioH0, found(last.trial(), looks), byEvents);
        }
        List<Look> kept = looks.size() == 1
                ? List.of(last.look())
                : LookShares.kept(looks, events(), last.look(), ExpectedEvents.of(last.trial()));
        return new StagedDesign(last.trial(), kept, test, hazardRatioH0, found(last.trial(), kept), byEvents);
    }

    private StoppingBounds found(PlannedTrial of, List<Look> at) {
        if (byEvents == null) {
            return bounds;
        }
        ExpectedEvents expected = ExpectedEvents.of(of);
        return byEvents.at(LookShares.events(at, expected), LookShares.calendarTimes(at, expected));
    }

    private boolean isOfTheSamePatients(FixedDesign last) {
        return last.look().equals(looks.get(looks.size() - 1))
                && last.trial().patients() == trial.patients()
                && last.trial().rates().equals(trial.rates());
    }

    /**
     * How the trial ends under the alternative.
     *
     * @throws IllegalArgumentException when a look asks for more events than endless follow-up gives, or the method
     *     does not know the weight
     * @throws ArithmeticException when nothing to speak of can be seen at a look
     */
    public CrossingProbabilities crossing(PowerMethod method) {
        Scaled scaled = scaled(method);
        return bounds.crossing(scaled.information(), scaled.scale());
    }

    /** The distribution of Z over the looks: a Brownian motion at these times, on this scale. */
    private record Scaled(double[] information, StoppingBounds.Scale scale) {}

    private Scaled scaled(PowerMethod method) {
        if (!method.describes(test)) {
            throw new IllegalArgumentException("it describes the log-rank test without weights");
        }
        if (method != PowerMethod.SECOND_ORDER) {
            return new Scaled(
                    test.information(trial, hazardRatioH0, looks), (look, z) -> method.standardised(at(look - 1, z)));
        }
        double[] expected = events();
        JointMoments moments = test.joint(trial, hazardRatioH0, looks);
        return new Scaled(information(moments), (look, z) -> standardised(moments, expected, look, z));
    }

    /** This comparison as one of several with the same control. */
    ManyToOne.Comparison comparison(PowerMethod method, double loading) {
        Scaled scaled = scaled(method);
        return ManyToOne.Comparison.of(bounds, scaled.information(), scaled.scale(), loading);
    }

    private double standardised(JointMoments moments, double[] expected, int look, double planned) {
        TestMoments at = moments.looks().get(look - 1);
        if (byEvents == null || look == looks.size() || at.eventsDeviation() == 0) {
            return moments.standardised(look - 1, planned);
        }
        ToDoubleFunction<StoppingBounds> bound = which(look, planned);
        return at.standardised(
                seen -> bound.applyAsDouble(byEvents.at(LookShares.with(expected, look - 1, seen), calendarTimes())));
    }

    /** Which of the bounds of a look it is that is planned so. */
    private ToDoubleFunction<StoppingBounds> which(int look, double planned) {
        if (planned == bounds.efficacy(look)) {
            return all -> all.efficacy(look);
        }
        if (planned == bounds.futility(look)) {
            return all -> all.futility(look);
        }
        return planned == -bounds.efficacy(look) ? all -> -all.efficacy(look) : all -> -all.futility(look);
    }

    /**
     * How a trial with other bounds ends when the null hypothesis is true: Z has variance 1 at each look, and over the
     * looks the correlation of the weighted test, which is not that of the numbers of events.
     *
     * @param others of as many looks; their information is not used
     * @throws ArithmeticException when nothing to speak of can be seen at a look
     */
    public CrossingProbabilities crossingUnderNull(StoppingBounds others) {
        PlannedTrial underNull = trial.withStrata(trial.strata().stream()
                .map(stratum -> new PlannedStratum(
                        stratum.prevalence(),
                        stratum.control(),
                        new PlannedArm(
                                stratum.experimental().allocation(),
                                ProportionalHazards.of(stratum.control().event(), hazardRatioH0),
                                stratum.experimental().dropout())))
                .toList());
        JointMoments moments = test.joint(underNull, hazardRatioH0, looks);
        return others.crossing(information(moments), (look, z) -> z);
    }

    /** Whether every event counts the same, so that information is the number of events. */
    public boolean countsEvents() {
        return test.countsEvents();
    }

    /** Times of a Brownian motion whose correlation from one look to the next is that of Z. */
    private static double[] information(JointMoments moments) {
        double[] information = new double[moments.size()];
        information[information.length - 1] = 1;
        for (int k = information.length - 2; k >= 0; k--) {
            double correlation = moments.correlation(k, k + 1);
            information[k] = correlation * correlation * information[k + 1];
        }
        return information;
    }

    /** Probability of rejecting the null hypothesis; in a two-sided test, in either direction. */
    public double power(PowerMethod method) {
        return crossing(method).rejectionEitherSide();
    }

    /**
     * What gives {@code power}, the other looks moving as {@link #withLast} says.
     *
     * @throws IllegalArgumentException as {@link Solver#solve}
     */
    public Solution solve(PowerMethod method, Unknown unknown, double power) {
        return Solver.solve(last(), last -> withLast(last).power(method), unknown, power);
    }
}
