package org.equipoise.simulator.analysis;

import org.equipoise.core.numerics.Limits;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.survival.CoxModel;
import org.equipoise.core.survival.MaxComboTest;
import org.equipoise.core.survival.MilestoneTest;
import org.equipoise.core.survival.RestrictedMeanTest;
import org.equipoise.core.survival.WeightedLogRankTest;

/** What a {@link Procedure} has found. */
public sealed interface Finding {
    /** What was asked for. */
    Procedure procedure();

    /** What it shares with other tests. */
    Figures figures();

    /** Of a weighted log-rank test. */
    record WeightedLogRank(Procedure.WeightedLogRank procedure, WeightedLogRankTest test) implements Finding {
        @Override
        public Figures figures() {
            return Figures.ofScore(test, test.statistic(), test.variance());
        }
    }

    /** Of a MaxCombo test; its z is the largest one. */
    record MaxCombo(Procedure.MaxCombo procedure, MaxComboTest test, Figures figures) implements Finding {
        MaxCombo(Procedure.MaxCombo procedure, MaxComboTest test) {
            this(procedure, test, figures(test));
        }

        private static Figures figures(MaxComboTest test) {
            double no = Double.NaN;
            return new Figures(test.z(), test.pOneSided(), test.pTwoSided(), no, no, no, no, no, no, no);
        }
    }

    /** Of a comparison of restricted means. */
    record RestrictedMeans(Procedure.RestrictedMeans procedure, RestrictedMeanTest test, double level)
            implements Finding {
        @Override
        public Figures figures() {
            return Figures.ofEstimate(test, test.difference(), test.standardError(), test.limits(level));
        }
    }

    /** Of a comparison at a milestone. */
    record Milestone(Procedure.Milestone procedure, MilestoneTest test, double level) implements Finding {
        @Override
        public Figures figures() {
            return Figures.ofEstimate(test, test.estimate(), test.standardError(), test.limits(level));
        }
    }

    /** Of a Cox model: the estimate is the log hazard ratio, z is Wald's. */
    record Cox(Procedure.Cox procedure, CoxModel model, double hazardRatioH0, double level) implements Finding {
        @Override
        public Figures figures() {
            double z = model.waldZ(hazardRatioH0);
            double no = Double.NaN;
            Limits limits = model.logLimits(level);
            return new Figures(
                    z,
                    StandardNormal.upperTail(z),
                    2 * StandardNormal.upperTail(Math.abs(z)),
                    z * z,
                    no,
                    no,
                    model.logHazardRatio(),
                    model.standardError(),
                    limits.lower(),
                    limits.upper());
        }
    }

    /** Of survival curves, which every analysis has of its arms. */
    record Curves(Procedure.Curves procedure) implements Finding {
        @Override
        public Figures figures() {
            return Figures.NONE;
        }
    }
}
