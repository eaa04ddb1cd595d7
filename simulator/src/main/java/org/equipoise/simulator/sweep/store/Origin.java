package org.equipoise.simulator.sweep.store;

/**
 * What computed a result.
 *
 * @param version of the program
 * @param java version of Java; results do not depend on it
 * @param generator of the random numbers
 */
record Origin(String version, String java, String generator) {
    private static final String GENERATOR = "SplitMix64, addressed by seed, purpose and replicate";

    /** This program. */
    static Origin here() {
        String version = Origin.class.getPackage().getImplementationVersion();
        return new Origin(
                version == null ? "development" : version, Runtime.version().toString(), GENERATOR);
    }
}
