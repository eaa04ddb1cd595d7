package org.equipoise.simulator.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whether charts of characters are drawn below a result, and how wide. */
final class TextChartOptions {
    /** Set by the launcher: columns of the terminal that standard output is; 0 where it is none, or not given. */
    private static final int TERMINAL = Integer.getInteger("equipoise.columns", 0);

    private static final int USUAL = 80;
    private static final int FEWEST = 60;
    private static final int MOST = 100;

    @ArgGroup
    private @Nullable Choice choice;

    /** One of both, or neither. */
    private static final class Choice {
        @Option(names = "--plain", description = "Draw no charts of characters on a terminal.")
        private boolean plain;

        @Option(
                names = "--charts",
                description = "Draw charts of characters where standard output is no terminal, too.")
        private boolean charts;
    }

    /** Columns of a chart; 0 where none is to be drawn, or the terminal is too narrow for one. */
    int columns() {
        if (choice != null) {
            return choice.plain ? 0 : Math.min(MOST, TERMINAL >= FEWEST ? TERMINAL : USUAL);
        }
        return TERMINAL >= FEWEST ? Math.min(MOST, TERMINAL) : 0;
    }
}
