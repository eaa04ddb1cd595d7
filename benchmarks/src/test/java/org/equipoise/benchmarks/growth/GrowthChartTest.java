package org.equipoise.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.equipoise.benchmarks.growth.Series.Point;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class GrowthChartTest {
    @Test
    void drawsEachPointWithItsValueInsideThePicture() throws Exception {
        Series patients =
                new Series("patients", true, List.of(new Point(50, 0.25, 0.001), new Point(5000, 18.53, 0.01)));
        Series threads = new Series("threads", false, List.of(new Point(1, 0.68, 0.001), new Point(2, 0.4, 0.001)));
        String svg = GrowthChart.svg(List.of(patients, threads));
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        var circles = root.getElementsByTagName("circle");
        assertThat(circles.getLength()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            Element circle = (Element) circles.item(i);
            assertThat(Double.parseDouble(circle.getAttribute("cx"))).isBetween(0.0, 360.0);
            assertThat(Double.parseDouble(circle.getAttribute("cy"))).isBetween(0.0, 240.0);
        }
        assertThat(svg).contains(">0.25<", ">18.5<", ">0.68<", ">5,000<");
    }
}
