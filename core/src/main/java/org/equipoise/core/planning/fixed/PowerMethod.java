package org.equipoise.core.planning.fixed;

import java.util.List;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.AverageHazardRatio;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.curves.CurveTest;
import org.equipoise.core.planning.logrank.JointMoments;
import org.equipoise.core.planning.logrank.PlannedTest;
import org.equipoise.core.planning.logrank.WeightedLogRank;

/**
 * How power is computed. All but the first two describe the unweighted log-rank test and see hazards through one
 * number, the average hazard ratio HR, which is the hazard ratio where hazards are proportional. D are events, r the
 * patients in the experimental arm per patient in the control arm, HR₀ the hazard ratio under the null hypothesis, q_C
 * and q_E the arms' shares, P the probabilities of an event by the time of the analysis, N the patients.
 */
public enum PowerMethod {
    /**
     * Mean, variance and skewness of Z to second order ({@link WeightedLogRank}, {@link CurveTest}): agrees with
     * simulation.
     */
    SECOND_ORDER {
        @Override
        public double power(FixedDesign design) {
            return moments(design).power(0, design.criticalValue());
        }

        @Override
        public double standardised(FixedDesign design) {
            return moments(design).standardised(0, design.criticalValue());
        }
    },
    /**
     * Z is normal with variance 1 and mean U / √V at the expected data (Tsiatis 1982, JASA 77:855-861; Yung and Liu
     * 2020, Biometrics 76:939-950, with the variance that their program npsurvSS takes when not told otherwise; Lu
     * 2021, Pharmaceutical Statistics 20:229-244; lrstat's "direct").
     */
    FIRST_ORDER {
        @Override
        public double standardised(FixedDesign design) {
            return design.test()
                    .firstOrder(design.trial(), design.hazardRatioH0(), design.look(), design.criticalValue());
        }
    },
    /**
     * Φ(√(I₁/I₀) ((ln HR₀ - ln HR) √I₀ - z)) with I₀ = D q_C q_E and I₁ the information under the alternative
     * (Mukhopadhyay et al. 2020, Journal of Biopharmaceutical Statistics 30:1130-1146; gsDesign2).
     */
    AVERAGE_HAZARD_RATIO {
        @Override
        public double standardised(FixedDesign design) {
            AverageHazardRatio average = design.average();
            double share = design.trial().experimentalShare();
            double information0 = average.events() * share * (1 - share);
            double effect = Math.log(design.hazardRatioH0()) - Math.log(average.ratio());
            return Math.sqrt(average.information() / information0)
                    * (design.criticalValue() - effect * Math.sqrt(information0));
        }
    },
    /** Mean of Z: (ln HR₀ - ln HR) √(r D) / (1 + r) (Schoenfeld 1981, Biometrika 68:316-319). */
    SCHOENFELD {
        @Override
        public double standardised(FixedDesign design) {
            return fromEvents(design, EventFormula.SCHOENFELD);
        }
    },
    /** Mean of Z: (1 - θ) √(r D) / (1 + r θ), θ = HR / HR₀ (Freedman 1982, Statistics in Medicine 1:121-129). */
    FREEDMAN {
        @Override
        public double standardised(FixedDesign design) {
            return fromEvents(design, EventFormula.FREEDMAN);
        }
    },
    /**
     * Mean of Z: (1 - θ) / (1 + θ) 2 √(r D) / (1 + r), θ = HR / HR₀ (Hsieh 1992, Statistics in Medicine 11, on
     * unbalanced allocation).
     */
    HSIEH_FREEDMAN {
        @Override
        public double standardised(FixedDesign design) {
            return fromEvents(design, EventFormula.HSIEH_FREEDMAN);
        }
    },
    /**
     * Mean of Z: (ln HR₀ - ln HR) / √(1/D_E + 1/D_C), the arms' own events under the alternative (Rubinstein, Gail and
     * Santner 1981, Journal of Chronic Diseases 34:469-479).
     */
    RUBINSTEIN {
        @Override
        public double standardised(FixedDesign design) {
            double perPatient = variance(design.trial(), design.calendarTime());
            double drift = effect(design) * Math.sqrt(design.trial().patients() / perPatient);
            return design.criticalValue() - drift;
        }
    },
    /**
     * (ln HR₀ - ln HR) √N = z_α √V₀ + z_β √V₁ with V = 1/(q_C P_C) + 1/(q_E P_E), V₀ at the hazards that the null
     * hypothesis gives with the same average over the arms (Lachin and Foulkes 1986, Biometrics 42:507-519, on the log
     * scale as in gsDesign).
     */
    LACHIN_FOULKES {
        @Override
        public double standardised(FixedDesign design) {
            double share = design.trial().experimentalShare();
            double factor =
                    (1 - share + share * design.averageHazardRatio()) / (1 - share + share * design.hazardRatioH0());
            return withNull(design, factor);
        }
    },
    /**
     * As {@link #LACHIN_FOULKES}, with the control arm's own hazard under the null hypothesis (Bernstein and Lagakos
     * 1978, Journal of Statistical Computation and Simulation 8:65-73, as in gsDesign).
     */
    BERNSTEIN_LAGAKOS {
        @Override
        public double standardised(FixedDesign design) {
            return withNull(design, 1);
        }
    };

    /** Whether the method knows such tests. */
    public boolean describes(PlannedTest test) {
        return this == SECOND_ORDER || this == FIRST_ORDER || test.countsEvents();
    }

    /**
     * Probability of rejecting the null hypothesis.
     *
     * @throws IllegalArgumentException when the look asks for more events than endless follow-up gives
     */
    public double power(FixedDesign design) {
        return StandardNormal.upperTail(standardised(design));
    }

    /**
     * The critical value on a scale on which Z is standard normal under the alternative: x with power Φ(-x).
     *
     * @throws IllegalArgumentException when the look asks for more events than endless follow-up gives
     */
    public abstract double standardised(FixedDesign design);

    private static JointMoments moments(FixedDesign design) {
        return design.test().joint(design.trial(), design.hazardRatioH0(), List.of(design.look()));
    }

    private static double effect(FixedDesign design) {
        return Math.log(design.hazardRatioH0()) - Math.log(design.averageHazardRatio());
    }

    private static double fromEvents(FixedDesign design, EventFormula formula) {
        double drift = formula.drift(
                        design.averageHazardRatio() / design.hazardRatioH0(),
                        design.trial().allocationRatio())
                * Math.sqrt(design.events());
        return design.criticalValue() - drift;
    }

    private static double withNull(FixedDesign design, double controlFactor) {
        double time = design.calendarTime();
        PlannedTrial trial = design.trial();
        PlannedTrial underNull = trial.withStrata(trial.strata().stream()
                .map(stratum -> underNull(stratum, controlFactor, design.hazardRatioH0()))
                .toList());
        double nullRoot = Math.sqrt(variance(underNull, time));
        double root = Math.sqrt(variance(trial, time));
        double drift = effect(design) * Math.sqrt(trial.patients());
        return (design.criticalValue() * nullRoot - drift) / root;
    }

    private static PlannedStratum underNull(PlannedStratum stratum, double factor, double hazardRatioH0) {
        PlannedArm control = stratum.control();
        PlannedArm experimental = stratum.experimental();
        return new PlannedStratum(
                stratum.prevalence(),
                new PlannedArm(
                        control.allocation(), ProportionalHazards.of(control.event(), factor), control.dropout()),
                new PlannedArm(
                        experimental.allocation(),
                        ProportionalHazards.of(control.event(), factor * hazardRatioH0),
                        experimental.dropout()));
    }

    /** Variance of the log hazard ratio times the number of patients; strata add their informations. */
    private static double variance(PlannedTrial trial, double time) {
        ExpectedEvents expected = ExpectedEvents.of(trial);
        double information = 0;
        for (int s = 0; s < trial.strata().size(); s++) {
            information += 1 / (1 / expected.events(2 * s, time) + 1 / expected.events(2 * s + 1, time));
        }
        return trial.patients() / information;
    }
}
