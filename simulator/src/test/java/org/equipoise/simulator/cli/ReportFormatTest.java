package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The same report as HTML, Markdown and Word: nothing is lost on the way, and each file is sound. */
class ReportFormatTest {
    @TempDir
    private static Path directory;

    private static Document html;
    private static String markdown = "";
    private static final Map<String, byte[]> DOCX = new LinkedHashMap<>();

    @BeforeAll
    static void write() throws IOException {
        html = ReportCommandTest.parsed(Told.text(report("report.html")));
        markdown = Told.text(report("report.md"));
        try (ZipFile zip = new ZipFile(report("report.docx").toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                DOCX.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    private static Path report(String name, String... more) {
        Path out = directory.resolve(name);
        List<String> arguments = new ArrayList<>(List.of(
                "report", Told.CONFIGS.resolve("haic-tace-gs.yaml").toString(), "--replicates", "200", "--out"));
        arguments.add(out.toString());
        arguments.addAll(List.of(more));
        Told told = Told.by(arguments.toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isZero();
        return out;
    }

    private static Document part(String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(DOCX.get(name)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + name, e);
        }
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> texts(Document document, String name) {
        return elements(document, name).stream().map(Element::getTextContent).toList();
    }

    /** Numbers behind charts are left to HTML. */
    private static boolean isBehindChart(Node element) {
        Node parent = element.getParentNode();
        return parent != null && (parent.getNodeName().equals("details") || isBehindChart(parent));
    }

    private static List<Element> tables() {
        return elements(html, "table").stream()
                .filter(table -> !isBehindChart(table))
                .toList();
    }

    @Test
    void every_part_of_a_word_file_is_declared_and_there() {
        assertThat(DOCX.keySet().iterator().next()).isEqualTo("[Content_Types].xml");
        Set<String> types = new HashSet<>();
        elements(part("[Content_Types].xml"), "Default")
                .forEach(type -> types.add("." + type.getAttribute("Extension")));
        elements(part("[Content_Types].xml"), "Override").forEach(type -> types.add(type.getAttribute("PartName")));
        assertThat(DOCX.keySet())
                .allMatch(name -> types.contains("/" + name) || types.contains(name.substring(name.lastIndexOf('.'))));
        Set<String> ids = new HashSet<>();
        elements(part("word/_rels/document.xml.rels"), "Relationship").forEach(relationship -> {
            assertThat(DOCX).containsKey("word/" + relationship.getAttribute("Target"));
            assertThat(ids.add(relationship.getAttribute("Id"))).isTrue();
        });
        Document document = part("word/document.xml");
        assertThat(elements(document, "a:blip"))
                .hasSameSizeAs(elements(html, "figure"))
                .allMatch(blip -> ids.contains(blip.getAttribute("r:embed")));
        Set<String> styles = new HashSet<>();
        elements(part("word/styles.xml"), "w:style").forEach(style -> styles.add(style.getAttribute("w:styleId")));
        assertThat(elements(document, "w:pStyle")).allMatch(style -> styles.contains(style.getAttribute("w:val")));
        assertThat(elements(document, "w:tblStyle")).allMatch(style -> styles.contains(style.getAttribute("w:val")));
    }

    @Test
    void a_word_file_has_headings_tables_with_heading_rows_and_pictures_with_words() {
        Document document = part("word/document.xml");
        List<String> headings = new ArrayList<>();
        for (Element paragraph : elements(document, "w:p")) {
            NodeList style = paragraph.getElementsByTagName("w:pStyle");
            if (style.getLength() > 0
                    && ((Element) style.item(0)).getAttribute("w:val").equals("Heading1")) {
                headings.add(paragraph.getTextContent());
            }
        }
        assertThat(headings).isEqualTo(texts(html, "h2"));
        List<Element> tables = elements(document, "w:tbl");
        assertThat(tables).hasSameSizeAs(tables());
        for (int i = 0; i < tables.size(); i++) {
            assertThat(tables.get(i).getElementsByTagName("w:tblHeader").getLength())
                    .isEqualTo(1);
            assertThat(tables.get(i).getElementsByTagName("w:tr").getLength())
                    .isEqualTo(tables().get(i).getElementsByTagName("tr").getLength());
            for (Element cell : elements(document, "w:tc")) {
                assertThat(cell.getLastChild().getNodeName()).isEqualTo("w:p");
            }
        }
        assertThat(elements(document, "wp:docPr")).allSatisfy(drawing -> {
            assertThat(drawing.getAttribute("descr")).isNotBlank();
            assertThat(drawing.getAttribute("id")).matches("[1-9][0-9]*");
        });
    }

    @Test
    void all_formats_have_the_same_words_and_numbers() {
        String word = part("word/document.xml").getDocumentElement().getTextContent();
        String plain = markdown.replaceAll("\\\\(?=[\\\\`*_{}\\[\\]<>#|~$&!.)+=-])", "");
        for (String name : List.of("p", "td", "th", "figcaption", "h1", "h2", "h3")) {
            for (Element element : elements(html, name)) {
                // Seconds differ from run to run.
                if (!isBehindChart(element) && !element.getTextContent().matches("[0-9.]+ under the alternative.*")) {
                    assertThat(word).contains(element.getTextContent());
                    assertThat(plain).contains(element.getTextContent());
                }
            }
        }
        assertThat(word).contains("Power: 0.");
        assertThat(word).contains("library(rpact)");
        assertThat(markdown).contains("```\n", "library(rpact)\n");
    }

    @Test
    void pictures_of_markdown_are_files_beside_it() {
        Matcher links = Pattern.compile("\\]\\(<([^>]*)>\\)").matcher(markdown);
        int pictures = 0;
        while (links.find()) {
            assertThat(directory.resolve(links.group(1))).isNotEmptyFile();
            pictures++;
        }
        assertThat(pictures).isEqualTo(elements(html, "figure").size());
    }

    @Test
    void the_format_can_be_named_and_an_unknown_one_is_told() throws IOException {
        Path out = report("named.txt", "--format", "docx");
        assertThat(Files.readAllBytes(out)).startsWith('P', 'K');
        Told told =
                Told.by("report", Told.BASE, "--out", directory.resolve("x.pdf").toString(), "--format", "pdf");
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains("there is no format 'pdf'; choose html, markdown or docx");
        assertThat(directory.resolve("x.pdf")).doesNotExist();
    }

    @Test
    void hostile_names_stay_text_in_every_format() throws IOException {
        String evil = "<script>alert(1)</script> [x](y) | `c` *b*";
        Path scenario = Files.writeString(
                directory.resolve("hostile.yaml"),
                Told.text(Told.CONFIGS.resolve("haic-tace-176.yaml"))
                        .replaceAll("(?s)sources:.*", "sources: {enrolment: \"" + evil + "\"}\n")
                        .replaceAll("(?m)^title: .*$", "title: \"" + evil + "\""));
        for (String name : List.of("hostile.md", "hostile.docx")) {
            Told told = Told.by(
                    "report",
                    scenario.toString(),
                    "--replicates",
                    "50",
                    "--out",
                    directory.resolve(name).toString());
            assertThat(told.status()).as(told.err()).isZero();
        }
        String text = Told.text(directory.resolve("hostile.md"));
        String outsideCode = text.substring(0, text.lastIndexOf("```", text.length() - 6));
        assertThat(outsideCode)
                .contains("\\<script\\>alert(1)\\</script\\> \\[x\\](y) \\| \\`c\\` \\*b\\*")
                .doesNotContainPattern("(?<!\\\\)<script");
        try (ZipFile zip = new ZipFile(directory.resolve("hostile.docx").toFile())) {
            String xml = new String(
                    zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(xml).contains("&lt;script&gt;alert(1)").doesNotContain("<script");
        }
    }
}
