package org.equipoise.core.planning.logrank;

import java.util.List;
import org.equipoise.core.planning.PlannedTrial;

/** How the statistic of a test of times to an event is distributed at the looks of a trial. */
public interface PlannedTest {
    /**
     * Z over several looks, to second order.
     *
     * @param hazardRatioH0 hazard ratio, experimental over control, under the null hypothesis; positive
     * @param looks at least one, each expected later than the one before
     * @throws IllegalArgumentException when one of these does not hold, a look asks for more events than endless
     *     follow-up gives, or the test cannot be done at a look
     */
    JointMoments joint(PlannedTrial trial, double hazardRatioH0, List<Look> looks);

    /**
     * A critical value at one look on a scale on which Z is standard normal to first order: less the mean of Z, where Z
     * is normal with variance 1.
     *
     * @throws IllegalArgumentException as {@link #joint}
     */
    double firstOrder(PlannedTrial trial, double hazardRatioH0, Look look, double criticalValue);

    /**
     * To first order what is known at each look, in any one unit: Z at two looks has correlation √(one / the other).
     *
     * @throws IllegalArgumentException as {@link #joint}
     */
    double[] information(PlannedTrial trial, double hazardRatioH0, List<Look> looks);

    /** Whether every event counts the same, so that textbook formulas for numbers of events hold. */
    default boolean countsEvents() {
        return false;
    }
}
