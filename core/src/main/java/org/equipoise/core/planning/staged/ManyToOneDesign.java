package org.equipoise.core.planning.staged;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.SeveralArms;
import org.equipoise.core.planning.fixed.FixedDesign;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.fixed.Solution;
import org.equipoise.core.planning.fixed.Solver;
import org.equipoise.core.planning.fixed.Unknown;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.core.planning.logrank.PlannedTest;
import org.equipoise.core.planning.logrank.TestWeight;
import org.equipoise.core.sequential.ManyToOne;
import org.equipoise.core.sequential.StoppingBounds;
import org.jspecify.annotations.Nullable;

/**
 * A trial that compares each of its experimental arms with the control by a weighted log-rank test, at looks that count
 * the events of all arms. One experimental arm is the simplest case. Immutable.
 *
 * <p>Each comparison is a {@link StagedDesign} of its two arms. Where there are more, a look that waits for events does
 * so there for those expected of the two when all arms have them; what the other arms do to its time by chance is left
 * out. Z of two comparisons are correlated as without an effect: √(r_g r_h / ((1 + r_g)(1 + r_h))), r being the
 * patients in an experimental arm per patient in the control arm (Dunnett 1955). An effect changes that by some
 * hundredths, and the probability of rejecting all or any by less than 0.001.
 */
public final class ManyToOneDesign {
    private final SeveralArms trial;
    private final List<Look> looks;
    private final PlannedTest test;
    private final double hazardRatioH0;
    private final List<StoppingBounds> bounds;
    private final List<BoundsByEvents> byEvents;
    /** Made when they are first asked for; what is planned asks often. */
    private volatile @Nullable ExpectedEvents expected;

    private volatile double @Nullable [] calendarTimes;

    private ManyToOneDesign(
            SeveralArms trial,
            List<Look> looks,
            PlannedTest test,
            double hazardRatioH0,
            List<StoppingBounds> bounds,
            List<BoundsByEvents> byEvents) {
        this.trial = trial;
        this.looks = List.copyOf(looks);
        this.test = test;
        this.hazardRatioH0 = hazardRatioH0;
        this.bounds = List.copyOf(bounds);
        this.byEvents = List.copyOf(byEvents);
        int arms = trial.comparisons();
        if (bounds.size() != arms || !byEvents.isEmpty() && byEvents.size() != arms) {
            throw new IllegalArgumentException("there must be bounds for every comparison, of which there are " + arms
                    + "; for " + bounds.size() + " there are");
        }
    }

    /**
     * A trial of unweighted tests for superiority.
     *
     * @param looks at least one, in the events of all arms
     * @param bounds of each comparison, each of as many looks
     * @throws IllegalArgumentException when there are not bounds for each comparison
     */
    public static ManyToOneDesign of(SeveralArms trial, List<Look> looks, List<StoppingBounds> bounds) {
        return new ManyToOneDesign(trial, looks, TestWeight.LOG_RANK, 1, bounds, List.of());
    }

    /** The same with another test. */
    public ManyToOneDesign withTest(PlannedTest other) {
        return new ManyToOneDesign(trial, looks, other, hazardRatioH0, bounds, byEvents);
    }

    /** The same with another null hypothesis; above 1 for non-inferiority. */
    public ManyToOneDesign withHazardRatioH0(double other) {
        return new ManyToOneDesign(trial, looks, test, other, bounds, byEvents);
    }

    /** The same with bounds that follow the events of all arms, as {@link StagedDesign#withBoundsByEvents} says. */
    public ManyToOneDesign withBoundsByEvents(List<BoundsByEvents> found) {
        return new ManyToOneDesign(trial, looks, test, hazardRatioH0, bounds, found);
    }

    /** The same trial with other arms, the looks and bounds as they are. */
    public ManyToOneDesign withTrial(SeveralArms other) {
        return new ManyToOneDesign(other, looks, test, hazardRatioH0, bounds, List.of());
    }

    /** Who comes when, and what is assumed of the arms. */
    public SeveralArms trial() {
        return trial;
    }

    /** When the trial is looked at, in the events of all arms. */
    public List<Look> looks() {
        return looks;
    }

    /** Number of comparisons. */
    public int comparisons() {
        return bounds.size();
    }

    /** Events of all arms at each look: as asked for, or expected. A new array. */
    public double[] events() {
        return LookShares.events(looks, expected());
    }

    /** Expected calendar time of each look, infinite where endless follow-up does not give its events. A new array. */
    public double[] calendarTimes() {
        double[] found = calendarTimes;
        if (found == null) {
            found = LookShares.calendarTimes(looks, expected());
            calendarTimes = found;
        }
        return found.clone();
    }

    /** What is expected of all arms over calendar time. */
    public ExpectedEvents expected() {
        ExpectedEvents made = expected;
        if (made == null) {
            made = trial.expected();
            expected = made;
        }
        return made;
    }

    /** Experimental arm {@code h} (from 0) against the control. */
    public StagedDesign comparison(int h) {
        PlannedTrial pair = trial.comparison(h);
        if (comparisons() == 1) {
            StagedDesign only =
                    StagedDesign.of(pair, looks, bounds.get(0)).withTest(test).withHazardRatioH0(hazardRatioH0);
            return byEvents.isEmpty() ? only : only.withBoundsByEvents(byEvents.get(0));
        }
        ExpectedEvents ofAll = expected();
        ExpectedEvents ofPair = ExpectedEvents.of(pair);
        List<Look> seen = looks.stream()
                .map(look -> look.byEvents() ? Look.atEvents(ofPair.events(ofAll.timeOf(look.at()))) : look)
                .toList();
        StagedDesign design =
                StagedDesign.of(pair, seen, bounds.get(h)).withTest(test).withHazardRatioH0(hazardRatioH0);
        return byEvents.isEmpty() ? design : design.withBoundsByEvents(ofPair(h, LookShares.events(seen, ofPair)));
    }

    /** As many more or fewer events as the two arms have, the trial has: what the other arms do is as expected. */
    private BoundsByEvents ofPair(int h, double[] planned) {
        double[] all = events();
        double[] times = calendarTimes();
        return (seen, ofPair) -> {
            double[] events = new double[all.length];
            Arrays.setAll(events, k -> all[k] + seen[k] - planned[k]);
            return byEvents.get(h).at(events, times);
        };
    }

    /** Loading of comparison {@code h} (from 0) on the control. */
    private double loading(int h) {
        double ratio = trial.allocationRatio(h);
        return Math.sqrt(ratio / (1 + ratio));
    }

    /**
     * How the comparisons end together under the alternative.
     *
     * @throws IllegalArgumentException when a look asks for more events than endless follow-up gives
     * @throws ArithmeticException when nothing to speak of can be seen at a look
     */
    public ManyToOne crossing(PowerMethod method) {
        return ManyToOne.of(IntStream.range(0, comparisons())
                .mapToObj(h -> comparison(h).comparison(method, loading(h)))
                .toList());
    }

    /**
     * The same when no arm has an effect.
     *
     * @param rule the bounds that count, made of those of a comparison
     */
    public ManyToOne crossingUnderNull(UnaryOperator<StoppingBounds> rule) {
        return ManyToOne.of(IntStream.range(0, comparisons())
                .mapToObj(h -> ManyToOne.Comparison.under(0, rule.apply(bounds.get(h)), loading(h)))
                .toList());
    }

    /**
     * What gives {@code power}. Looks move as {@link StagedDesign#withLast} says.
     *
     * @param lead the comparison (from 0) by which the search goes; a hazard ratio that is sought is its own
     * @param probability that is to become {@code power}, by any design that differs from this one in what is unknown
     * @return in the terms of the leading comparison, but for the number of events and patients of an impossible one
     * @throws IllegalArgumentException as {@link Solver#solve}
     */
    public Solution solve(int lead, ToDoubleFunction<ManyToOneDesign> probability, Unknown unknown, double power) {
        FixedDesign leading = comparison(lead).last();
        Solution solution =
                Solver.solve(leading, last -> probability.applyAsDouble(withComparison(lead, last)), unknown, power);
        if (!(solution instanceof Solution.Impossible none) || comparisons() == 1) {
            return solution;
        }
        double all = expected().maximum() / ExpectedEvents.of(leading.trial()).maximum();
        return new Solution.Impossible(
                unknown,
                none.reason(),
                power,
                none.bestPower(),
                all * none.availableEvents(),
                all * none.neededEvents(),
                none.neededPatients() / trial.share(lead));
    }

    /** The same trial when comparison {@code lead} (from 0) has this last look, and whatever else differs in it. */
    public ManyToOneDesign withComparison(int lead, FixedDesign last) {
        SeveralArms changed = trial.withComparison(lead, last.trial());
        if (last.look().equals(comparison(lead).last().look())
                && changed.patients() == trial.patients()
                && changed.rates().equals(trial.rates())) {
            return new ManyToOneDesign(changed, looks, test, hazardRatioH0, found(looks, changed.expected()), byEvents);
        }
        Look end = ofAllArms(last, changed);
        List<Look> kept = looks.size() == 1 ? List.of(end) : LookShares.kept(looks, events(), end, changed.expected());
        return new ManyToOneDesign(changed, kept, test, hazardRatioH0, found(kept, changed.expected()), byEvents);
    }

    private List<StoppingBounds> found(List<Look> at, ExpectedEvents expected) {
        if (byEvents.isEmpty()) {
            return bounds;
        }
        double[] events = LookShares.events(at, expected);
        double[] times = LookShares.calendarTimes(at, expected);
        return byEvents.stream().map(each -> each.at(events, times)).toList();
    }

    private Look ofAllArms(FixedDesign last, SeveralArms changed) {
        Look look = last.look();
        if (!look.byEvents() || comparisons() == 1) {
            return look;
        }
        double time = ExpectedEvents.of(last.trial()).timeOf(look.at());
        return Look.atEvents(changed.expected().events(time));
    }
}
