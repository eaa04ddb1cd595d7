package org.equipoise.simulator.report;

import java.nio.file.Path;
import org.equipoise.simulator.sweep.SweepFindings;
import org.equipoise.simulator.sweep.SweepResults;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep has come to and what is told beside it.
 *
 * @param results of its finished scenarios
 * @param findings what they show together; null when some are not finished
 * @param version of the program
 * @param directory where they are kept
 * @param nothingToDo whether all of them were there before
 * @param elapsedSeconds wall-clock time of this start
 */
public record SweepReport(
        SweepResults results,
        @Nullable SweepFindings findings,
        String version,
        Path directory,
        boolean nothingToDo,
        double elapsedSeconds) {}
