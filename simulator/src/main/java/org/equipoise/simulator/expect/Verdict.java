package org.equipoise.simulator.expect;

import java.util.Collection;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.scenario.Criterion;

/** What has become of an expectation. */
public enum Verdict {
    /** The limits of the figure lie within what is expected. */
    MET("met"),
    /** The limits lie outside. */
    NOT_MET("notMet"),
    /** The limits straddle a bound, or no replicate tells the figure. */
    UNDECIDED("undecided");

    private final String key;

    Verdict(String key) {
        this.key = key;
    }

    /** How programs are told. */
    public String key() {
        return key;
    }

    /** Of one figure. A figure that is the same in every replicate has no error, and is decided by itself. */
    static Verdict of(Criterion criterion, Estimate figure) {
        double least = criterion.atLeast() == null ? Double.NEGATIVE_INFINITY : criterion.atLeast();
        double most = criterion.atMost() == null ? Double.POSITIVE_INFINITY : criterion.atMost();
        if (figure.high() < least || figure.low() > most) {
            return NOT_MET;
        }
        return figure.low() >= least && figure.high() <= most ? MET : UNDECIDED;
    }

    /** Of several together: not met when any is not, else undecided when any is; met when there are none. */
    public static Verdict of(Collection<CheckedExpectation> expectations) {
        Verdict worst = MET;
        for (CheckedExpectation each : expectations) {
            if (each.verdict() == NOT_MET) {
                return NOT_MET;
            }
            worst = each.verdict() == UNDECIDED ? UNDECIDED : worst;
        }
        return worst;
    }
}
