package org.equipoise.core.sequential;

import org.equipoise.core.numerics.Roots;
import org.equipoise.core.numerics.StandardNormal;

/**
 * Inference that holds at every look, whether or not the trial then stops (Jennison and Turnbull 1989, JRSS B
 * 51:305-361; 2000, chapter 9). Bounds are the efficacy bounds alone. Immutable.
 */
public final class RepeatedInference {
    /** A p-value above 0.9987 is given as 1. */
    private static final double LOWEST = -3;

    private final GroupSequentialDesign design;

    private RepeatedInference(GroupSequentialDesign design) {
        this.design = design;
    }

    /** Of a design, with its looks as planned. */
    public static RepeatedInference of(GroupSequentialDesign design) {
        return new RepeatedInference(design);
    }

    /**
     * Repeated confidence interval of the drift, (Z ± bound) / √t, of level 1 - 2α with α one-sided; what is outside is
     * rejected by this look.
     *
     * @param look from 1
     * @param z Z at that look
     */
    public ConfidenceInterval confidenceInterval(int look, double z) {
        StoppingBounds bounds = design.boundsForAlpha();
        double root = Math.sqrt(bounds.information(look));
        double bound = bounds.efficacy(look);
        Require.finite("z", z);
        return new ConfidenceInterval((z - bound) / root, (z + bound) / root);
    }

    /**
     * Repeated p-value: the smallest one-sided level at which a design of this kind rejects at this look.
     *
     * @param look from 1
     * @param z Z at that look
     * @throws IllegalArgumentException when the efficacy bounds are given, or Haybittle and Peto's: they exist for one
     *     level only
     */
    public double pValue(int look, double z) {
        Require.look(look, design.looks());
        Specification plan = design.specification();
        if (plan.efficacy() instanceof Boundary.GivenZ || plan.efficacy() instanceof Boundary.HaybittlePeto) {
            throw new IllegalArgumentException(
                    "efficacy bounds that are given exist for one level only: a repeated p-value needs error spending,"
                            + " or bounds of a shape");
        }
        // In the scale of the level's quantile. By look k no more than the level is spent, so its bound is no less.
        if (!(Require.finite("z", z) > LOWEST) || boundAt(LOWEST, look) >= z) {
            return 1;
        }
        double quantile = Roots.within(x -> boundAt(x, look) - z, LOWEST, z + 1e-9, 1e-11);
        return StandardNormal.upperTail(quantile);
    }

    /**
     * Sequential p-value: the smallest repeated p-value so far (Liu and Anderson 2008, JASA 103:1621-1630).
     *
     * @param z Z at each look so far, from the first
     */
    public double sequentialPValue(double... z) {
        double smallest = 1;
        for (int k = 1; k <= z.length; k++) {
            smallest = Math.min(smallest, pValue(k, z[k - 1]));
        }
        return smallest;
    }

    private double boundAt(double quantile, int look) {
        double level = Math.min(StandardNormal.upperTail(quantile), Math.nextDown(1.0));
        return Solver.efficacy(design.specification().efficacyAt(level), look);
    }
}
