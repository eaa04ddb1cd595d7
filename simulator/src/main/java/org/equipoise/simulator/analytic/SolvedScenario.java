package org.equipoise.simulator.analytic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.simulator.scenario.EnrolmentPlan;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.HazardRatio;
import org.equipoise.simulator.scenario.Look.Information;
import org.equipoise.simulator.scenario.Randomisation;
import org.equipoise.simulator.scenario.RatePiece;
import org.equipoise.simulator.scenario.Scenario;

/**
 * What was solved for, rounded so that it can be done, as overrides of the scenario: events up at the last look and to
 * the nearest at others, patients up to whole blocks, times up and hazard ratios down in the fourth decimal.
 */
public final class SolvedScenario {
    private static final int DECIMALS = 4;

    private final TrialPlan plan;
    private final Scenario scenario;
    private final List<String> overrides = new ArrayList<>();

    private SolvedScenario(TrialPlan plan) {
        this.plan = plan;
        scenario = plan.scenario();
    }

    /**
     * The overrides, each {@code PATH=VALUE}; none when nothing was solved for, or the language has no way to say it.
     */
    public static List<String> overrides(TrialPlan plan) {
        SolvedScenario solved = new SolvedScenario(plan);
        switch (plan.sought()) {
            case POWER -> {
                return List.of();
            }
            case EVENTS, FOLLOW_UP -> solved.looks(0);
            case PATIENTS, ENROLMENT_DURATION -> solved.patients();
            case HAZARD_RATIO -> solved.hazardRatio();
        }
        return solved.overrides;
    }

    private void looks(double later) {
        List<Look> before = StagedScenario.of(scenario, false).looks();
        List<Look> looks = plan.design().looks();
        int last = looks.size() - 1;
        for (int k = 0; k <= last; k++) {
            Look look = looks.get(k);
            boolean follows = scenario.analysis().looks().get(k) instanceof Information
                    && looks.get(last).byEvents();
            if (follows || later == 0 && look.equals(before.get(k))) {
                continue;
            }
            overrides.add("analysis.looks." + k + "="
                    + (look.byEvents()
                            ? "{events: " + (long) (k == last ? up(look.at(), 0) : Math.rint(look.at())) + "}"
                            : "{calendarTime: " + plain(up(look.at() + later, DECIMALS)) + "}"));
        }
    }

    private void patients() {
        boolean blocks = scenario.randomisation().method() == Randomisation.Method.PERMUTED_BLOCK;
        int block = blocks ? scenario.blockSize() : scenario.allocationSum();
        double patients = block * up(plan.patients() / block, 0);
        overrides.add("enrolment.patients=" + (long) patients);
        EnrolmentPlan enrolment = scenario.enrolment();
        double duration = enrolment.enrolment().duration();
        double rounding = plan.design().trial().enrolmentDuration(patients) - plan.enrolmentDuration();
        if (Math.abs(plan.enrolmentDuration() - duration) < 1e-9 * duration) {
            rates(enrolment, patients / enrolment.patients());
            looks(0);
        } else {
            if (enrolment.duration() != null) {
                overrides.add("enrolment.duration="
                        + plain(up(enrolment.duration() * patients / enrolment.patients(), DECIMALS)));
            }
            looks(rounding);
        }
    }

    private void rates(EnrolmentPlan enrolment, double factor) {
        List<RatePiece> rates = enrolment.rates() == null ? List.of() : enrolment.rates();
        for (int i = 0; i < rates.size(); i++) {
            overrides.add(
                    "enrolment.rates." + i + ".rate=" + plain(up(rates.get(i).rate() * factor, DECIMALS)));
        }
    }

    private void hazardRatio() {
        int comparison = plan.rejection().lead();
        String arm = scenario.experimentalArms().get(comparison);
        if (scenario.model(arm) instanceof EventModel.Relative relative) {
            double factor = plan.value()
                    / StagedScenario.of(scenario, false)
                            .comparison(comparison)
                            .last()
                            .averageHazardRatio();
            overrides.add("endpoints." + key(scenario.testedEndpoint()) + ".model." + key(arm) + ".hazardRatio="
                    + ratio(relative.hazardRatio(), factor));
        }
    }

    private static String ratio(HazardRatio ratio, double factor) {
        if (ratio instanceof HazardRatio.Piecewise piecewise) {
            return piecewise.pieces().stream()
                    .map(piece -> "{from: " + plain(piece.from()) + ", is: " + down(piece.is() * factor) + "}")
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return down(ratio.values().get(0) * factor);
    }

    private static String key(String name) {
        return name.matches("[\\w-]+") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String down(double value) {
        return plain(-up(-value, DECIMALS));
    }

    /** Rounded up, unless it is whole but for what is left of a search. */
    private static double up(double value, int decimals) {
        double near = value - 1e-7 * Math.abs(value);
        return new BigDecimal(near).setScale(decimals, RoundingMode.CEILING).doubleValue();
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
