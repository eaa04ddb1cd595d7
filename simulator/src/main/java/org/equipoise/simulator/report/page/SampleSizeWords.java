package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.simulator.analytic.AnalyticPower;
import org.equipoise.simulator.analytic.ConstantHazardRatio;
import org.equipoise.simulator.analytic.MethodName;
import org.equipoise.simulator.engine.ComparisonResult;
import org.equipoise.simulator.engine.LookResult;
import org.equipoise.simulator.engine.Quantile;
import org.equipoise.simulator.engine.SimulationResult;
import org.equipoise.simulator.engine.summary.Estimate;
import org.equipoise.simulator.report.TrialReport;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.HypothesisWords;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Scenario;

/** The sample size as a protocol justifies it: hypothesis, looks, assumptions, power and time. */
final class SampleSizeWords {
    private final TrialReport report;
    private final Scenario scenario;
    private final Analysis analysis;
    private final SimulationResult result;
    private final boolean several;

    SampleSizeWords(TrialReport report) {
        this.report = report;
        scenario = report.scenario();
        analysis = scenario.analysis();
        result = report.run().result();
        several = scenario.experimentalArms().size() > 1;
    }

    /** Its paragraphs. */
    List<Element> paragraphs() {
        List<Element> paragraphs = new ArrayList<>();
        paragraphs.add(design());
        if (result.looks().size() > 1) {
            paragraphs.add(new StoppingWords(report).plan());
        }
        paragraphs.add(assumptions());
        paragraphs.add(power());
        if (result.looks().size() > 1) {
            paragraphs.add(new StoppingWords(report).stops());
        }
        return paragraphs;
    }

    private Element design() {
        HypothesisWords hypothesis = new HypothesisWords(scenario);
        Prose prose = new Prose()
                .add(Digits.grouped(scenario.enrolment().patients()) + " patients will be randomised to "
                        + hypothesis.arms() + ". " + hypothesis.test() + " ");
        return timing(prose, hypothesis).paragraph();
    }

    private Prose timing(Prose prose, HypothesisWords hypothesis) {
        int last = result.looks().size() - 1;
        if (last == 0) {
            return prose.add("The analysis takes place " + hypothesis.when(0) + ".");
        }
        prose.add("There are " + (last + 1) + " analyses: " + (last == 1 ? "an interim analysis" : "interim analyses")
                + " ");
        for (int k = 0; k < last; k++) {
            prose.add(k == 0 ? "" : k == last - 1 ? " and " : ", ").add(hypothesis.when(k) + " (");
            double fraction = report.run().expectations().atLook(k).events()
                    / report.run().expectations().atLook(last).events();
            prose.number("analytic.looks." + k + ".informationFraction", fraction, 3)
                    .add(" of the final information)");
        }
        return prose.add(", and the final analysis " + hypothesis.when(last) + ".");
    }

    private Element assumptions() {
        AssumedWords assumed = new AssumedWords(scenario);
        Prose prose = new Prose().add(assumed.effect() + " " + assumed.enrolment() + " " + assumed.dropout());
        int last = result.looks().size() - 1;
        LookResult look = result.looks().get(last);
        if (!(look.calendarTime().mean().value() >= 0)) {
            return prose.add(" No simulated trial reaches the final analysis.").paragraph();
        }
        String key = "looks." + last;
        prose.add(" Under these assumptions the " + (last == 0 ? "" : "final ") + "analysis is expected at "
                        + ScenarioWords.unit(scenario) + " ")
                .estimate(
                        Prose.ALTERNATIVE,
                        key + ".calendarTime",
                        look.calendarTime().mean());
        return nineInTen(prose, key, look).add(".").paragraph();
    }

    private Prose nineInTen(Prose prose, String key, LookResult look) {
        List<Quantile> quantiles = look.calendarTime().quantiles();
        double reached = look.reached().value();
        for (Quantile low : quantiles) {
            for (Quantile high : quantiles) {
                if (low.probability() == 0.05 && high.probability() == 0.95 && low.value() < high.value()) {
                    prose.add(", in nine simulated trials of ten between ")
                            .number(key + ".calendarTime.quantiles.0.05", low.value(), 1)
                            .add(" and ")
                            .number(key + ".calendarTime.quantiles.0.95", high.value(), 1);
                }
            }
        }
        return reached < 1
                ? prose.add("; it can take place in a share of ")
                        .estimate(Prose.ALTERNATIVE, key + ".reached", look.reached())
                        .add(" of the simulated trials, and a trial in which it cannot counts as one that does not"
                                + " reject")
                : prose;
    }

    private Element power() {
        Prose prose = new Prose();
        if (analysis.power() != null) {
            prose.add("The target is a power of " + Digits.plain(analysis.power()) + ". ");
        }
        for (ComparisonResult comparison : result.comparisons()) {
            power(prose, comparison);
        }
        if (several) {
            prose.add("The probability of rejecting at least one null hypothesis is ")
                    .estimate(Prose.ALTERNATIVE, "power", result.power())
                    .add(". ");
        }
        prose.add("Simulated figures are of " + Digits.grouped(result.replicates()) + " trials. ");
        return level(prose).paragraph();
    }

    private void power(Prose prose, ComparisonResult comparison) {
        String arm = comparison.arm();
        String key = several ? "hypotheses." + arm + ".power" : "power";
        Estimate simulated = comparison.stopping().power();
        prose.add("With these assumptions the power"
                + (several ? " to reject the null hypothesis of " + ScenarioWords.arm(arm) : "") + " is ");
        analytic(
                prose,
                arm,
                AnalyticPower.SHOWN,
                " by calculation (mean, variance and skewness of the " + statistic()
                        + " under these assumptions) and ");
        prose.estimate(Prose.ALTERNATIVE, key, simulated).add(" by simulation. ");
        if (ConstantHazardRatio.of(scenario, arm).isPresent()
                && report.run().power().of(arm, PowerMethod.SCHOENFELD).isPresent()) {
            prose.add("Schoenfeld's formula (1981) gives ");
            analytic(prose, arm, PowerMethod.SCHOENFELD, ". ");
        }
    }

    private String statistic() {
        return switch (analysis.test().method()) {
            case LOG_RANK -> "log-rank statistic";
            case COX -> "Wald statistic";
            case MAX_COMBO -> "weighted statistics, and their correlation,";
            default -> analysis.test().isOfHazards() ? "weighted statistic" : "test statistic";
        };
    }

    private void analytic(Prose prose, String arm, PowerMethod method, String after) {
        OptionalDouble power = report.run().power().of(arm, method);
        if (power.isPresent()) {
            String key = "analytic.power." + MethodName.of(method) + (several ? "." + arm : "");
            prose.number(key, power.getAsDouble(), 4).add(after);
        }
    }

    /** What the simulation says of the type I error, all hypotheses true and stops obeyed, and overruled. */
    private Prose level(Prose prose) {
        SimulationResult underNull = report.nullRun().result();
        boolean margin = analysis.test().hazardRatioH0() != 1;
        prose.add((margin ? "At the margin" : "Without any effect") + ", the simulated probability of rejecting "
                        + (several ? "at least one null hypothesis" : "the null hypothesis") + " is ")
                .estimate(Prose.NULL, "power", underNull.power());
        Estimate overruled = underNull.powerWithoutFutility();
        if (overruled != null) {
            prose.add(" when stops for futility are obeyed and ")
                    .estimate(Prose.NULL, "powerWithoutFutility", overruled)
                    .add(" when they are overruled");
        }
        String level = analysis.sides() == 2
                ? "two-sided level is " + Digits.plain(2 * analysis.oneSidedAlpha())
                : "one-sided level is " + Digits.plain(analysis.oneSidedAlpha());
        return prose.add("; the planned " + level
                + (several ? " for each comparison, without adjustment for their number." : "."));
    }
}
