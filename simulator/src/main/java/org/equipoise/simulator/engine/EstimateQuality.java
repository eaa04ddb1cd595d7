package org.equipoise.simulator.engine;

import org.equipoise.simulator.engine.summary.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * How good an estimate of the log hazard ratio is when a comparison is decided. Measures and their Monte Carlo errors
 * are those of Morris, White and Crowther 2019, Statistics in Medicine 38:2074, table 6.
 *
 * @param look at which it is decided, from 1; 0 for any
 * @param decision how; null for any
 * @param trials replicates that are decided like that and have an estimate
 * @param bias mean estimate less the truth
 * @param empiricalError standard deviation of the estimates
 * @param modelError root of the mean squared standard error that the Cox model gives
 * @param meanSquaredError mean squared difference from the truth
 * @param coverage share of 95 % limits that hold the truth
 * @param below share of estimates below the truth: a half where they are median-unbiased
 */
public record EstimateQuality(
        int look,
        @Nullable Decision decision,
        long trials,
        Estimate bias,
        Estimate empiricalError,
        Estimate modelError,
        Estimate meanSquaredError,
        Estimate coverage,
        Estimate below) {}
