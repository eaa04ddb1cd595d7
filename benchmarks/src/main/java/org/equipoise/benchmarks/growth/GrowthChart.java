package org.equipoise.benchmarks.growth;

import java.util.List;
import java.util.Locale;
import org.equipoise.benchmarks.growth.Series.Point;

/** Draws the growth of costs: four small charts, two in a row, each point with its value. */
final class GrowthChart {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 240;
    private static final int LEFT = 40;
    private static final int RIGHT = 325;
    private static final int TOP = 55;
    private static final int BOTTOM = 200;

    private final StringBuilder svg = new StringBuilder();

    private GrowthChart() {}

    /** The picture as a file's text. */
    static String svg(List<Series> all) {
        return new GrowthChart().draw(all);
    }

    /** A ratio with about three digits. */
    static String digits(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.1f", ratio);
    }

    private String draw(List<Series> all) {
        int height = (all.size() + 1) / 2 * HEIGHT + 10;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                2 * WIDTH, height);
        add("<title>Time of a replicate as the trial grows, in trials of the reference kernel</title>");
        add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", 2 * WIDTH, height);
        for (int i = 0; i < all.size(); i++) {
            add("<g transform=\"translate(%d %d)\">", i % 2 * WIDTH, i / 2 * HEIGHT);
            panel(all.get(i));
            add("</g>");
        }
        add("</svg>");
        return svg.toString();
    }

    private void panel(Series series) {
        List<Point> points = series.points();
        boolean log = series.logarithmic();
        double lowX = scaled(points.get(0).x(), log);
        double highX = scaled(points.get(points.size() - 1).x(), log);
        double lowY = log ? scaled(points.get(0).ratio(), true) : 0;
        double highY = scaled(points.stream().mapToDouble(Point::ratio).max().orElseThrow(), log);
        add(
                "<text x=\"%d\" y=\"22\" font-weight=\"bold\" fill=\"#222222\">Cost by %s%s</text>",
                LEFT, series.name(), log ? " (logarithmic axes)" : "");
        add("<path d=\"M%d %dH%d\" stroke=\"#888888\" fill=\"none\"/>", LEFT - 10, BOTTOM + 8, RIGHT + 10);
        StringBuilder line = new StringBuilder();
        for (Point point : points) {
            double x = LEFT + (scaled(point.x(), log) - lowX) / (highX - lowX) * (RIGHT - LEFT);
            double y = BOTTOM - (scaled(point.ratio(), log) - lowY) / (highY - lowY) * (BOTTOM - TOP);
            line.append(String.format(Locale.ROOT, "%s%.1f %.1f", line.length() == 0 ? "M" : "L", x, y));
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#1b6ca8\"/>", x, y);
            add(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"#222222\">%s</text>",
                    x, y - 9, digits(point.ratio()));
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555555\">%,d</text>",
                    x, BOTTOM + 24, point.x());
        }
        add("<path d=\"%s\" stroke=\"#1b6ca8\" stroke-width=\"1.5\" fill=\"none\"/>", line);
    }

    private static double scaled(double value, boolean logarithmic) {
        return logarithmic ? Math.log(value) : value;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
