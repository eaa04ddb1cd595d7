package org.equipoise.simulator.report.document;

import java.util.List;
import java.util.stream.Collectors;
import org.equipoise.simulator.report.markup.Element;

/** A page as Markdown, with the tables of GitHub's dialect; pictures are files beside it. */
public final class MarkdownFile {
    private static final String MEANT = "\\`*_{}[]<>#|~$&!";

    private MarkdownFile() {}

    /**
     * The text of the file.
     *
     * @param directory of the pictures, each an SVG file of its chart's name, as a path relative to the file
     */
    public static String of(Element page, String directory) {
        StringBuilder text = new StringBuilder();
        boolean inList = false;
        for (Block block : Blocks.of(page)) {
            boolean item = block instanceof Block.Item;
            text.append(text.isEmpty() || inList && item ? "" : "\n");
            append(block, directory, text);
            inList = item;
        }
        return text.toString();
    }

    private static void append(Block block, String directory, StringBuilder text) {
        if (block instanceof Block.Heading heading) {
            text.append("#".repeat(heading.level())).append(' ').append(escaped(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            text.append(paragraph.warning() ? "> " : "").append(atStart(escaped(paragraph.text())));
        } else if (block instanceof Block.Item item) {
            text.append("- ").append(escaped(item.text()));
        } else if (block instanceof Block.Code code) {
            String fence = fence(code.text());
            text.append(fence)
                    .append('\n')
                    .append(code.text().strip())
                    .append('\n')
                    .append(fence);
        } else if (block instanceof Block.Table table) {
            append(table, text);
        } else if (block instanceof Block.Figure figure) {
            text.append("![")
                    .append(escaped(figure.caption()))
                    .append("](<")
                    .append(directory)
                    .append('/')
                    .append(figure.name())
                    .append(".svg>)\n\n*")
                    .append(escaped(figure.caption()))
                    .append('*');
        }
        text.append('\n');
    }

    private static void append(Block.Table table, StringBuilder text) {
        text.append("**").append(escaped(table.caption())).append("**\n\n");
        for (int r = 0; r < table.rows().size(); r++) {
            List<String> row = table.rows().get(r);
            text.append(row(row)).append(r == table.rows().size() - 1 ? "" : "\n");
            if (r == 0) {
                text.append("|").append(" --- |".repeat(row.size())).append("\n");
            }
        }
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> escaped(cell)).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Text that stays text: what Markdown or HTML would obey is escaped, and a line stays one. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (MEANT.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(Character.getType(c) == Character.CONTROL ? ' ' : c);
        });
        return escaped.toString();
    }

    /** A number and a dot, or a dash, would begin a list. */
    private static String atStart(String text) {
        return text.replaceFirst("^(\\s*)([-+=]|\\d+(?=[.)]))", "$1\\\\$2")
                .replaceFirst("^(\\s*)\\\\(\\d+)", "$1$2\\\\");
    }

    /** More backticks than the text has in a row. */
    private static String fence(String text) {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return "`".repeat(longest + 1);
    }
}
