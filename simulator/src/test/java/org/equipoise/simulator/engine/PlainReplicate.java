package org.equipoise.simulator.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.equipoise.simulator.engine.PlainPatients.Patient;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Look;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;

/**
 * A second, plain implementation of a replicate: patients are objects in lists, and every step is written as its
 * definition reads. It shares with the engine the scenario, and the addressed random words; nothing else.
 *
 * <p>Whoever doubts the engine reads {@link PlainPatients} with its {@link PlainStrata}, {@link PlainEnrolment} and
 * {@link PlainRandomisation}; then, here, what is seen at a look, the tests of {@link PlainRiskSet} and
 * {@link PlainTest}, and the decision.
 */
final class PlainReplicate {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** A patient as seen at a cut. */
    record Seen(int arm, List<String> stratum, double time, boolean event, boolean lost) {}

    /** What a comparison shows at a look. */
    record Finding(double z, double logHazardRatio, double standardError) {}

    /** What a look shows. */
    record LookShown(
            double time, int enrolled, int dropouts, int events, List<Integer> eventsByArm, List<Finding> findings) {}

    private final Scenario scenario;
    private final List<Patient> patients;

    private PlainReplicate(Scenario scenario, List<Patient> patients) {
        this.scenario = scenario;
        this.patients = patients;
    }

    static PlainReplicate of(Scenario scenario, long replicate) {
        return new PlainReplicate(scenario, PlainPatients.of(scenario, replicate));
    }

    /** What each look shows; null where its condition is never met. */
    List<LookShown> looks() {
        List<Look> looks = scenario.analysis().looks();
        List<LookShown> shown = new ArrayList<>();
        for (int k = 0; k < looks.size(); k++) {
            double cut = timeOf(looks.get(k), k == looks.size() - 1);
            shown.add(cut < NEVER ? at(cut) : null);
        }
        return shown;
    }

    private double timeOf(Look look, boolean last) {
        if (look instanceof Look.Events events) {
            return timeOfEvent(last ? Math.ceil(events.events()) : Math.round(events.events()));
        } else if (look instanceof Look.Information share) {
            List<Look> looks = scenario.analysis().looks();
            double events = ((Look.Events) looks.get(looks.size() - 1)).events();
            return timeOfEvent(Math.max(1, Math.rint(share.information() * Math.ceil(events))));
        } else if (look instanceof Look.CalendarTime at) {
            return at.calendarTime();
        } else if (look instanceof Look.AfterLastPatient after) {
            return patients.get(patients.size() - 1).entry() + after.afterLastPatient();
        } else if (look instanceof Look.AllOf all) {
            return all.allOf().stream()
                    .mapToDouble(each -> timeOf(each, last))
                    .max()
                    .orElseThrow();
        } else if (look instanceof Look.AnyOf any) {
            return any.anyOf().stream()
                    .mapToDouble(each -> timeOf(each, last))
                    .min()
                    .orElseThrow();
        }
        throw new AssertionError("no plain look for " + look);
    }

    private double timeOfEvent(double number) {
        List<Double> times = new ArrayList<>();
        for (Patient p : patients) {
            if (p.hasEvent()) {
                times.add(p.eventCalendar());
            }
        }
        Collections.sort(times);
        return number > times.size() ? NEVER : times.get((int) number - 1);
    }

    private LookShown at(double cut) {
        List<Seen> seen = new ArrayList<>();
        for (Patient p : patients) {
            if (p.entry() <= cut) {
                boolean event = p.hasEvent() && p.eventCalendar() <= cut;
                boolean lost = !event && p.toDropout() < p.toEvent() && p.entry() + p.toDropout() <= cut;
                double time = event ? p.toEvent() : lost ? p.toDropout() : cut - p.entry();
                seen.add(new Seen(p.arm(), p.stratum(), time, event, lost));
            }
        }
        List<Integer> byArm = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int arm = 0; arm < scenario.arms().size(); arm++) {
            int a = arm;
            byArm.add((int) seen.stream().filter(s -> s.arm() == a && s.event()).count());
            if (arm > 0) {
                findings.add(compare(
                        seen.stream().filter(s -> s.arm() == 0 || s.arm() == a).toList()));
            }
        }
        return new LookShown(
                cut,
                seen.size(),
                (int) seen.stream().filter(Seen::lost).count(),
                byArm.stream().mapToInt(Integer::intValue).sum(),
                byArm,
                findings);
    }

    // ---- analysis

    private Finding compare(List<Seen> seen) {
        TestPlan test = scenario.analysis().test();
        List<List<Seen>> strata = test.isStratified() ? byStratum(seen) : List.of(seen);
        List<PlainRiskSet> sets =
                strata.stream().flatMap(each -> PlainRiskSet.of(each).stream()).toList();
        Finding logRank = PlainRiskSet.cox(sets, PlainRiskSet.logRank(sets, test.hazardRatioH0()));
        if (test.method() == TestPlan.Method.LOG_RANK) {
            return logRank;
        }
        double error = logRank.standardError();
        double wald = error < NEVER ? (Math.log(test.hazardRatioH0()) - logRank.logHazardRatio()) / error : 0;
        double z = test.method() == TestPlan.Method.COX ? wald : PlainTest.z(test, strata);
        return new Finding(z, logRank.logHazardRatio(), error);
    }

    private List<List<Seen>> byStratum(List<Seen> seen) {
        PlainStrata strata = new PlainStrata(scenario);
        return strata.randomised().stream()
                .map(stratum -> seen.stream()
                        .filter(s -> strata.known(s.stratum()).equals(stratum))
                        .toList())
                .toList();
    }

    // ---- decisions

    /** What becomes of a comparison (from 0) at each look. */
    List<Decision> decisions(List<LookShown> looks, int comparison, PlainBounds plan) {
        List<Integer> events = new ArrayList<>();
        looks.forEach(look -> events.add(look == null ? -1 : look.events()));
        List<Double> times =
                looks.stream().map(look -> look == null ? NEVER : look.time()).toList();
        List<PlainBounds.Pair> bounds = plan.with(events, times);
        List<Decision> decisions = new ArrayList<>();
        boolean decided = false;
        for (int k = 0; k < looks.size(); k++) {
            if (looks.get(k) == null) {
                decisions.add(Decision.NOT_REACHED);
            } else if (decided) {
                decisions.add(Decision.DECIDED_BEFORE);
            } else {
                Decision decision =
                        decide(looks.get(k).findings().get(comparison).z(), bounds.get(k), k);
                decided = decision != Decision.CONTINUE;
                decisions.add(decision);
            }
        }
        return decisions;
    }

    private Decision decide(double z, PlainBounds.Pair bounds, int look) {
        Analysis analysis = scenario.analysis();
        if (z >= bounds.efficacy() || (analysis.sides() == 2 && -z >= bounds.efficacy())) {
            return Decision.REJECT;
        }
        if ((analysis.sides() == 2 ? Math.abs(z) : z) <= bounds.futility()) {
            return Decision.FUTILE;
        }
        return look == analysis.looks().size() - 1 ? Decision.NOT_REJECTED : Decision.CONTINUE;
    }
}
