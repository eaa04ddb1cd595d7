package org.equipoise.simulator.sweep.store;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.equipoise.simulator.engine.Continuation;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.expect.CheckedExpectation;
import org.equipoise.simulator.expect.Deciding;
import org.equipoise.simulator.expect.ExpectationCheck;
import org.equipoise.simulator.expect.Verdict;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.reading.SweepCase;
import org.jspecify.annotations.Nullable;

/**
 * What a case of a sweep expects, and which simulations tell it: that of the scenario, and that of its companion under
 * the null hypothesis when something is expected of its type I error. The companion is no row of the sweep. Its bounds
 * are those of the scenario, so its name is not the hash of its content alone.
 */
public final class CaseCheck {
    private static final String UNDER_NULL = "-null";

    private final ReadScenario read;
    private final @Nullable ReadScenario companion;
    private final ExpectationCheck check;
    private final @Nullable Deciding deciding;

    private CaseCheck(SweepCase each) {
        read = each.read();
        deciding = each.most() == 0 ? null : Deciding.of(read.scenario(), each.most());
        ExpectationCheck plain = ExpectationCheck.of(read.scenario());
        check = deciding == null ? plain : plain.withLevel(deciding.level());
        companion = check.needsNull()
                ? new ReadScenario(read.scenario().underNull(), read.hash() + UNDER_NULL, read.bounds())
                : null;
    }

    /** Of a case. */
    public static CaseCheck of(SweepCase each) {
        return new CaseCheck(each);
    }

    /** Whether anything is expected. */
    boolean isAnythingExpected() {
        return !read.scenario().expect().isEmpty();
    }

    /** The scenarios that are simulated for it. */
    List<ReadScenario> simulated() {
        return companion == null ? List.of(read) : List.of(read, companion);
    }

    /** Whether one of them should go on; null when none ever does. */
    @Nullable
    Continuation continuation(ReadScenario of) {
        Deciding until = deciding;
        if (until == null) {
            return null;
        }
        return of.equals(companion)
                ? result -> until.next(result, told -> check.check(null, told))
                : result -> until.next(result, told -> check.check(told, null));
    }

    /**
     * Checks, in the order of the file.
     *
     * @param results of what is simulated for it; null where there is none yet
     * @return those expectations whose simulation is there
     */
    public List<CheckedExpectation> check(Function<ReadScenario, @Nullable SimulationResult> results) {
        return isAnythingExpected()
                ? check.check(results.apply(read), companion == null ? null : results.apply(companion))
                : List.of();
    }

    /** What follows; null as long as a result is missing, and when nothing is expected. */
    @Nullable
    Verdict verdict(Function<ReadScenario, @Nullable SimulationResult> results) {
        boolean known = isAnythingExpected()
                && Stream.of(read, companion).allMatch(each -> each == null || results.apply(each) != null);
        return known ? Verdict.of(check(results)) : null;
    }
}
