package org.equipoise.simulator.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.equipoise.simulator.report.chart.Scene.Area;
import org.equipoise.simulator.report.chart.Scene.Disc;
import org.equipoise.simulator.report.chart.Scene.Label;
import org.equipoise.simulator.report.chart.Scene.Shape;
import org.equipoise.simulator.report.chart.Scene.Stroke;

/** Charts as PNG, on white: the same shapes as in SVG. Needs a font of the machine, and no display. */
public final class Png {
    /** Pixels of the picture for one of the layout: sharp in print at a hand's breadth. */
    private static final double SCALE = 2.5;

    private Png() {}

    /** A chart as the content of a file. */
    public static byte[] file(Picture chart, Size size) {
        Scene scene = Layout.of(chart, size);
        double margin = 12;
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(SCALE * (scene.width() + 2 * margin)),
                (int) Math.ceil(SCALE * (scene.height() + 2 * margin)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
        graphics.translate(margin, margin);
        scene.shapes().forEach(shape -> draw(graphics, shape));
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void draw(Graphics2D graphics, Shape shape) {
        Color colour = Color.decode(shape.ink().light());
        graphics.setColor(colour);
        if (shape instanceof Stroke stroke) {
            graphics.setStroke(pen(stroke));
            graphics.draw(path(stroke.points(), false));
        } else if (shape instanceof Area area) {
            graphics.setColor(new Color(
                    colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * area.opacity())));
            graphics.fill(path(area.points(), true));
        } else if (shape instanceof Disc disc) {
            double r = disc.radius();
            graphics.fill(new Ellipse2D.Double(disc.x() - r, disc.y() - r, 2 * r, 2 * r));
        } else if (shape instanceof Label label) {
            write(graphics, label);
        }
    }

    private static BasicStroke pen(Stroke stroke) {
        double[] pattern = stroke.dash().pattern();
        float[] dash = new float[pattern.length];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = (float) pattern[i];
        }
        return dash.length == 0
                ? new BasicStroke((float) stroke.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke((float) stroke.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    private static Path2D path(List<Point> points, boolean closed) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (i == 0) {
                path.moveTo(point.x(), point.y());
            } else {
                path.lineTo(point.x(), point.y());
            }
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    /** Squeezed where the machine's font is wider than the layout allowed for. */
    private static void write(Graphics2D graphics, Label label) {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, (int) label.size()));
        double room = TextWidth.of(label.text(), label.size());
        double natural = graphics.getFontMetrics()
                .getStringBounds(label.text(), graphics)
                .getWidth();
        double width = Math.min(room, natural);
        double x = switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - width / 2;
            case END -> label.x() - width;
        };
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, label.y());
        graphics.scale(natural > 0 ? width / natural : 1, 1);
        graphics.drawString(label.text(), 0, 0);
        graphics.setTransform(before);
    }
}
