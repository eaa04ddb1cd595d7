package org.equipoise.simulator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equipoise.simulator.engine.Continuation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.expect.CheckedExpectation;
import org.equipoise.simulator.expect.Deciding;
import org.equipoise.simulator.expect.ExpectationCheck;
import org.equipoise.simulator.expect.Verdict;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** What a run has to do with the expectations of its scenario: how long it goes on, what it says, how it ends. */
final class ExpectedRun {
    private final ExpectationCheck check;
    private final boolean underNull;
    private final @Nullable Deciding deciding;

    private ExpectedRun(ExpectationCheck check, boolean underNull, @Nullable Deciding deciding) {
        this.check = check;
        this.underNull = underNull;
        this.deciding = deciding;
    }

    /**
     * Of a run.
     *
     * @param underNull whether the null hypothesis is all that is simulated
     * @param deciding how it goes on, or null
     */
    static ExpectedRun of(ReadScenario read, boolean underNull, @Nullable Deciding deciding) {
        Scenario scenario = read.scenario();
        ExpectationCheck plain = ExpectationCheck.of(scenario);
        ExpectationCheck check = underNull ? plain.underNullAlone() : plain;
        return new ExpectedRun(deciding == null ? check : check.withLevel(deciding.level()), underNull, deciding);
    }

    /** Whether a second simulation is needed, under the null hypothesis. */
    boolean needsNull() {
        return !underNull && check.needsNull();
    }

    /** How long the run goes on; null when it does not. */
    @Nullable
    Continuation ofMain() {
        return deciding == null
                ? null
                : result ->
                        deciding.next(result, told -> underNull ? check.check(null, told) : check.check(told, null));
    }

    /** How long the second simulation does. */
    @Nullable
    Continuation ofNull() {
        return deciding == null ? null : result -> deciding.next(result, told -> check.check(null, told));
    }

    List<CheckedExpectation> check(SimulationResult result, @Nullable SimulationResult ofNull) {
        return underNull ? check.check(null, result) : check.check(result, ofNull);
    }

    List<String> warnings(List<CheckedExpectation> checked) {
        List<String> warnings = new ArrayList<>();
        if (check.leftOut() > 0) {
            warnings.add(
                    "under the null hypothesis alone, what is expected of the scenario as it stands is not checked");
        }
        List<String> undecided = checked.stream()
                .filter(each -> each.verdict() == Verdict.UNDECIDED)
                .map(CheckedExpectation::figure)
                .toList();
        if (!undecided.isEmpty()) {
            warnings.add(undecided.size() + " of " + checked.size() + " expectations "
                    + (undecided.size() == 1 ? "is" : "are") + " undecided (" + String.join(", ", undecided) + "): "
                    + remedy());
        }
        return warnings;
    }

    private String remedy() {
        return deciding == null
                ? "the limits of the figure straddle what is expected, and more --replicates could tell; --decide goes on until"
                        + " they do"
                : String.format(
                        Locale.ROOT,
                        "%,d replicates, which is the cap, did not tell, so the figure is close to its bound; this counts as not"
                                + " met. Expect less, change the design, or raise --most",
                        deciding.most());
    }

    /** How a run ends that was not interrupted. */
    int status(List<CheckedExpectation> checked) {
        Verdict verdict = Verdict.of(checked);
        boolean doubtCounts = deciding != null && verdict == Verdict.UNDECIDED;
        return verdict == Verdict.NOT_MET || doubtCounts ? ExitStatus.NOT_AS_EXPECTED : ExitStatus.DONE;
    }
}
