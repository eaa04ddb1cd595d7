package org.equipoise.simulator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.equipoise.simulator.report.chart.Picture;
import org.equipoise.simulator.report.chart.Png;
import org.equipoise.simulator.report.chart.Size;
import org.equipoise.simulator.report.chart.Svg;
import org.equipoise.simulator.report.chart.VegaLite;

/** The directory that charts are written to: each as SVG, PNG and Vega-Lite, under its name. */
final class FigureFiles {
    private static final String OPTION = "--figures";

    private final Path directory;

    private FigureFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes the directory where there is none.
     *
     * @param given as on the command line
     * @throws InputFaultException when nothing can be written there
     */
    static FigureFiles in(String given) {
        Path directory = FilePlace.named(OPTION, given);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new InputFaultException(OPTION + ": cannot make the directory '" + given + "' (" + FilePlace.reason(e)
                    + "); choose another place");
        }
        if (!Files.isWritable(directory)) {
            throw new InputFaultException(OPTION + ": '" + given + "' is write-protected; choose another place");
        }
        return new FigureFiles(directory);
    }

    /** @throws InputFaultException when a file cannot be written */
    void write(List<? extends Picture> charts) {
        // Pictures are painted in memory; a display that is named but not there must not stand in the way.
        System.setProperty("java.awt.headless", "true");
        for (Picture chart : charts) {
            write(chart.name() + ".svg", Svg.file(chart, Size.WIDE).getBytes(StandardCharsets.UTF_8));
            write(chart.name() + ".png", Png.file(chart, Size.WIDE));
            write(chart.name() + ".vl.json", VegaLite.of(chart).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(String name, byte[] content) {
        try {
            Files.write(directory.resolve(name), content);
        } catch (IOException e) {
            throw new InputFaultException(
                    OPTION + ": cannot write '" + directory.resolve(name) + "' (" + FilePlace.reason(e) + ")");
        }
    }
}
