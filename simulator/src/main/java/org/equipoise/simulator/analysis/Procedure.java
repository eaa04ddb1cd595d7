package org.equipoise.simulator.analysis;

import java.util.List;
import java.util.stream.Collectors;
import org.equipoise.core.survival.CoxModel;
import org.equipoise.core.survival.MaxComboTest;
import org.equipoise.core.survival.MilestoneTest;
import org.equipoise.core.survival.RestrictedMeanTest;
import org.equipoise.core.survival.WeightedLogRankTest;
import org.equipoise.core.survival.Weights;
import org.equipoise.simulator.data.TwoArmPatients;

/** A test or an estimate that can be asked for by its name. */
public sealed interface Procedure {
    /** As it is written: its name, with its arguments if it has any. */
    String spelling();

    /**
     * Carries it out.
     *
     * @throws IllegalArgumentException when {@link #limit} is exceeded
     */
    Finding of(TwoArmPatients patients, Options options);

    /** The time of its argument that the follow-up must reach; 0 when it has none. */
    default double limit() {
        return 0;
    }

    /** Whether it tests a hazard ratio, whose value under the null hypothesis can be given. */
    default boolean testsHazardRatio() {
        return false;
    }

    /** Whether it compares patients within strata when there are any. */
    default boolean obeysStrata() {
        return true;
    }

    /**
     * Weighted log-rank test.
     *
     * @param spelling as it is written
     * @param weights how much events count
     */
    record WeightedLogRank(String spelling, Weights weights) implements Procedure {
        @Override
        public boolean testsHazardRatio() {
            return true;
        }

        @Override
        public Finding of(TwoArmPatients patients, Options options) {
            return new Finding.WeightedLogRank(
                    this, WeightedLogRankTest.of(patients.stratified(), weights, options.hazardRatioH0()));
        }
    }

    /**
     * Largest of several weighted log-rank statistics.
     *
     * @param weights at least one pair of exponents
     */
    record MaxCombo(List<Weights.FlemingHarrington> weights) implements Procedure {
        /** Keeps a list of its own. */
        public MaxCombo {
            weights = List.copyOf(weights);
        }

        @Override
        public String spelling() {
            return List.copyOf(weights).equals(MaxComboTest.FOUR_WEIGHTS)
                    ? "maxCombo"
                    : weights.stream()
                            .map(pair -> "(" + Spelled.number(pair.rho()) + "," + Spelled.number(pair.gamma()) + ")")
                            .collect(Collectors.joining(",", "maxCombo(", ")"));
        }

        @Override
        public Finding of(TwoArmPatients patients, Options options) {
            return new Finding.MaxCombo(this, MaxComboTest.of(patients.stratified(), List.copyOf(weights)));
        }
    }

    /**
     * Difference of restricted mean survival times.
     *
     * @param tau end of the time in which means are taken, &gt; 0, in the unit of the data
     */
    record RestrictedMeans(double tau) implements Procedure {
        @Override
        public String spelling() {
            return "rmst(" + Spelled.number(tau) + ")";
        }

        @Override
        public Finding of(TwoArmPatients patients, Options options) {
            return new Finding.RestrictedMeans(this, RestrictedMeanTest.of(patients.data(), tau), options.level());
        }

        @Override
        public double limit() {
            return tau;
        }

        @Override
        public boolean obeysStrata() {
            return false;
        }
    }

    /**
     * Difference of survival probabilities at one time.
     *
     * @param at the time, ≥ 0, in the unit of the data
     */
    record Milestone(double at) implements Procedure {
        @Override
        public String spelling() {
            return "milestone(" + Spelled.number(at) + ")";
        }

        @Override
        public Finding of(TwoArmPatients patients, Options options) {
            MilestoneTest test = MilestoneTest.of(patients.data(), at, options.milestoneScale());
            return new Finding.Milestone(this, test, options.level());
        }

        @Override
        public double limit() {
            return at;
        }

        @Override
        public boolean obeysStrata() {
            return false;
        }
    }

    /** Hazard ratio by Cox's model, with Wald's test. */
    record Cox() implements Procedure {
        @Override
        public String spelling() {
            return "cox";
        }

        @Override
        public boolean testsHazardRatio() {
            return true;
        }

        @Override
        public Finding of(TwoArmPatients patients, Options options) {
            CoxModel model = CoxModel.of(patients.stratified(), options.ties());
            return new Finding.Cox(this, model, options.hazardRatioH0(), options.level());
        }
    }

    /** Survival curves of the arms. */
    record Curves() implements Procedure {
        @Override
        public String spelling() {
            return "kaplanMeier";
        }

        @Override
        public Finding of(TwoArmPatients patients, Options options) {
            return new Finding.Curves(this);
        }

        @Override
        public boolean obeysStrata() {
            return false;
        }
    }
}
