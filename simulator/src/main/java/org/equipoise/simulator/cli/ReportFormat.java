package org.equipoise.simulator.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.equipoise.simulator.report.chart.Picture;
import org.equipoise.simulator.report.chart.Png;
import org.equipoise.simulator.report.chart.Size;
import org.equipoise.simulator.report.document.HtmlFile;
import org.equipoise.simulator.report.document.MarkdownFile;
import org.equipoise.simulator.report.document.WordFile;
import org.jspecify.annotations.Nullable;

/** The formats of a report. */
enum ReportFormat {
    /** One file, charts within. */
    HTML {
        @Override
        void write(Reported.Written report, OutputFile file) {
            file.write(HtmlFile.of(report.page()));
        }
    },
    /** A text, its charts in a directory beside it. */
    MARKDOWN {
        @Override
        void write(Reported.Written report, OutputFile file) {
            String name = String.valueOf(file.path().getFileName());
            String directory = name.replaceFirst("\\.[^.]*$", "") + "-figures";
            Path beside = file.path().resolveSibling(directory);
            FigureFiles.in("--out", beside.toString()).write(report.charts());
            file.write(MarkdownFile.of(report.page(), directory));
        }
    },
    /** One file, charts within as pictures. */
    DOCX {
        @Override
        void write(Reported.Written report, OutputFile file) {
            // Pictures are painted in memory; a display that is named but not there must not stand in the way.
            System.setProperty("java.awt.headless", "true");
            Map<String, byte[]> pictures = new LinkedHashMap<>();
            for (Picture chart : report.charts()) {
                pictures.put(chart.name(), Png.file(chart, Size.WIDE));
            }
            file.write(WordFile.of(report.page(), pictures));
        }
    };

    /** Writes a report. */
    abstract void write(Reported.Written report, OutputFile file);

    /**
     * The format that is asked for, or else that of the file's ending; HTML where that says nothing.
     *
     * @throws InputFaultException when there is no such format
     */
    static ReportFormat of(@Nullable String name, String file) {
        if (name == null) {
            String ending = file.toLowerCase(Locale.ROOT);
            return ending.endsWith(".docx") ? DOCX : ending.endsWith(".md") ? MARKDOWN : HTML;
        }
        for (ReportFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        throw new InputFaultException("--format: there is no format '" + name + "'; choose html, markdown or docx");
    }
}
