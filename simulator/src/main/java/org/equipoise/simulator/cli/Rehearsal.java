package org.equipoise.simulator.cli;

import java.io.FileDescriptor;

/**
 * Carries out one command of each kind in one process. The launcher starts it once, to record the classes that fresh
 * starts load; nobody else needs it.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /** @param arguments one: the folder of the example scenarios */
    public static void main(String... arguments) {
        String configs = arguments[0] + "/";
        Console console = new Console(
                new StandardStream(FileDescriptor.out).printer(), new StandardStream(FileDescriptor.err).printer());
        Interruption interruption = new Interruption();
        int status = ExitStatus.PROGRAM_FAULT;
        try {
            status = Math.max(
                    Math.max(
                            Equipoise.run(console, interruption, "plan", configs + "haic-tace-gs.yaml"),
                            Equipoise.run(console, interruption, "check", configs + "haic-tace-gs.yaml")),
                    Equipoise.run(
                            console, interruption, "run", configs + "haic-tace-176.yaml", "--replicates", "5000"));
        } finally {
            interruption.finish(status);
        }
        System.exit(status);
    }
}
