package org.equipoise.simulator.report.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.simulator.design.ComparisonBounds;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Bounds;
import org.equipoise.simulator.scenario.DropoutModel;
import org.equipoise.simulator.scenario.Endpoint;
import org.equipoise.simulator.scenario.EnrolmentPlan;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.GompertzParameters;
import org.equipoise.simulator.scenario.HazardPiece;
import org.equipoise.simulator.scenario.HazardRatio;
import org.equipoise.simulator.scenario.LogLogisticParameters;
import org.equipoise.simulator.scenario.LogNormalParameters;
import org.equipoise.simulator.scenario.Look;
import org.equipoise.simulator.scenario.OutcomeModel;
import org.equipoise.simulator.scenario.RatePiece;
import org.equipoise.simulator.scenario.RatioPiece;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;
import org.equipoise.simulator.scenario.WeibullParameters;
import org.jspecify.annotations.Nullable;

/** Parts of a scenario in plain words. */
public final class ScenarioWords {
    private ScenarioWords() {}

    /** {@code HAIC-TACE-176 · HAIC vs TACE}: the identifier, and the name for people where there is one. */
    public static String title(Scenario scenario) {
        return scenario.trial() + (scenario.title() == null ? "" : " · " + scenario.title());
    }

    /** {@code months}. */
    public static String units(Scenario scenario) {
        return scenario.timeUnit().plural();
    }

    /** {@code month}. */
    public static String unit(Scenario scenario) {
        return scenario.timeUnit().name().toLowerCase(Locale.ROOT);
    }

    /** {@code TACE (control), HAIC (experimental), 1 : 1 in permuted blocks of 4}. */
    public static String arms(Scenario scenario) {
        List<String> names = new ArrayList<>();
        List<String> shares = new ArrayList<>();
        scenario.arms().forEach((name, arm) -> {
            String role = arm.role().name().toLowerCase(Locale.ROOT);
            names.add(arm(name) + (name.equals(role) ? "" : " (" + role + ")"));
            shares.add(Integer.toString(arm.allocation()));
        });
        return String.join(", ", names) + "; allocated " + PlainText.tied(String.join(" : ", shares)) + " "
                + randomisation(scenario);
    }

    /** An arm's name, fit for a line. */
    public static String arm(String name) {
        return PlainText.atMost(40, name);
    }

    private static String randomisation(Scenario scenario) {
        return switch (scenario.randomisation().method()) {
            case PERMUTED_BLOCK -> "in permuted blocks of " + scenario.blockSize() + StratumWords.within(scenario);
            case SIMPLE -> "each patient by lot";
            case COMPLETE -> "in fixed numbers, in random order";
        };
    }

    /** {@link #enrolment}, and when the last patient is expected. */
    public static String enrolmentToItsEnd(Scenario scenario) {
        return enrolment(scenario) + "; complete in expectation at " + unit(scenario) + " "
                + Digits.plain(scenario.enrolment().enrolment().duration(), 4);
    }

    /** {@code 176 patients, as a Poisson process: 4 a month, 8 a month from month 3, …}. */
    public static String enrolment(Scenario scenario) {
        EnrolmentPlan plan = scenario.enrolment();
        String process = switch (plan.arrivals()) {
            case POISSON -> "as a Poisson process";
            case UNIFORM -> "at independent times";
            case EVEN -> "evenly spaced";
        };
        StringBuilder words = new StringBuilder(plan.patients() + " patients, " + process);
        if (plan.duration() != null) {
            words.append(" over ")
                    .append(Digits.plain(plan.duration()))
                    .append(' ')
                    .append(units(scenario));
        }
        String separator = ": ";
        for (RatePiece piece : plan.rates() == null ? List.<RatePiece>of() : plan.rates()) {
            String from = piece.from() == 0 ? "" : " from " + unit(scenario) + " " + Digits.plain(piece.from());
            words.append(separator).append(PlainText.tied(Digits.plain(piece.rate()) + " a " + unit(scenario) + from));
            separator = ", ";
        }
        return words.toString();
    }

    /** {@code exponential, median 6.5}, {@code 33 % respond}, {@code mean 10, sd 4}: the model of an arm. */
    public static String model(Scenario scenario, String arm) {
        if (scenario.endpoint().isTimeToEvent()) {
            return model(scenario.model(arm));
        }
        OutcomeModel outcome = scenario.outcome(arm);
        return scenario.endpoint().type() == Endpoint.Type.BINARY
                ? Digits.plain(100 * outcome.mean()) + " % respond"
                : "mean " + Digits.plain(outcome.mean()) + ", sd " + Digits.plain(outcome.sd());
    }

    /** {@code exponential, median 6.5}. */
    public static String model(DropoutModel model) {
        if (model instanceof DropoutModel.LostBy lost) {
            return Digits.plain(100 * lost.probability()) + " % by " + Digits.plain(lost.by()) + ", exponential";
        }
        if (model instanceof EventModel.ByMedian exponential) {
            return "exponential, median " + Digits.plain(exponential.median());
        }
        if (model instanceof EventModel.ByHazard exponential) {
            return "exponential, hazard " + Digits.plain(exponential.hazard());
        }
        if (model instanceof EventModel.BySurvival exponential) {
            return "exponential, " + Digits.plain(100 * exponential.survival()) + " % without event at "
                    + Digits.plain(exponential.at());
        }
        if (model instanceof EventModel.Piecewise piecewise) {
            return "piecewise exponential, hazard " + pieces(piecewise.piecewise());
        }
        if (model instanceof EventModel.Relative relative) {
            return ratio(relative.hazardRatio()) + " against control";
        }
        if (model instanceof EventModel.Cure cure) {
            return Digits.plain(100 * cure.cure()) + " % never have the event; the others: " + model(cure.of());
        }
        return family((EventModel) model);
    }

    private static String family(EventModel model) {
        if (model instanceof EventModel.WeibullModel weibull) {
            WeibullParameters given = weibull.weibull();
            return "Weibull" + with("shape", given.shape()) + with("median", given.median())
                    + with("scale", given.scale());
        }
        if (model instanceof EventModel.LogNormalModel logNormal) {
            LogNormalParameters given = logNormal.logNormal();
            return "log-normal" + with("median", given.median()) + with("sigma", given.sigma());
        }
        if (model instanceof EventModel.LogLogisticModel logLogistic) {
            LogLogisticParameters given = logLogistic.logLogistic();
            return "log-logistic" + with("shape", given.shape()) + with("median", given.median());
        }
        if (model instanceof EventModel.GompertzModel gompertz) {
            GompertzParameters given = gompertz.gompertz();
            return "Gompertz" + with("shape", given.shape()) + with("median", given.median())
                    + with("rate", given.rate());
        }
        throw new IllegalArgumentException("a model without words: " + model);
    }

    private static String with(String parameter, @Nullable Double value) {
        return value == null ? "" : ", " + parameter + " " + Digits.plain(value);
    }

    private static String pieces(List<HazardPiece> pieces) {
        return String.join(
                ", ",
                pieces.stream()
                        .map(p -> Digits.plain(p.hazard()) + (p.from() == 0 ? "" : " from " + Digits.plain(p.from())))
                        .toList());
    }

    private static String ratio(HazardRatio ratio) {
        if (ratio instanceof HazardRatio.Piecewise piecewise) {
            List<String> words = new ArrayList<>();
            for (RatioPiece piece : piecewise.pieces()) {
                words.add(Digits.plain(piece.is()) + (piece.from() == 0 ? "" : " from " + Digits.plain(piece.from())));
            }
            return "hazard ratio " + String.join(", ", words);
        }
        return "hazard ratio " + Digits.plain(ratio.values().get(0));
    }

    /** {@code log-rank test, one-sided α 0.025}. */
    public static String test(Scenario scenario) {
        Analysis analysis = scenario.analysis();
        TestPlan test = analysis.test();
        String margin =
                test.hazardRatioH0() == 1 ? "" : " against a hazard ratio of " + Digits.plain(test.hazardRatioH0());
        String difference =
                test.marginOrNone() == 0 ? "" : " against a difference of " + Digits.plain(-test.marginOrNone());
        return new TestWords(scenario).name() + margin + difference + ", "
                + (analysis.sides() == 2
                        ? "two-sided α " + Digits.plain(2 * analysis.oneSidedAlpha())
                        : "one-sided α " + Digits.plain(analysis.oneSidedAlpha()));
    }

    /** {@code 137 events}. */
    public static String look(Scenario scenario, int k) {
        return condition(scenario, scenario.analysis().looks().get(k), k);
    }

    private static String condition(Scenario scenario, Look look, int k) {
        if (look instanceof Look.CalendarTime at) {
            return unit(scenario) + " " + Digits.plain(at.calendarTime());
        }
        if (look instanceof Look.AfterLastPatient after) {
            return Digits.plain(after.afterLastPatient()) + " " + units(scenario) + " after the last patient";
        }
        if (look instanceof Look.AllOf all) {
            return joined(scenario, all.allOf(), k, "later", "latest");
        }
        if (look instanceof Look.AnyOf any) {
            return joined(scenario, any.anyOf(), k, "earlier", "earliest");
        }
        int events = scenario.analysis().eventsOf(look, k);
        return events + (events == 1 ? " event" : " events");
    }

    /** {@code the later of 240 events and month 24}. */
    private static String joined(Scenario scenario, List<Look> looks, int k, String ofTwo, String ofMore) {
        if (looks.size() == 1) {
            return condition(scenario, looks.get(0), k);
        }
        List<String> words = looks.stream()
                .map(look -> {
                    String each = condition(scenario, look, k);
                    return look instanceof Look.AllOf || look instanceof Look.AnyOf ? "(" + each + ")" : each;
                })
                .toList();
        int last = words.size() - 1;
        return "the " + (last == 1 ? ofTwo : ofMore) + " of " + String.join(", ", words.subList(0, last)) + " and "
                + words.get(last);
    }

    /** {@code reject when Z ≥ 1.960 (p ≤ 0.0250)}. */
    public static String bound(Scenario scenario, ComparisonBounds bounds, int k) {
        boolean twoSided = scenario.analysis().sides() == 2;
        double efficacy = bounds.efficacy(k);
        double futility = bounds.futility(k);
        List<String> words = new ArrayList<>();
        if (efficacy < Double.POSITIVE_INFINITY) {
            double p = scenario.analysis().sides() * StandardNormal.upperTail(efficacy);
            words.add("reject when "
                    + PlainText.tied((twoSided ? "|Z|" : "Z") + " ≥ " + Digits.fixed(efficacy, 3)) + " "
                    + PlainText.tied("(p ≤ " + Digits.fixed(p, p < 0.001 ? 6 : 4) + ")"));
        }
        if (futility > Double.NEGATIVE_INFINITY) {
            words.add("stop for futility when "
                    + PlainText.tied((twoSided ? "|Z|" : "Z") + " ≤ " + Digits.fixed(futility, 3)));
        }
        return words.isEmpty() ? "no bound" : String.join("; ", words);
    }

    /** {@code efficacy: α spent, O'Brien-Fleming type; futility: β spent, …}; empty where all bounds are given. */
    public static String bounds(Analysis analysis) {
        List<String> words = new ArrayList<>();
        if (analysis.efficacy() != null && !(analysis.efficacy() instanceof Bounds.Given)) {
            words.add("efficacy by " + BoundWords.of(analysis.efficacy(), "α"));
        }
        if (analysis.futility() != null && !(analysis.futility() instanceof Bounds.Given)) {
            words.add("futility by " + BoundWords.of(analysis.futility(), "β") + ", "
                    + (analysis.futility().binding() ? "binding" : "not binding"));
        }
        return String.join("; ", words);
    }

    /** The dropout of an arm. */
    public static String dropout(Scenario scenario, String arm) {
        DropoutModel model = scenario.dropoutModel(arm);
        return model == null ? "none" : model(model);
    }
}
