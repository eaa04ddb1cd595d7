package org.equipoise.simulator.report.chart;

/** How large a chart is drawn. Letters have the same size in all, so that a narrow one can be read on a telephone. */
public enum Size {
    /** For a page as wide as a sheet of paper. */
    WIDE(720, 270),
    /** For a narrow screen, or two side by side. */
    NARROW(352, 220);

    /** Size of the letters, in pixels. */
    static final double FONT = 12;

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

    /** Height between the axes, in pixels; what stands above and below comes on top. */
    double plotHeight() {
        return plotHeight;
    }
}
