package org.equipoise.simulator.report.chart;

/**
 * Where the axes of a chart lie.
 *
 * @param x the axis across
 * @param y the upright axis
 * @param box between them, in pixels
 */
record Frame(Axis x, Axis y, Scene.Box box) {
    double x(double value) {
        return box.left() + (box.right() - box.left()) * x.share(value);
    }

    double y(double value) {
        return box.bottom() - (box.bottom() - box.top()) * y.share(value);
    }

    Point at(double xValue, double yValue) {
        return new Point(x(xValue), y(yValue));
    }
}
