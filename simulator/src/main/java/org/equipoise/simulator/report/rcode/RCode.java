package org.equipoise.simulator.report.rcode;

import java.util.List;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.Expectations;
import org.equipoise.simulator.design.BoundPlan;
import org.equipoise.simulator.scenario.Scenario;

/**
 * R code for a scenario, in the package that can express most of it: rpact for two arms, a constant hazard ratio and
 * looks that wait for events; gsDesign where then the bounds are given; gsDesign2 for restricted means and milestones;
 * lrstat for the rest, strata among it.
 */
public final class RCode {
    private static final int LONGEST_NAME = 40;

    private RCode() {}

    /**
     * The code, one part for each experimental arm.
     *
     * @param bounds as planned
     */
    public static String of(Scenario scenario, BoundPlan bounds, Expectations expectations, AnalyticPower power) {
        StringBuilder code = new StringBuilder();
        List<String> arms = scenario.experimentalArms();
        for (int h = 0; h < arms.size(); h++) {
            Planned planned = new Planned(scenario, arms.get(h), bounds.comparison(h), expectations, power);
            code.append(h > 0 ? "\n" : "");
            if (arms.size() > 1) {
                code.append(
                        RText.comment("Experimental arm " + (h + 1) + " of " + arms.size() + ": " + name(arms.get(h))));
            }
            code.append(code(planned));
        }
        return code.toString();
    }

    private static String name(String arm) {
        return arm.codePointCount(0, arm.length()) <= LONGEST_NAME
                ? arm
                : arm.substring(0, arm.offsetByCodePoints(0, LONGEST_NAME)) + " ...";
    }

    private static String code(Planned planned) {
        boolean hasStrata = planned.scenario().strata() != null;
        if (!hasStrata && RpactCode.fits(planned)) {
            return RpactCode.of(planned);
        }
        if (!hasStrata && GsDesignCode.fits(planned)) {
            return GsDesignCode.of(planned);
        }
        if (GsDesign2Code.fits(planned)) {
            return GsDesign2Code.of(planned);
        }
        if (!LrstatCode.knowsTest(planned)) {
            return RText.comment(
                    "There is no code for this design: with this test and these looks, neither rpact nor gsDesign,"
                            + " gsDesign2 or lrstat plans it.");
        }
        return LrstatCode.fits(planned)
                ? LrstatCode.of(planned)
                : RText.comment("Not all looks are expected to take place one after the other: rpact, gsDesign and"
                        + " lrstat know no such trial.");
    }
}
