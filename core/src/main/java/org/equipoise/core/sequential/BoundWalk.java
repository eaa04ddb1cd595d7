package org.equipoise.core.sequential;

import org.equipoise.core.numerics.Roots;

/**
 * Goes from look to look and finds each look's bounds from what the looks before have left: an efficacy bound from the
 * α to be spent under the null hypothesis, a futility bound from the β to be spent under a drift; or takes bounds that
 * are given. Mutable; may be started again, and then allocates nothing.
 */
final class BoundWalk {
    private final int sides;
    private final boolean hasFutility;
    /** Paths for the α to be spent: those of the trial itself, unless they ignore a futility bound. */
    private final Paths alphaPaths;

    private final Paths trialPaths;
    private double drift;
    private double t;
    private double efficacy;
    private double futility;
    private double alphaSpent;
    private double betaSpent;

    /**
     * @param ignoreFutility whether the α spent ignores that a trial may stop for futility (a bound that does not bind)
     * @param resolution 1; see {@link SubDensity}
     */
    BoundWalk(int sides, boolean hasFutility, boolean ignoreFutility, double resolution) {
        this.sides = sides;
        this.hasFutility = hasFutility;
        trialPaths = new Paths(resolution);
        alphaPaths = hasFutility && ignoreFutility ? new Paths(resolution) : trialPaths;
    }

    /** @param drift for which β is spent, from 0 to about 15 */
    void start(double drift) {
        this.drift = drift;
        t = 0;
        alphaSpent = 0;
        betaSpent = 0;
        trialPaths.start();
        if (alphaPaths != trialPaths) {
            alphaPaths.start();
        }
    }

    /**
     * The next look.
     *
     * @param information relative to the planned maximum, more than at the look before
     * @param givenEfficacy the efficacy bound, infinite for none; NaN when it is to be found
     * @param alpha one-sided α spent up to and including this look; unused for a given bound
     */
    void efficacy(double information, double givenEfficacy, double alpha) {
        if (t > 0) {
            trialPaths.advance(futility, information);
            if (alphaPaths != trialPaths) {
                alphaPaths.advance(Double.NEGATIVE_INFINITY, information);
            }
        }
        t = information;
        futility = Double.NEGATIVE_INFINITY;
        if (Double.isNaN(givenEfficacy)) {
            double spend = alpha - alphaSpent;
            efficacy = alphaPaths.now.quantile(t, spend, 0, true);
            alphaSpent += Math.max(spend, 0);
        } else {
            efficacy = givenEfficacy;
            alphaSpent += alphaPaths.now.above(t, efficacy, 0);
        }
    }

    /**
     * The futility bound of the look just taken; left out, there is none.
     *
     * @param givenFutility -∞ for none; NaN when it is to be found; what exceeds the efficacy bound is cut there
     * @param beta β spent under the drift up to and including this look; unused for a given bound
     */
    void futility(double givenFutility, double beta) {
        double bound = givenFutility;
        boolean solve = Double.isNaN(bound);
        double spend = beta - betaSpent;
        if (solve) {
            bound = sides == 1 ? trialPaths.now.quantile(t, spend, drift, false) : wedge(spend);
        } else if (sides == 2 && bound <= 0) {
            bound = Double.NEGATIVE_INFINITY;
        }
        futility = Math.min(bound, efficacy);
        if (solve && bound < efficacy) {
            betaSpent += Math.max(spend, 0);
        } else {
            betaSpent += sides == 1 ? trialPaths.now.below(t, futility, drift) : inside(futility);
        }
    }

    /** Half-width of the inner wedge that holds Z with that probability. */
    private double wedge(double probability) {
        if (!(probability > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (inside(efficacy) <= probability) {
            return efficacy;
        }
        double widest = Math.min(efficacy, drift * Math.sqrt(t) + 38);
        return Roots.within(c -> inside(c) - probability, 0, widest, 1e-13);
    }

    private double inside(double c) {
        SubDensity paths = trialPaths.now;
        return c > 0 ? paths.total(drift) - paths.above(t, c, drift) - paths.below(t, -c, drift) : 0;
    }

    double efficacy() {
        return efficacy;
    }

    double futility() {
        return futility;
    }

    /** One-sided, cumulative. */
    double alphaSpent() {
        return alphaSpent;
    }

    double betaSpent() {
        return betaSpent;
    }

    /**
     * P(first crossing of the upper efficacy bound is at this look), futility obeyed, for a drift from 0 to this
     * walk's.
     */
    double rejection(double underDrift) {
        return trialPaths.now.above(t, efficacy, underDrift);
    }

    /** Two densities that take turns. */
    private final class Paths {
        private final Region region = new Region();
        private SubDensity now;
        private SubDensity spare;

        Paths(double resolution) {
            now = new SubDensity(resolution);
            spare = new SubDensity(resolution);
        }

        void start() {
            now.start(0);
        }

        void advance(double futilityBound, double next) {
            boolean wedge = sides == 2 && futilityBound > 0;
            double lower = sides == 2 ? -efficacy : futilityBound;
            if (!wedge && lower == Double.NEGATIVE_INFINITY && efficacy == Double.POSITIVE_INFINITY) {
                return; // nobody can have stopped: the look changes nothing
            }
            double mean = drift * Math.sqrt(t);
            double c = wedge ? futilityBound : 0;
            region.set(lower, -c, c, efficacy, Math.min(mean, 0), Math.max(mean, 0), hasFutility);
            spare.advance(now, t, region, next);
            SubDensity old = now;
            now = spare;
            spare = old;
        }
    }
}
