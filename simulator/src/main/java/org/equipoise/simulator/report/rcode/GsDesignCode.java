package org.equipoise.simulator.report.rcode;

import java.util.Arrays;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.scenario.Efficacy;

/**
 * Crossing probabilities of bounds that are given, in gsDesign: for two arms, a constant hazard ratio and looks that
 * wait for events. Argument names are those of version 3.11.
 */
final class GsDesignCode {
    /** What gsDesign takes as no bound. */
    private static final double NONE = 20;

    private final Planned planned;

    private GsDesignCode(Planned planned) {
        this.planned = planned;
    }

    /** Whether gsDesign can express the trial. */
    static boolean fits(Planned planned) {
        return planned.isUnweighted()
                && planned.scenario().arms().size() == 2
                && planned.looks() > 1
                && (!(planned.analysis().efficacy() instanceof Efficacy.BySpending)
                        || planned.analysis().spendsByCalendarTime())
                && planned.waitsForEvents()
                && planned.hazardRatio().isPresent()
                && !(planned.twoSided() && planned.hasFutility());
    }

    static String of(Planned planned) {
        return new GsDesignCode(planned).code();
    }

    private String code() {
        StringBuilder code =
                new StringBuilder(RText.comment("Power of the bounds as they are, by gsDesign (arguments as"
                        + " in version 3.11). The drift is by Schoenfeld's formula. Not repeated: how the bounds are found,"
                        + " where they are not given; times and numbers of patients; the second-order figure."));
        code.append("library(gsDesign)\n\n");
        String ratio = RText.number(planned.allocationRatio());
        code.append("events <- ").append(RText.vector(planned.events())).append('\n');
        code.append("efficacy <- ")
                .append(RText.vector(limited(planned.efficacy())))
                .append('\n');
        code.append("drift <- -log(")
                .append(RText.number(planned.hazardRatio().orElseThrow()))
                .append(" / ")
                .append(RText.number(planned.hazardRatioH0()))
                .append(") * sqrt(")
                .append(ratio)
                .append(") / (1 + ")
                .append(ratio)
                .append(")\n");
        code.append('\n').append(crossing());
        code.append("# Equipoise: ")
                .append(planned.found(PowerMethod.SCHOENFELD, "Schoenfeld 1981"))
                .append(", ")
                .append(planned.found(PowerMethod.SECOND_ORDER, "second order"))
                .append('\n');
        return code.toString();
    }

    private String crossing() {
        String lower = planned.twoSided() ? "-efficacy" : RText.vector(lower());
        RCall call = new RCall("gsProbability")
                .with("k", planned.looks())
                .with("theta", "c(0, drift)")
                .with("n.I", "events")
                .with("a", lower)
                .with("b", "efficacy")
                .with("r", 80);
        String reject = planned.twoSided() ? "crossing$upper$prob + crossing$lower$prob" : "crossing$upper$prob";
        return call.assignedTo("crossing")
                + RText.comment("Rejecting under the null hypothesis and under the alternative"
                        + (planned.hasFutility() ? ", stops for futility obeyed:" : ":"))
                + "colSums(" + reject + ")\n";
    }

    /** Who does not reject at the last look is below its bound. */
    private double[] lower() {
        double[] lower = limited(planned.futility());
        lower[lower.length - 1] = planned.efficacy()[lower.length - 1];
        return lower;
    }

    private static double[] limited(double[] bounds) {
        return Arrays.stream(bounds)
                .map(bound -> Math.max(-NONE, Math.min(NONE, bound)))
                .toArray();
    }
}
