package org.equipoise.core.sequential;

import java.util.function.DoubleUnaryOperator;
import org.equipoise.core.numerics.Roots;
import org.equipoise.core.numerics.StandardNormal;

/** Finds the bounds of a specification, and the drift that gives its power. */
final class Solver {
    private static final double ACCURACY = 1e-12;

    private final Specification plan;
    private final BoundWalk alone;
    private final BoundWalk walk;
    private final double[] efficacy;
    private final double[] futility;
    private double power;
    private double alphaSpent;

    /**
     * Bounds as planned.
     *
     * @param constant of a shape of efficacy bounds; NaN for other kinds
     * @param drift mean of Z at the last look for which the trial has its power; NaN where no bound depends on it
     */
    record Solution(double[] efficacy, double[] futility, double constant, double drift) {
        double finalEfficacy() {
            return efficacy[efficacy.length - 1];
        }

        StoppingBounds bounds(Specification plan) {
            return plan.sides() == 1
                    ? StoppingBounds.oneSided(plan.information(), efficacy, futility)
                    : StoppingBounds.twoSided(plan.information(), efficacy, futility);
        }
    }

    private Solver(Specification plan) {
        this.plan = plan;
        alone = new BoundWalk(plan.sides(), false, false, 1);
        walk = new BoundWalk(plan.sides(), true, false, 1);
        efficacy = new double[plan.looks()];
        futility = StoppingBounds.none(plan.looks());
    }

    /** @throws IllegalArgumentException when there are no such bounds */
    static Solution solve(Specification plan) {
        Solution solution = new Solver(plan).solve();
        for (double bound : solution.efficacy()) {
            if (bound == Double.NEGATIVE_INFINITY) {
                throw tooMuchFutility();
            }
        }
        return solution;
    }

    private static IllegalArgumentException tooMuchFutility() {
        return new IllegalArgumentException(
                "the binding futility bounds stop nearly every trial and leave less than alpha"
                        + " to be spent: lower them, or let them not bind");
    }

    /** Efficacy bound of one look, from 1, of a plan without futility. */
    static double efficacy(Specification plan, int look) {
        Solver solver = new Solver(plan);
        solver.ownEfficacy();
        return solver.efficacy[look - 1];
    }

    private Solution solve() {
        double constant = ownEfficacy();
        if (!plan.futilityNeedsDrift()) {
            if (plan.futility() != null) {
                constant = complete(constant, Double.NaN, 0);
            }
            return new Solution(efficacy, futility, constant, Double.NaN);
        }
        double own = efficacy[plan.looks() - 1];
        double ownConstant = constant;
        double drift = driftOfPower(d -> {
            complete(ownConstant, own, d);
            return power - plan.power();
        });
        return new Solution(efficacy, futility, complete(ownConstant, own, drift), drift);
    }

    /** Efficacy bounds as if there were no futility bound. */
    private double ownEfficacy() {
        if (!(plan.efficacy() instanceof Boundary.Shape shape)) {
            pass(alone, false, Double.NaN, Double.NaN, 0);
            if (efficacy[plan.looks() - 1] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("the interim looks spend " + alphaSpent
                        + " and leave nothing of alpha, " + plan.alpha() + ", to the last one: raise their bounds");
            }
            return Double.NaN;
        }
        double single = StandardNormal.upperQuantile(plan.alpha());
        double smallest = 1;
        for (double t : plan.information()) {
            smallest = Math.min(smallest, shape.factor(t));
        }
        // Bonferroni's inequality gives the upper end.
        double separate = StandardNormal.upperQuantile(plan.alpha() / plan.looks());
        // The logarithm is straighter, and takes fewer passes; its slope is about that of a single look.
        double first = (single + separate) / 2;
        double constant = Roots.bySecants(
                c -> {
                    pass(alone, false, c, Double.NaN, 0);
                    return StrictMath.log(alphaSpent / plan.alpha());
                },
                first,
                excess -> excess / (first + 1 / first),
                single - 1e-6,
                separate / smallest + 1e-6);
        pass(alone, false, constant, Double.NaN, 0);
        return constant;
    }

    /**
     * All bounds for one drift.
     *
     * @param constant of the efficacy bounds alone
     * @param last final efficacy bound alone
     * @return the constant, lowered where a binding futility bound allows it
     */
    private double complete(double constant, double last, double drift) {
        if (!plan.binding()) {
            pass(walk, true, constant, last, drift); // keeps the efficacy bounds
            return constant;
        }
        boolean shaped = plan.efficacy() instanceof Boundary.Shape;
        boolean fixed = plan.efficacy() instanceof Boundary.GivenZ;
        if (fixed || !shaped && !(plan.futility() instanceof Boundary.Shape)) {
            pass(walk, true, constant, last, drift);
            return constant;
        }
        // One unknown: the final efficacy bound. It decreases what is left to be found.
        double high = shaped ? constant : last;
        DoubleUnaryOperator excess = c -> {
            pass(walk, true, c, c, drift);
            return shaped ? alphaSpent - plan.alpha() : efficacy[plan.looks() - 1] - c;
        };
        double found = below(excess, high);
        pass(walk, true, found, found, drift);
        return shaped ? found : constant;
    }

    /** Root of a decreasing function at or below {@code high}. */
    private static double below(DoubleUnaryOperator excess, double high) {
        double upper = high + 1e-6;
        for (double lower = high - 0.25; lower > -10; lower -= 0.5) {
            if (excess.applyAsDouble(lower) > 0) {
                return Roots.within(excess, lower, upper, ACCURACY);
            }
            upper = lower;
        }
        throw tooMuchFutility();
    }

    private double driftOfPower(DoubleUnaryOperator excess) {
        // No test at this level does better than a fixed one (Neyman and Pearson).
        double low = StandardNormal.upperQuantile(plan.alpha()) + StandardNormal.upperQuantile(1 - plan.power());
        double lower = low - 1e-9;
        for (double upper = low * 1.1 + 0.1; upper < 60; upper *= 1.2) {
            if (excess.applyAsDouble(upper) > 0) {
                return Roots.within(excess, lower, upper, ACCURACY);
            }
            lower = upper;
        }
        throw new IllegalArgumentException("power " + plan.power()
                + " is out of reach: the trial stops for futility too often, whatever the effect; spend less early");
    }

    private void pass(BoundWalk through, boolean withFutility, double constant, double last, double drift) {
        boolean underNull = !Double.isNaN(plan.underNull());
        double walkDrift = underNull ? 0 : drift;
        through.start(walkDrift);
        power = 0;
        for (int k = 0; k < plan.looks(); k++) {
            boolean isLast = k == plan.looks() - 1;
            double t = plan.information()[k];
            double time = plan.spendingTime()[k];
            if (withFutility && !plan.binding()) {
                through.efficacy(t, efficacy[k], Double.NaN);
            } else {
                plan.takeEfficacy(through, k, t, time, isLast, constant);
            }
            efficacy[k] = through.efficacy();
            if (withFutility) {
                plan.takeFutility(through, k, t, time, isLast, last, walkDrift);
                futility[k] = through.futility();
                power += walkDrift > 0 ? through.rejection(walkDrift) : 0;
            }
        }
        alphaSpent = through.alphaSpent();
    }
}
