package org.equipoise.simulator.report.chart;

import java.util.List;

/**
 * A chart laid out in pixels, the origin at the upper left.
 *
 * @param title what it shows
 * @param description what is to be seen
 * @param width in pixels
 * @param height in pixels
 * @param shapes in the order in which they are drawn
 */
record Scene(String title, String description, double width, double height, List<Shape> shapes) {
    /** Copies the list. */
    Scene {
        shapes = List.copyOf(shapes);
    }

    /** Something drawn. */
    sealed interface Shape {
        /** Its colour. */
        Ink ink();
    }

    /** A line from point to point. */
    record Stroke(Ink ink, double width, Dash dash, List<Point> points) implements Shape {}

    /** A filled area. */
    record Area(Ink ink, double opacity, List<Point> points) implements Shape {}

    /** A filled circle. */
    record Disc(Ink ink, double x, double y, double radius) implements Shape {}

    /**
     * Words on one line.
     *
     * @param x of their anchor
     * @param y of their base line
     * @param size of the font
     */
    record Label(Ink ink, String text, double x, double y, double size, Anchor anchor) implements Shape {
        /** Whether a label begins, has its middle, or ends at its x. */
        enum Anchor {
            START,
            MIDDLE,
            END
        }

        /** The space it takes, at most. */
        Box box() {
            double width = TextWidth.of(text, size);
            double left = switch (anchor) {
                case START -> x;
                case MIDDLE -> x - width / 2;
                case END -> x - width;
            };
            return new Box(left, y - 0.8 * size, left + width, y + 0.25 * size);
        }
    }

    /** A rectangle. */
    record Box(double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        /** Whether a line from point to point runs through it. */
        boolean meets(List<Point> line) {
            for (int i = 1; i < line.size(); i++) {
                if (meets(line.get(i - 1), line.get(i))) {
                    return true;
                }
            }
            return false;
        }

        /** Liang and Barsky 1984: what the four sides leave of the way from one end to the other. */
        private boolean meets(Point from, Point to) {
            double dx = to.x() - from.x();
            double dy = to.y() - from.y();
            double[] ways = {-dx, dx, -dy, dy};
            double[] rooms = {from.x() - left, right - from.x(), from.y() - top, bottom - from.y()};
            double begin = 0;
            double end = 1;
            for (int side = 0; side < ways.length; side++) {
                if (ways[side] < 0) {
                    begin = Math.max(begin, rooms[side] / ways[side]);
                } else if (ways[side] > 0) {
                    end = Math.min(end, rooms[side] / ways[side]);
                } else if (rooms[side] < 0) {
                    return false;
                }
            }
            return begin < end;
        }
    }

    /** All words. */
    List<Label> labels() {
        return shapes.stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .toList();
    }
}
