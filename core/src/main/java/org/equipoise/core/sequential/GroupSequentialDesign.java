package org.equipoise.core.sequential;

import java.util.List;
import org.equipoise.core.numerics.StandardNormal;

/**
 * A group-sequential design: at which information the data are looked at, with which bounds, and what follows from
 * that. Immutable.
 *
 * <pre>{@code
 * GroupSequentialDesign design = GroupSequentialDesign.at(69, 103, 137)
 *         .alpha(0.025)
 *         .power(0.9)
 *         .efficacy(Spending.lanDeMetsOBrienFleming())
 *         .futility(Spending.hwangShihDeCani(-2))
 *         .build();
 * double bound = design.bounds().efficacy(1);
 * double events = design.inflation() * eventsOfAFixedDesign;
 * }</pre>
 *
 * <p>Information is a fraction of that at the last look as planned; a drift is the mean of Z there. Looks are numbered
 * from 1. Bounds are accurate to 1e-9 in Z. Computed by recursive integration, see {@link SubDensity}.
 */
public final class GroupSequentialDesign {
    private final Specification plan;
    private final Solver.Solution solution;
    private final StoppingBounds bounds;
    /** NaN until it is asked for: where no bound depends on it, it costs more than the bounds. */
    private volatile double drift;

    private GroupSequentialDesign(Specification plan, Solver.Solution solution) {
        this.plan = plan;
        this.solution = solution;
        bounds = solution.bounds(plan);
        drift = solution.drift();
    }

    static GroupSequentialDesign of(Specification plan) {
        GroupSequentialDesign design = new GroupSequentialDesign(plan, Solver.solve(plan));
        if (plan.mayMissPower()) {
            design.drift();
        }
        return design;
    }

    /**
     * Begins a design.
     *
     * @param information at each look, in any unit (events, patients, fractions); positive, increasing. The last one
     *     counts as 1
     * @throws IllegalArgumentException when it is not so
     */
    public static DesignBuilder at(double... information) {
        return new DesignBuilder(information);
    }

    /**
     * Begins a design of evenly spaced looks.
     *
     * @param looks from 1 to 1000
     * @throws IllegalArgumentException when out of range
     */
    public static DesignBuilder evenly(int looks) {
        double[] information = new double[Math.max(0, looks)];
        for (int k = 0; k < looks; k++) {
            information[k] = k + 1;
        }
        return new DesignBuilder(information);
    }

    /** When the trial stops, futility included. */
    public StoppingBounds bounds() {
        return bounds;
    }

    /**
     * The bounds that α is counted with: without futility, unless that binds. Under drift 0 their rejection is the type
     * I error.
     */
    public StoppingBounds boundsForAlpha() {
        return plan.bound() ? bounds : bounds.withoutFutility();
    }

    /** Number of looks. */
    public int looks() {
        return plan.looks();
    }

    /** 1 or 2. */
    public int sides() {
        return plan.sides();
    }

    /** One-sided level asked for; of each side in a two-sided test. */
    public double alpha() {
        return plan.alpha();
    }

    /** Power asked for: that of rejecting upwards. */
    public double power() {
        return plan.power();
    }

    /** Whether the efficacy bounds take credit for stopping at the futility bounds. */
    public boolean binding() {
        return plan.bound();
    }

    /** Time by which errors are spent at a look, from 0 to 1. */
    public double spendingTime(int look) {
        return plan.spendingTime()[Require.look(look, looks()) - 1];
    }

    /** Mean of Z at the last look with which the trial has its {@link #power}. */
    public double drift() {
        if (Double.isNaN(drift)) {
            drift = bounds.driftFor(plan.power());
        }
        return drift;
    }

    /** Information at the last look over that of a test of the same level and power without interim looks. */
    public double inflation() {
        double fixed = StandardNormal.upperQuantile(alpha()) + StandardNormal.upperQuantile(1 - power());
        return drift() * drift() / (fixed * fixed);
    }

    /** How the trial ends when Z has that mean at the last look. */
    public CrossingProbabilities crossing(double drift) {
        return bounds.crossing(drift);
    }

    /** P(reject at any look, upwards) with efficacy bounds alone or with all that bind, under the null hypothesis. */
    public double typeIError() {
        CrossingProbabilities underNull = boundsForAlpha().crossing(0);
        return sides() == 1 ? underNull.rejection() : underNull.rejectionEitherSide();
    }

    /** What a report says of each look. */
    public List<Look> table() {
        return Look.tableOf(this);
    }

    /** Follows a trial whose looks come at other information than planned. */
    public Monitor monitor() {
        return new Monitor(plan, solution);
    }

    /** What the rest of the trial promises at an interim look, from 1; all bounds are obeyed. */
    public Interim interim(int look) {
        return Interim.of(bounds, look);
    }

    /**
     * Inference for a trial that stopped at a look with Z {@code z}, its looks having come as planned. For other looks
     * see {@link StagewiseInference#of}.
     */
    public StagewiseInference stoppedAt(int look, double z) {
        return StagewiseInference.of(boundsForAlpha(), look, z);
    }

    Specification specification() {
        return plan;
    }
}
