package org.equipoise.simulator.report.document;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.simulator.report.markup.Attribute;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;

/**
 * The main part of a Word file, and what it refers to. Lengths are English Metric Units (EMU), 360,000 a centimetre.
 */
final class WordBody {
    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private static final String PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

    /** Between the margins of a sheet of A4. */
    private static final long WIDTH = 17 * 360_000L;

    /** Where width and height stand in a PNG file. */
    private static final int PNG_SIZE = 16;

    private final Map<String, byte[]> pictures;
    private final Map<String, byte[]> media = new LinkedHashMap<>();
    private int drawings;

    WordBody(Map<String, byte[]> pictures) {
        this.pictures = Map.copyOf(pictures);
    }

    /** The pictures that are shown, by name. */
    Map<String, byte[]> media() {
        return media;
    }

    /** What the main part refers to. */
    List<Element> relationships() {
        List<Element> all = new ArrayList<>(List.of(
                WordFile.relationship("rId1", "styles", "styles.xml"),
                WordFile.relationship("rId2", "numbering", "numbering.xml")));
        media.keySet().forEach(name -> all.add(WordFile.relationship(id(name), "image", "media/" + name + ".png")));
        return all;
    }

    private static String id(String name) {
        return "picture-" + name;
    }

    Element document(List<Block> blocks) {
        List<Content> body = new ArrayList<>();
        blocks.forEach(block -> add(block, body));
        body.add(Element.of(
                "w:sectPr",
                value("w:pgSz", "w:w", "11906", "w:h", "16838"),
                value(
                        "w:pgMar",
                        "w:top",
                        "1134",
                        "w:right",
                        "1134",
                        "w:bottom",
                        "1134",
                        "w:left",
                        "1134",
                        "w:header",
                        "567",
                        "w:footer",
                        "567",
                        "w:gutter",
                        "0")));
        return Element.of(
                "w:document",
                Attribute.of("xmlns:w", MAIN),
                Attribute.of("xmlns:r", OFFICE),
                Attribute.of("xmlns:a", DRAWING),
                Attribute.of("xmlns:pic", PICTURE),
                Attribute.of("xmlns:wp", PLACED),
                Element.of("w:body", body));
    }

    private void add(Block block, List<Content> body) {
        if (block instanceof Block.Heading heading) {
            body.add(paragraph(heading.level() == 1 ? "Title" : "Heading" + (heading.level() - 1), heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            body.add(paragraph(paragraph.warning() ? "Warning" : "Normal", paragraph.text()));
        } else if (block instanceof Block.Item item) {
            body.add(paragraph("ListBullet", item.text()));
        } else if (block instanceof Block.Code code) {
            code.text().strip().lines().forEach(line -> body.add(paragraph("Code", line)));
        } else if (block instanceof Block.Table table) {
            body.add(paragraph("Caption", table.caption()));
            body.add(table(table));
            body.add(paragraph("TableEnd", ""));
        } else if (block instanceof Block.Figure figure) {
            byte[] picture = pictures.get(figure.name());
            if (picture != null) {
                media.put(figure.name(), picture);
                body.add(Element.of(
                        "w:p", style("Figure"), Element.of("w:r", drawing(figure, ByteBuffer.wrap(picture)))));
                body.add(paragraph("FigureCaption", figure.caption()));
            }
        }
    }

    private static Element paragraph(String style, String text) {
        return Element.of("w:p", style(style), run(text));
    }

    private static Element style(String name) {
        return Element.of("w:pPr", value("w:pStyle", "w:val", name));
    }

    private static Element run(String text) {
        return Element.of("w:r", Element.of("w:t", Attribute.of("xml:space", "preserve"), Words.of(text)));
    }

    private static Element table(Block.Table table) {
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(1);
        List<Content> parts = new ArrayList<>(List.of(Element.of(
                "w:tblPr",
                value("w:tblStyle", "w:val", "ReportTable"),
                value("w:tblW", "w:w", "5000", "w:type", "pct"),
                value("w:tblLook", "w:val", "00A0", "w:firstRow", "1", "w:firstColumn", "1"),
                value("w:tblCaption", "w:val", table.caption()))));
        List<Content> grid = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            grid.add(value("w:gridCol", "w:w", Integer.toString(9638 / columns)));
        }
        parts.add(Element.of("w:tblGrid", grid));
        for (int r = 0; r < table.rows().size(); r++) {
            parts.add(row(table.rows().get(r), columns, r == 0));
        }
        return Element.of("w:tbl", parts);
    }

    private static Element row(List<String> cells, int columns, boolean heading) {
        List<Content> parts = new ArrayList<>();
        parts.add(
                heading
                        ? Element.of("w:trPr", Element.of("w:cantSplit"), Element.of("w:tblHeader"))
                        : Element.of("w:trPr", Element.of("w:cantSplit")));
        for (int c = 0; c < columns; c++) {
            parts.add(Element.of("w:tc", paragraph("TableText", c < cells.size() ? cells.get(c) : "")));
        }
        return Element.of("w:tr", parts);
    }

    private Element drawing(Block.Figure figure, ByteBuffer png) {
        long height = WIDTH * png.getInt(PNG_SIZE + Integer.BYTES) / png.getInt(PNG_SIZE);
        String number = Integer.toString(++drawings);
        String[] extent = {"cx", Long.toString(WIDTH), "cy", Long.toString(height)};
        Element picture = Element.of(
                "pic:pic",
                Element.of(
                        "pic:nvPicPr",
                        value("pic:cNvPr", "id", number, "name", figure.name(), "descr", figure.caption()),
                        Element.of("pic:cNvPicPr")),
                Element.of(
                        "pic:blipFill",
                        value("a:blip", "r:embed", id(figure.name())),
                        Element.of("a:stretch", Element.of("a:fillRect"))),
                Element.of(
                        "pic:spPr",
                        Element.of("a:xfrm", value("a:off", "x", "0", "y", "0"), value("a:ext", extent)),
                        Element.of("a:prstGeom", Attribute.of("prst", "rect"), Element.of("a:avLst"))));
        return Element.of(
                "w:drawing",
                Element.of(
                        "wp:inline",
                        Attribute.of("distT", "0"),
                        Attribute.of("distB", "0"),
                        Attribute.of("distL", "0"),
                        Attribute.of("distR", "0"),
                        value("wp:extent", extent),
                        value("wp:docPr", "id", number, "name", figure.name(), "descr", figure.caption()),
                        Element.of("a:graphic", Element.of("a:graphicData", Attribute.of("uri", PICTURE), picture))));
    }

    private static Element value(String element, String... attributes) {
        Element value = Element.of(element);
        for (int i = 0; i < attributes.length; i += 2) {
            value = value.with(attributes[i], attributes[i + 1]);
        }
        return value;
    }
}
