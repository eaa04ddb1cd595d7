package org.equipoise.simulator.report.chart;

/** How large a chart is drawn. Letters have the same size in all, so that a narrow one can be read on a telephone. */
public enum Size {
    /** For a page as wide as a sheet of paper. */
    WIDE(720, 270),
    /** For a narrow screen, or two side by side. */
    NARROW(352, 220);

    /** Size of the letters, in pixels. */
    static final double FONT = 12;

    private static final double ROW = 18;
    private static final double SPAN_ROW = 24;
    private static final int MOST_ROWS = 12;

    private final double width;
    private final double plotHeight;

    Size(double width, double plotHeight) {
        this.width = width;
        this.plotHeight = plotHeight;
    }

    /** Width of the picture, in pixels. */
    public double width() {
        return width;
    }

    /**
     * Height between the axes, in pixels; what stands above and below comes on top. Rows are never too close to read.
     */
    double plotHeight(Chart chart) {
        int rows = chart.y().categories().size();
        return chart.hasSpans() ? SPAN_ROW * Math.max(2, rows) : Math.max(plotHeight, ROW * rows);
    }

    /** The same of one of small multiples. */
    double panelHeight(Chart chart) {
        return chart.hasSpans()
                ? plotHeight(chart)
                : Math.max(
                        0.5 * plotHeight,
                        ROW * Math.min(MOST_ROWS, chart.y().categories().size()));
    }

    /** How many of small multiples stand side by side. */
    int columns(int panels) {
        return this == NARROW ? 2 : panels == 2 || panels == 4 ? 2 : 3;
    }
}
