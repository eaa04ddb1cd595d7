package org.equipoise.core.sequential;

/**
 * Bounds of a trial under way. Looks may come early, late, or in other numbers than planned; each takes the bounds that
 * its actual information and that of the looks before call for. Error is spent by what has been reached (Lan and DeMets
 * 1983), the last look spends what is left. Bounds of a {@link Boundary.Shape} keep their constant, and those of
 * Haybittle and Peto their value, until the last look, which keeps the level. β is spent under the planned drift.
 *
 * <p>Mutable and for one thread; after some looks it allocates nothing. The first look costs no integration, and the
 * second none over the first.
 */
public final class Monitor {
    private final Specification plan;
    private final Solver.Solution solution;
    private final BoundWalk walk;
    private final double drift;
    private int looks;
    private double information;
    private double spendingTime;
    private boolean ended;

    Monitor(Specification plan, Solver.Solution solution) {
        this.plan = plan;
        this.solution = solution;
        walk = new BoundWalk(plan.sides(), plan.futility() != null, !plan.binding(), 1);
        drift = plan.futilityNeedsDrift() ? solution.drift() : 0;
        reset();
    }

    /** Forgets all looks. */
    public void reset() {
        looks = 0;
        information = 0;
        spendingTime = 0;
        ended = false;
        walk.start(drift);
    }

    /**
     * An interim look that spends by its information, at most all.
     *
     * @param actualInformation relative to the planned maximum, more than at the look before
     * @throws IllegalArgumentException when it is not more, or not finite
     * @throws IllegalStateException after the last look
     */
    public void look(double actualInformation) {
        look(actualInformation, Math.min(1, actualInformation));
    }

    /**
     * An interim look that spends by another time, say calendar time.
     *
     * @param time relative to the planned end, in [0, 1], not less than at the look before
     */
    public void look(double actualInformation, double time) {
        take(actualInformation, Require.between("spending time", time, spendingTime, 1), false);
    }

    /** The last look, which spends what is left, whatever its information. */
    public void finalLook(double actualInformation) {
        take(actualInformation, 1, true);
    }

    /**
     * Passes over a planned look that does not take place: nothing is spent, and bounds that are given look by look go
     * on with the next one.
     *
     * @throws IllegalStateException after the last look
     */
    public void skipLook() {
        requireGoing();
        looks++;
    }

    private void requireGoing() {
        if (ended) {
            throw new IllegalStateException("the last look has been taken; reset the monitor for another trial");
        }
    }

    private void take(double actualInformation, double time, boolean last) {
        requireGoing();
        if (!(actualInformation > information && actualInformation <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("information must be finite and more than at the look before, "
                    + information + ", was " + actualInformation);
        }
        // Without its constant the last bound of a shape is found from what is left to spend.
        double constant = last ? Double.NaN : solution.constant();
        plan.takeEfficacy(walk, looks, actualInformation, time, last, constant);
        plan.takeFutility(walk, looks, actualInformation, time, last, solution.finalEfficacy(), drift);
        information = actualInformation;
        spendingTime = time;
        ended = last;
        looks++;
    }

    /** Looks taken or passed over. */
    public int looks() {
        return looks;
    }

    /**
     * Efficacy bound of the look just taken; infinite for none. Where a binding futility bound has left fewer paths
     * than may be rejected it is -∞.
     */
    public double efficacy() {
        return walk.efficacy();
    }

    /** Futility bound of the look just taken; -∞ for none. */
    public double futility() {
        return walk.futility();
    }

    /** One-sided α spent so far. */
    public double alphaSpent() {
        return walk.alphaSpent();
    }

    /** β spent so far under the planned drift; of a bound for harm, its error under the null hypothesis. */
    public double betaSpent() {
        return walk.betaSpent();
    }
}
