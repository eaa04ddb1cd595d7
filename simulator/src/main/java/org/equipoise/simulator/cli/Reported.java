package org.equipoise.simulator.cli;

import java.util.List;
import org.equipoise.simulator.report.chart.Picture;
import org.jspecify.annotations.Nullable;

/** Something that a report is written of: its input has been read, and is without fault. */
interface Reported {
    /** Guards the files that are read. */
    OutputFiles outputs();

    /** Makes the report; null when it was interrupted. */
    @Nullable
    Written write();

    /**
     * A report.
     *
     * @param page as HTML
     * @param charts in their order
     * @param json the same figures for programs
     */
    record Written(String page, List<? extends Picture> charts, String json) {
        /** Copies the list. */
        public Written {
            charts = List.copyOf(charts);
        }
    }
}
