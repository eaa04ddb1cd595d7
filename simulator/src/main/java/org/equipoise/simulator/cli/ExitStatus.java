package org.equipoise.simulator.cli;

/** What the process tells its caller. */
final class ExitStatus {
    /** Done. */
    static final int DONE = 0;

    /** Something that is expected of the result is not met; with {@code --decide}, or it is still undecided. */
    static final int NOT_AS_EXPECTED = 1;

    /** The input is wrong. */
    static final int INVALID_INPUT = 2;

    /** Interrupted; what was done is kept. */
    static final int INTERRUPTED = 3;

    /** A fault in the program. */
    static final int PROGRAM_FAULT = 70;

    private ExitStatus() {}
}
