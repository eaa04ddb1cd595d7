package org.equipoise.simulator.analysis;

import java.util.List;
import java.util.Locale;
import org.equipoise.core.survival.KaplanMeier;
import org.equipoise.core.survival.WeightedLogRankTest;
import org.equipoise.core.survival.Weights;
import org.equipoise.simulator.data.TwoArmPatients;
import org.jspecify.annotations.Nullable;

/**
 * Patients of two arms, and what tests found in them.
 *
 * @param patients what was analysed
 * @param options how
 * @param control the control arm
 * @param experimental the arm that is compared with it
 * @param findings in the order in which they were asked for; at least one
 * @param interim what they say at a look of a planned trial; null when that was not asked
 */
public record DataAnalysis(
        TwoArmPatients patients,
        Options options,
        ArmSummary control,
        ArmSummary experimental,
        List<Finding> findings,
        @Nullable InterimLook interim) {
    /** Keeps a list of its own. */
    public DataAnalysis {
        findings = List.copyOf(findings);
    }

    /** Why procedures cannot be carried out with these patients; empty when they can. */
    public static List<String> faults(TwoArmPatients patients, List<Procedure> procedures) {
        double control = patients.data().curve(false).definedUpTo();
        double experimental = patients.data().curve(true).definedUpTo();
        boolean controlEnds = control <= experimental;
        double defined = Math.min(control, experimental);
        return procedures.stream()
                .filter(procedure -> procedure.limit() > defined)
                .map(procedure -> String.format(
                        Locale.ROOT,
                        "%s: survival in arm '%s' is known up to %s, its longest follow-up; choose a time up to that",
                        procedure.spelling(),
                        controlEnds ? patients.control() : patients.experimental(),
                        Spelled.number(defined)))
                .toList();
    }

    /**
     * Carries out procedures.
     *
     * @param procedures at least one, none of them with {@link #faults}
     */
    public static DataAnalysis of(TwoArmPatients patients, List<Procedure> procedures, Options options) {
        WeightedLogRankTest expected = WeightedLogRankTest.of(patients.stratified(), new Weights.LogRank());
        return new DataAnalysis(
                patients,
                options,
                arm(patients, false, expected.expectedControl(), options),
                arm(patients, true, expected.expectedExperimental(), options),
                procedures.stream().map(each -> each.of(patients, options)).toList(),
                null);
    }

    /** The same as a look of a planned trial. */
    public DataAnalysis with(InterimLook look) {
        return new DataAnalysis(patients, options, control, experimental, findings, look);
    }

    private static ArmSummary arm(TwoArmPatients patients, boolean isExperimental, double expected, Options options) {
        KaplanMeier curve = patients.data().curve(isExperimental);
        return new ArmSummary(
                isExperimental ? patients.experimental() : patients.control(),
                patients.patients(isExperimental),
                patients.events(isExperimental),
                expected,
                curve,
                curve.median(),
                curve.medianLimits(options.level(), options.intervalScale()));
    }

    /** The arms, the control arm first. */
    public List<ArmSummary> arms() {
        return List.of(control, experimental);
    }
}
