package org.equipoise.simulator.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, from the jar it was started from. */
final class Version implements IVersionProvider {
    /** For example {@code 1.0.0}; {@code development} where there is no jar. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Java version and operating system. */
    static String machine() {
        return "Java " + Runtime.version() + ", " + System.getProperty("os.name", "") + " "
                + System.getProperty("os.arch", "");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "equipoise " + text(), "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name", "")
        };
    }
}
