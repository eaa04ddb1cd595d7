package org.equipoise.core.sequential;

/**
 * The densities of all looks within a corridor, computed once under one drift; crossing probabilities under any drift
 * of a range follow by the likelihood ratio. Looks are counted from 0.
 */
final class Recursion {
    private final Corridor corridor;
    /** Entry k: the paths that reach look k, at the last information where any could have stopped. */
    private final SubDensity[] reaching;

    /** For drifts between 0 and {@code drift}. */
    static Recursion fromNullTo(double drift, Corridor corridor) {
        return new Recursion(corridor, 0, Math.min(0, drift), Math.max(0, drift), 1);
    }

    /** For one drift, however far from 0. */
    static Recursion under(double drift, Corridor corridor) {
        return new Recursion(corridor, drift, drift, drift, 1);
    }

    /** @param resolution 1; see {@link SubDensity} */
    Recursion(Corridor corridor, double reference, double lowestDrift, double highestDrift, double resolution) {
        this.corridor = corridor;
        int looks = corridor.looks();
        reaching = new SubDensity[looks];
        reaching[0] = new SubDensity(resolution);
        reaching[0].start(reference);
        boolean preciseBelow = corridor.hasLower();
        Region region = new Region();
        for (int k = 1; k < looks; k++) {
            if (corridor.isOpen(k - 1)) {
                reaching[k] = reaching[k - 1];
                continue;
            }
            double t = corridor.information()[k - 1];
            double root = Math.sqrt(t);
            region.set(
                    corridor.lower()[k - 1],
                    corridor.wedgeLow()[k - 1],
                    corridor.wedgeHigh()[k - 1],
                    corridor.upper()[k - 1],
                    lowestDrift * root,
                    highestDrift * root,
                    preciseBelow);
            reaching[k] = new SubDensity(resolution);
            reaching[k].advance(reaching[k - 1], t, region, corridor.information()[k]);
        }
    }

    /** P(look {@code k} is the first to stop the trial, with Z at or above its upper bound). */
    double upper(int k, double drift) {
        return above(k, corridor.upper()[k], drift);
    }

    /** P(look {@code k} is the first to stop the trial, with Z at or below its lower bound). */
    double lower(int k, double drift) {
        return below(k, corridor.lower()[k], drift);
    }

    /** P(look {@code k} is the first to stop the trial, with Z in the wedge). */
    double wedge(int k, double drift) {
        return corridor.hasWedge(k)
                ? below(k, corridor.wedgeHigh()[k], drift) - below(k, corridor.wedgeLow()[k], drift)
                : 0;
    }

    /** P(look {@code k} is reached, and Z is above {@code z} then). */
    double above(int k, double z, double drift) {
        return reaching[k].above(corridor.information()[k], z, drift);
    }

    private double below(int k, double z, double drift) {
        return reaching[k].below(corridor.information()[k], z, drift);
    }

    /** P(some look is the first to stop the trial, with Z at or above its upper bound). */
    double rejection(double drift) {
        double sum = 0;
        for (int k = 0; k < reaching.length; k++) {
            sum += upper(k, drift);
        }
        return sum;
    }

    /** P(some look is the first to stop the trial, with Z at or below its lower bound). */
    double oppositeRejection(double drift) {
        double sum = 0;
        for (int k = 0; k < reaching.length; k++) {
            sum += lower(k, drift);
        }
        return sum;
    }
}
