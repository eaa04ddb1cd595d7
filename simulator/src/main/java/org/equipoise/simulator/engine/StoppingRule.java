package org.equipoise.simulator.engine;

import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.engine.look.LookColumns;

/**
 * What a Z means at a look of a replicate.
 *
 * <p>Scored after all looks have been analysed, so one simulation could be scored under many rules. Futility bounds are
 * obeyed, whether they bind or not.
 */
final class StoppingRule {
    private final ReplicateBounds[] bounds;
    private final boolean twoSided;
    private final boolean mayOverruleFutility;
    private final int last;

    StoppingRule(BoundPlan plan, int sides) {
        bounds = new ReplicateBounds[plan.comparisons()];
        for (int h = 0; h < bounds.length; h++) {
            boolean same = h > 0 && plan.comparison(h) == plan.comparison(h - 1);
            bounds[h] = same ? bounds[h - 1] : new ReplicateBounds(plan.comparison(h));
        }
        twoSided = sides == 2;
        mayOverruleFutility = plan.comparison(0).mayOverruleFutility();
        last = plan.comparison(0).looks() - 1;
    }

    int looks() {
        return last + 1;
    }

    /** Whether it is of interest what would have come after a stop for futility: the futility bounds do not bind. */
    boolean mayOverruleFutility() {
        return mayOverruleFutility;
    }

    /** Turns to the block's {@code i}-th replicate. */
    void turnTo(LookColumns[] looks, int i) {
        for (ReplicateBounds each : bounds) {
            each.turnTo(looks, i);
        }
    }

    /**
     * What the Z of comparison {@code h} means at a look (from 0), given that it was not decided before; NaN stands for
     * a look that is not reached.
     */
    Decision decide(int h, int look, double z) {
        if (Double.isNaN(z)) {
            return Decision.NOT_REACHED;
        }
        if (rejects(h, look, z)) {
            return Decision.REJECT;
        }
        if ((twoSided ? Math.abs(z) : z) <= bounds[h].futility(look)) {
            return Decision.FUTILE;
        }
        return look == last ? Decision.NOT_REJECTED : Decision.CONTINUE;
    }

    /** Whether the Z of a comparison crosses the efficacy bound of a look; NaN does not. */
    boolean rejects(int h, int look, double z) {
        if (Double.isNaN(z)) {
            return false;
        }
        double bound = bounds[h].efficacy(look);
        return z >= bound || twoSided && z <= -bound;
    }
}
