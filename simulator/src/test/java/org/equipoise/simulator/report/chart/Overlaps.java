package org.equipoise.simulator.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Labels of a laid out chart that cover each other, or leave the picture. */
public final class Overlaps {
    private Overlaps() {}

    /** In words; empty when all is well. */
    public static List<String> of(Chart chart, Size size) {
        Scene scene = Layout.of(chart, size);
        List<Scene.Label> labels =
                scene.labels().stream().filter(label -> !label.text().isBlank()).toList();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Scene.Box box = labels.get(i).box();
            if (box.left() < -1
                    || box.right() > scene.width() + 1
                    || box.top() < -1
                    || box.bottom() > scene.height() + 1) {
                faults.add(chart.name() + ", " + size + ": '" + labels.get(i).text() + "' leaves the picture: " + box);
            }
            for (int k = 0; k < i; k++) {
                if (box.overlaps(labels.get(k).box())) {
                    faults.add(
                            chart.name() + ", " + size + ": '" + labels.get(i).text() + "' covers '"
                                    + labels.get(k).text() + "'");
                }
            }
        }
        return faults;
    }
}
