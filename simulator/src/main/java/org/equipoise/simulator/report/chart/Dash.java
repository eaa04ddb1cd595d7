package org.equipoise.simulator.report.chart;

/** How a line is broken, so that lines can be told apart without colour. */
public enum Dash {
    /** Not at all. */
    SOLID,
    /** Long strokes. */
    DASHED(6, 4),
    /** Dots. */
    DOTTED(1.5, 3.5),
    /** Strokes and dots. */
    MIXED(7, 3, 1.5, 3);

    private final double[] pattern;

    Dash(double... pattern) {
        this.pattern = pattern;
    }

    /** Of an arm: 0 is the control. */
    public static Dash ofArm(int arm) {
        Dash[] all = {SOLID, SOLID, DASHED, DOTTED, MIXED};
        return all[arm % all.length];
    }

    /** Lengths of strokes and gaps, in pixels; a new array, empty for an unbroken line. */
    double[] pattern() {
        return pattern.clone();
    }
}
