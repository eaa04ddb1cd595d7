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

    private static final Origin HERE =
            new Origin(programVersion(), Runtime.version().toString(), GENERATOR);

    /** This program. */
    static Origin here() {
        return HERE;
    }

    private static String programVersion() {
        String version = Origin.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
