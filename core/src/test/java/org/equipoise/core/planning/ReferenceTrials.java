package org.equipoise.core.planning;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.core.distribution.PiecewiseExponential;
import org.equipoise.core.enrolment.ArrivalProcess;
import org.equipoise.core.numerics.StepFunction;
import org.equipoise.core.sequential.ReferenceDesigns;
import tools.jackson.databind.JsonNode;

/** Trials planned by other packages, as the files under {@code reference} spell them. */
public final class ReferenceTrials {
    private ReferenceTrials() {}

    /** The trial of a case. Arrivals are uniform where it does not say. */
    public static PlannedTrial trial(JsonNode trial) {
        double[] starts = numbers(trial, "starts");
        double[] control = numbers(trial, "control");
        double[] experimental = numbers(trial, "experimental");
        PiecewiseExponential lost = PiecewiseExponential.of(numbers(trial, "dropoutStarts"), numbers(trial, "dropout"));
        double ratio = trial.get("ratio").asDouble();
        List<PlannedStratum> strata = new ArrayList<>();
        if (trial.has("prevalence")) {
            double[] prevalence = numbers(trial, "prevalence");
            for (int s = 0; s < prevalence.length; s++) {
                double[] atOnce = {0};
                strata.add(new PlannedStratum(
                        prevalence[s],
                        new PlannedArm(1, PiecewiseExponential.of(atOnce, new double[] {control[s]}), lost),
                        new PlannedArm(ratio, PiecewiseExponential.of(atOnce, new double[] {experimental[s]}), lost)));
            }
        } else {
            strata.add(new PlannedStratum(
                    1,
                    new PlannedArm(1, PiecewiseExponential.of(starts, control), lost),
                    new PlannedArm(ratio, PiecewiseExponential.of(starts, experimental), lost)));
        }
        StepFunction rates =
                StepFunction.of("rates", numbers(trial, "enrolmentStarts"), numbers(trial, "enrolmentRates"));
        ArrivalProcess arrivals = trial.has("arrivals")
                ? ArrivalProcess.valueOf(trial.get("arrivals").asString())
                : ArrivalProcess.UNIFORM;
        return new PlannedTrial(trial.get("patients").asDouble(), rates, arrivals, strata);
    }

    private static double[] numbers(JsonNode node, String name) {
        return ReferenceDesigns.numbers(node.get(name));
    }
}
