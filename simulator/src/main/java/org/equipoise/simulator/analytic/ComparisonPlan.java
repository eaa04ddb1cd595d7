package org.equipoise.simulator.analytic;

import java.util.List;

/**
 * What is known of one experimental arm against the control.
 *
 * @param arm its name
 * @param power in a two-sided test, of rejecting in either direction
 * @param typeIError of its bounds, under the null hypothesis; of both sides together
 * @param hazardRatio average hazard ratio at the last look
 * @param looks with the events and patients of these two arms; information is that of all
 * @param inflation information at the last look over that of a trial with one look, the same level and power
 */
public record ComparisonPlan(
        String arm, double power, double typeIError, double hazardRatio, List<LookPlan> looks, double inflation) {
    /** Copies the list. */
    public ComparisonPlan {
        looks = List.copyOf(looks);
    }
}
