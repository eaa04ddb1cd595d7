package org.equipoise.simulator.report.document;

import org.equipoise.simulator.report.markup.Element;

/** A page as HTML. */
public final class HtmlFile {
    private HtmlFile() {}

    /** The text of the file. */
    public static String of(Element page) {
        return "<!DOCTYPE html>\n" + page.markup() + "\n";
    }
}
