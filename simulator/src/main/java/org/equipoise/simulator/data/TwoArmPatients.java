package org.equipoise.simulator.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.equipoise.core.survival.SurvivalData;

/** The patients of two arms as a data file has them. Immutable; what exists is valid. */
public final class TwoArmPatients {
    private final String source;
    private final Header header;
    private final String control;
    private final String experimental;
    private final SurvivalData data;
    private final SurvivalData stratified;
    private final double longestTime;
    private final boolean[] event;
    private final boolean[] inExperimental;
    private final List<String> strata;
    private final List<String> warnings;

    TwoArmPatients(
            String source,
            Header header,
            String control,
            String experimental,
            double[] time,
            boolean[] event,
            boolean[] inExperimental,
            int[] stratum,
            List<String> strata,
            List<String> warnings) {
        this.source = source;
        this.header = header;
        this.control = control;
        this.experimental = experimental;
        this.event = event;
        this.inExperimental = inExperimental;
        this.strata = List.copyOf(strata);
        this.warnings = List.copyOf(warnings);
        longestTime = Arrays.stream(time).max().orElse(0);
        data = SurvivalData.of(time, event, inExperimental);
        stratified = strata.isEmpty() ? data : SurvivalData.of(time, event, inExperimental, stratum);
    }

    /** Name of the file, as it was given. */
    public String source() {
        return source;
    }

    /** Name of the column of times. */
    public String timeColumn() {
        return header.names().get(header.time());
    }

    /** Name of the column that tells events from censored times. */
    public String statusColumn() {
        return header.names().get(header.status());
    }

    /** Name of the column of arms. */
    public String armColumn() {
        return header.names().get(header.arm());
    }

    /** Names of the columns of strata; empty without strata. */
    public List<String> strataColumns() {
        return header.strata().stream().map(header.names()::get).toList();
    }

    /** Level of the control arm. */
    public String control() {
        return control;
    }

    /** Level of the arm that is compared with it. */
    public String experimental() {
        return experimental;
    }

    /** The strata that patients are in; empty without strata. */
    public List<String> strata() {
        return strata;
    }

    /** Number of patients in an arm. */
    public int patients(boolean ofExperimental) {
        return (int) IntStream.range(0, event.length)
                .filter(i -> inExperimental[i] == ofExperimental)
                .count();
    }

    /** Number of events in an arm. */
    public int events(boolean ofExperimental) {
        return (int) IntStream.range(0, event.length)
                .filter(i -> event[i] && inExperimental[i] == ofExperimental)
                .count();
    }

    /** The longest time of a patient, to event or censoring. */
    public double longestTime() {
        return longestTime;
    }

    /** The patients, whatever their strata. */
    public SurvivalData data() {
        return data;
    }

    /** The patients in their strata; the same as {@link #data} without any. */
    public SurvivalData stratified() {
        return stratified;
    }

    /** What a reader of the results should know. */
    public List<String> warnings() {
        return warnings;
    }
}
