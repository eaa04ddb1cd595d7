package org.equipoise.simulator.report.words;

import java.util.List;
import java.util.Locale;
import org.equipoise.core.numerics.Limits;
import org.equipoise.core.survival.CoxModel;
import org.equipoise.core.survival.FitStatus;
import org.equipoise.core.survival.MilestoneTest;
import org.equipoise.core.survival.RestrictedMean;
import org.equipoise.core.survival.RestrictedMeanTest;
import org.equipoise.core.survival.SurvivalScale;
import org.equipoise.core.survival.Ties;
import org.equipoise.core.survival.Weights;
import org.equipoise.simulator.analysis.ArmSummary;
import org.equipoise.simulator.analysis.DataAnalysis;
import org.equipoise.simulator.analysis.Figures;
import org.equipoise.simulator.analysis.Finding;

/** What tests are called on a page, and what they estimate. */
public final class FindingWords {
    private static final int ARM = 24;

    private FindingWords() {}

    /** The name of a test. */
    public static String name(Finding finding) {
        if (finding instanceof Finding.WeightedLogRank weighted) {
            return weights(weighted.test().weights()) + against(weighted.test().hazardRatioH0());
        }
        if (finding instanceof Finding.MaxCombo) {
            return "MaxCombo";
        }
        if (finding instanceof Finding.RestrictedMeans means) {
            return "Restricted mean to " + Digits.plain(means.procedure().tau());
        }
        if (finding instanceof Finding.Milestone milestone) {
            return "Survival at " + Digits.plain(milestone.procedure().at())
                    + (milestone.test().scale() == SurvivalScale.PLAIN ? "" : ", log-log");
        }
        return finding instanceof Finding.Cox cox ? "Cox" + against(cox.hazardRatioH0()) : "Kaplan-Meier";
    }

    /** {@code against HR 1.3}; empty for superiority. */
    private static String against(double hazardRatioH0) {
        return hazardRatioH0 == 1 ? "" : " against HR " + Digits.plain(hazardRatioH0);
    }

    /** The name of a weighted log-rank test. */
    public static String weights(Weights weights) {
        if (weights instanceof Weights.FlemingHarrington exponents) {
            return "Fleming-Harrington (" + Digits.plain(exponents.rho()) + ", " + Digits.plain(exponents.gamma())
                    + ")";
        }
        if (weights instanceof Weights.ModestlyWeighted modest) {
            return "Modestly weighted (" + Digits.plain(modest.tau()) + ")";
        }
        if (weights instanceof Weights.GehanBreslow) {
            return "Gehan-Wilcoxon";
        }
        return weights instanceof Weights.TaroneWare ? "Tarone-Ware" : "Log-rank";
    }

    /** A p-value. */
    public static String p(double p) {
        return p < 0.0001 ? "< 0.0001" : Digits.fixed(p, 4);
    }

    /** Whose ties a Cox model has. */
    public static String ties(Ties ties) {
        return switch (ties) {
            case EFRON -> "Efron's";
            case BRESLOW -> "Breslow's";
            case EXACT -> "exact";
        };
    }

    /** Rows of what a finding estimates: name, estimate, standard error, limits. */
    public static List<List<String>> estimates(Finding finding, DataAnalysis analysis) {
        if (finding instanceof Finding.Cox cox) {
            return hazardRatio(cox);
        }
        if (finding instanceof Finding.RestrictedMeans means) {
            return restrictedMeans(means, analysis);
        }
        return finding instanceof Finding.Milestone milestone ? milestone(milestone, analysis) : List.of();
    }

    private static List<List<String>> hazardRatio(Finding.Cox cox) {
        CoxModel model = cox.model();
        Limits limits = model.limits(cox.level());
        String name = model.status() == FitStatus.CONVERGED
                ? "Hazard ratio"
                : "Hazard ratio ("
                        + model.status().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
        return List.of(
                List.of(name, Digits.fixed(model.hazardRatio(), 4), "", between(limits, 4)),
                row("  its logarithm", cox.figures(), 4));
    }

    private static List<List<String>> restrictedMeans(Finding.RestrictedMeans means, DataAnalysis analysis) {
        RestrictedMeanTest test = means.test();
        int decimals = decimals(test.standardError());
        return List.of(
                row(name(means) + ", difference", means.figures(), decimals),
                mean(analysis.control(), test.control(), decimals),
                mean(analysis.experimental(), test.experimental(), decimals));
    }

    private static List<String> mean(ArmSummary arm, RestrictedMean mean, int decimals) {
        return List.of(
                "  " + PlainText.atMost(ARM, arm.name()),
                Digits.fixed(mean.mean(), decimals),
                Digits.fixed(mean.standardError(), decimals));
    }

    private static List<List<String>> milestone(Finding.Milestone milestone, DataAnalysis analysis) {
        MilestoneTest test = milestone.test();
        return List.of(
                row(name(milestone) + ", difference", milestone.figures(), 4),
                survival(analysis.control(), test.at()),
                survival(analysis.experimental(), test.at()));
    }

    private static List<String> survival(ArmSummary arm, double at) {
        return List.of(
                "  " + PlainText.atMost(ARM, arm.name()),
                Digits.fixed(arm.curve().survival(at), 4),
                Digits.fixed(arm.curve().standardError(at), 4));
    }

    private static List<String> row(String name, Figures figures, int decimals) {
        return List.of(
                name,
                Digits.fixed(figures.estimate(), decimals),
                Digits.fixed(figures.standardError(), decimals),
                between(new Limits(figures.low(), figures.high()), decimals));
    }

    private static String between(Limits limits, int decimals) {
        return Digits.fixed(limits.lower(), decimals) + " to " + Digits.fixed(limits.upper(), decimals);
    }

    /** One more than its error supports, for such figures are computed with. */
    private static int decimals(double standardError) {
        return standardError > 0 ? Math.max(2, Digits.decimals(standardError) + 1) : 2;
    }
}
