package org.equipoise.simulator.engine;

/** How many replicates a Monte Carlo standard error needs. */
final class Precision {
    private Precision() {}

    /**
     * Replicates for a standard error of power, from those done so far: n = p(1 − p)/error² (Morris, White and Crowther
     * 2019, section 5.3). p is taken with two more successes and two more failures (Agresti and Coull 1998), so that 0
     * or 1 in a few replicates is not believed.
     */
    static long replicatesFor(double standardError, StopTally soFar) {
        long successes = 0;
        for (long rejected : soFar.anyRejected) {
            successes += rejected;
        }
        double p = (successes + 2.0) / (soFar.replicates() + 4.0);
        return (long) Math.ceil(p * (1 - p) / (standardError * standardError));
    }
}
