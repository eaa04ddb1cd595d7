package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equipoise.simulator.analytic.ConstantHazardRatio;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.Listing;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.report.words.StratumWords;
import org.equipoise.simulator.scenario.DropoutModel;
import org.equipoise.simulator.scenario.EnrolmentPlan;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.HazardPiece;
import org.equipoise.simulator.scenario.HazardRatio;
import org.equipoise.simulator.scenario.RatePiece;
import org.equipoise.simulator.scenario.RatioPiece;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** What a scenario assumes, in sentences. */
final class AssumedWords {
    private final Scenario scenario;
    private final String unit;
    private final String units;
    private final String endpoint;

    AssumedWords(Scenario scenario) {
        this.scenario = scenario;
        unit = ScenarioWords.unit(scenario);
        units = ScenarioWords.units(scenario);
        endpoint = PlainText.atMost(80, scenario.testedEndpoint());
    }

    /** {@code Under TACE, PFS is assumed to be exponential with a median of 6.5 months. Under HAIC …}. */
    String effect() {
        StringBuilder words = new StringBuilder();
        for (String arm : scenario.armsControlFirst()) {
            EventModel model = scenario.model(arm);
            words.append(words.isEmpty() ? "" : " ").append("Under ").append(ScenarioWords.arm(arm));
            words.append(
                    model instanceof EventModel.Relative relative
                            ? relative(relative.hazardRatio())
                            : ", " + endpoint + " is assumed to be " + distribution(model));
            words.append(model instanceof EventModel.Relative ? median(arm) : "")
                    .append('.');
        }
        return words + strata() + nonProportional();
    }

    /** What differs between strata, and what all patients of an arm have together. */
    private String strata() {
        if (scenario.strata() == null) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        for (String factor : scenario.strata().keySet()) {
            words.append(" By ").append(ScenarioWords.arm(factor)).append(" this differs: ");
            words.append(String.join("; ", StratumWords.levels(scenario, factor)))
                    .append('.');
        }
        List<String> medians = new ArrayList<>();
        for (String arm : scenario.armsControlFirst()) {
            double median = scenario.eventTime(arm).median();
            if (Double.isFinite(median)) {
                medians.add(PlainText.tied(Digits.fixed(median, 2) + " " + units) + " under " + ScenarioWords.arm(arm));
            }
        }
        return medians.isEmpty()
                ? words.toString()
                : words + " Over all strata the median is " + Listing.and(medians) + ".";
    }

    private String relative(HazardRatio ratio) {
        String control = ScenarioWords.arm(scenario.controlArm());
        if (ratio instanceof HazardRatio.Piecewise piecewise
                && piecewise.pieces().size() > 1) {
            return ", the hazard ratio to " + control + " is assumed to be " + pieces(piecewise.pieces());
        }
        double constant = ratio.values().get(0);
        return constant == 1
                ? ", the hazard is assumed to be the same as under " + control + " at all times"
                : ", the hazard is assumed to be " + Digits.plain(constant) + " times that under " + control
                        + " at all times";
    }

    private String pieces(List<RatioPiece> pieces) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            String until = i + 1 < pieces.size()
                    ? " until " + unit + " " + Digits.plain(pieces.get(i + 1).from()) + " after randomisation"
                    : " from then on";
            words.add(PlainText.tied(Digits.plain(pieces.get(i).is())) + until);
        }
        return Listing.and(words);
    }

    private String median(String arm) {
        double median = scenario.eventTime(arm).median();
        return scenario.strata() == null && Double.isFinite(median)
                ? ", so that the median is " + PlainText.tied(Digits.fixed(median, 2) + " " + units)
                : "";
    }

    private String nonProportional() {
        boolean proportional = scenario.experimentalArms().stream()
                .allMatch(arm -> ConstantHazardRatio.of(scenario, arm).isPresent());
        return proportional ? "" : " Hazards are therefore not proportional.";
    }

    private String distribution(EventModel model) {
        if (model instanceof EventModel.ByMedian by) {
            return "exponential with a median of " + PlainText.tied(Digits.plain(by.median()) + " " + units);
        }
        if (model instanceof EventModel.ByHazard by) {
            return "exponential with a hazard of " + Digits.plain(by.hazard()) + " per " + unit;
        }
        if (model instanceof EventModel.BySurvival by) {
            return "exponential with " + PlainText.tied(Digits.plain(100 * by.survival()) + " %")
                    + " of the patients without event at " + unit + " " + Digits.plain(by.at());
        }
        if (model instanceof EventModel.Piecewise by) {
            return "piecewise exponential with hazards per " + unit + " of " + hazards(by.piecewise());
        }
        if (model instanceof EventModel.Cure cure) {
            return "a mixture: " + PlainText.tied(Digits.plain(100 * cure.cure()) + " %")
                    + " of the patients never have the event, and that of the others is " + distribution(cure.of());
        }
        return ScenarioWords.model(model) + " (in " + units + ")";
    }

    private String hazards(List<HazardPiece> pieces) {
        return Listing.and(pieces.stream()
                .map(piece -> Digits.plain(piece.hazard())
                        + (piece.from() == 0 ? "" : " from " + unit + " " + Digits.plain(piece.from())))
                .toList());
    }

    /** {@code Patients are assumed to arrive as a Poisson process, at a rate of 4 patients per month, …}. */
    String enrolment() {
        EnrolmentPlan plan = scenario.enrolment();
        String process = switch (plan.arrivals()) {
            case POISSON -> "as a Poisson process";
            case UNIFORM -> "at independent times";
            case EVEN -> "evenly spaced";
        };
        String rate = plan.duration() == null
                ? "at a rate of " + rates(plan.rates() == null ? List.of() : plan.rates())
                : "at a constant rate that brings " + Digits.grouped(plan.patients()) + " patients in "
                        + PlainText.tied(Digits.plain(plan.duration()) + " " + units);
        return "Patients are assumed to arrive " + process + ", " + rate + "; enrolment is expected to be complete at "
                + unit + " " + Digits.plain(plan.enrolment().duration(), 4) + ".";
    }

    private String rates(List<RatePiece> pieces) {
        List<String> words = new ArrayList<>();
        for (RatePiece piece : pieces) {
            String patients = words.isEmpty() ? (piece.rate() == 1 ? " patient" : " patients") : "";
            words.add(Digits.plain(piece.rate()) + patients + " per " + unit
                    + (piece.from() == 0 ? "" : " from " + unit + " " + Digits.plain(piece.from())));
        }
        return Listing.and(words);
    }

    /** {@code 5 % of the patients of each arm are assumed to be lost to follow-up by month 12.}. */
    String dropout() {
        List<String> arms = scenario.armsControlFirst();
        List<String> words =
                arms.stream().map(arm -> lost(scenario.dropoutModel(arm))).toList();
        if (words.stream().distinct().count() == 1) {
            return words.get(0).isEmpty()
                    ? "No patient is assumed to be lost to follow-up."
                    : "In each arm, " + words.get(0) + ".";
        }
        List<String> each = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            each.add("under " + ScenarioWords.arm(arms.get(a)) + ", "
                    + (words.get(a).isEmpty() ? "nobody is assumed to be lost to follow-up" : words.get(a)));
        }
        String all = String.join("; ", each);
        return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) + ".";
    }

    private String lost(@Nullable DropoutModel model) {
        if (model == null) {
            return "";
        }
        if (model instanceof DropoutModel.LostBy by) {
            return PlainText.tied(Digits.plain(100 * by.probability()) + " %")
                    + " of the patients are assumed to be lost to follow-up by " + unit + " " + Digits.plain(by.by())
                    + " (exponential)";
        }
        return model instanceof EventModel own && !model.refersToControl()
                ? "the time to loss to follow-up is assumed to be " + distribution(own)
                : "loss to follow-up is assumed with a " + ScenarioWords.model(model);
    }
}
