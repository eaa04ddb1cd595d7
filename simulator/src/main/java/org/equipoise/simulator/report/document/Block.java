package org.equipoise.simulator.report.document;

import java.util.List;

/** A part of a document, whatever its format. */
sealed interface Block {
    /**
     * A heading.
     *
     * @param level 1 for the title of the document
     */
    record Heading(int level, String text) implements Block {}

    /**
     * A paragraph.
     *
     * @param warning whether nobody should miss it
     */
    record Paragraph(String text, boolean warning) implements Block {}

    /** An entry of a list. */
    record Item(String text) implements Block {}

    /** Text whose lines and blanks count. */
    record Code(String text) implements Block {}

    /**
     * A table.
     *
     * @param caption what it tells
     * @param rows of cells, the first one the heading
     */
    record Table(String caption, List<List<String>> rows) implements Block {
        /** Copies the rows. */
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A picture.
     *
     * @param name of its files, without their endings
     * @param caption what it shows and what is to be seen
     */
    record Figure(String name, String caption) implements Block {}
}
