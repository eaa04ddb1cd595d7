package org.equipoise.simulator.analytic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.scenario.EnrolmentPlan;
import org.equipoise.simulator.scenario.Randomisation;
import org.equipoise.simulator.scenario.RatePiece;
import org.equipoise.simulator.scenario.Scenario;

/**
 * The patients that were found for a binary or continuous endpoint, up to whole blocks, as overrides of the scenario.
 */
public final class SolvedOutcome {
    private static final int DECIMALS = 4;

    private SolvedOutcome() {}

    /**
     * The overrides, each {@code PATH=VALUE}; none when nothing was solved for.
     *
     * @param keepsRates whether more patients come at the same rates, not over the same time
     */
    public static List<String> overrides(OutcomePlan plan, boolean keepsRates) {
        if (plan.sought() == Sought.POWER) {
            return List.of();
        }
        Scenario scenario = plan.scenario();
        boolean blocks = scenario.randomisation().method() == Randomisation.Method.PERMUTED_BLOCK;
        int block = blocks ? scenario.blockSize() : scenario.allocationSum();
        long patients = block * (long) Math.ceil(plan.patients() / block - 1e-7);
        List<String> overrides = new ArrayList<>(List.of("enrolment.patients=" + patients));
        EnrolmentPlan enrolment = scenario.enrolment();
        double factor = (double) patients / enrolment.patients();
        List<RatePiece> rates = enrolment.rates();
        if (!keepsRates && rates != null) {
            for (int i = 0; i < rates.size(); i++) {
                overrides.add(
                        "enrolment.rates." + i + ".rate=" + up(rates.get(i).rate() * factor));
            }
        } else if (keepsRates && enrolment.duration() != null) {
            overrides.add("enrolment.duration=" + up(enrolment.duration() * factor));
        }
        return overrides;
    }

    private static String up(double value) {
        return new BigDecimal(value - 1e-7 * Math.abs(value))
                .setScale(DECIMALS, RoundingMode.CEILING)
                .stripTrailingZeros()
                .toPlainString();
    }
}
