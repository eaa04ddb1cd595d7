package org.equipoise.simulator.report.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.equipoise.simulator.report.markup.Attribute;
import org.equipoise.simulator.report.markup.Element;

/**
 * A page as a Word file (Office Open XML, ECMA-376, transitional), pictures included. A writer of our own: what a
 * report needs of the format is small, and libraries for it are several times as large as all the rest of this program.
 */
public final class WordFile {
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** The same bytes on any day. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private WordFile() {}

    /**
     * The file.
     *
     * @param pictures PNG files by the names of their charts; a chart without one is left out
     */
    public static byte[] of(Element page, Map<String, byte[]> pictures) {
        WordBody body = new WordBody(pictures);
        Element document = body.document(Blocks.of(page));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "[Content_Types].xml", resource("content-types.xml"));
            put(
                    zip,
                    "_rels/.rels",
                    xml(relationships(List.of(relationship("rId1", "officeDocument", "word/document.xml")))));
            put(zip, "word/document.xml", xml(document));
            put(zip, "word/_rels/document.xml.rels", xml(relationships(body.relationships())));
            put(zip, "word/styles.xml", resource("styles.xml"));
            put(zip, "word/numbering.xml", resource("numbering.xml"));
            for (Map.Entry<String, byte[]> picture : body.media().entrySet()) {
                put(zip, "word/media/" + picture.getKey() + ".png", picture.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A relationship of a part to another one. */
    static Element relationship(String id, String type, String target) {
        return Element.of(
                "Relationship",
                Attribute.of("Id", id),
                Attribute.of("Type", OFFICE + "/" + type),
                Attribute.of("Target", target));
    }

    private static Element relationships(List<Element> all) {
        return Element.of("Relationships", all).with("xmlns", RELATIONSHIPS);
    }

    private static byte[] xml(Element root) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + root.markup())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(WordFile.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }
}
