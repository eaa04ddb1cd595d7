package org.equipoise.simulator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.equipoise.simulator.report.words.PlainText;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/**
 * The numbers in text and tables of a report, as a browser shows them, held against the report's JSON. A number is
 * found there by the key it names, in the table of a chart by its place, and elsewhere among what the scenario says
 * about that place.
 */
final class PageNumbers {
    /** Gathers the pieces: numbers that name a key, cells behind charts, and all other text. */
    static final String SCRIPT = """
            <script>
            window.addEventListener('load', () => {
              const pieces = [];
              const all = (within, selector, tell) => [...within.querySelectorAll(selector)].forEach(tell);
              all(document, 'main data', d => pieces.push(
                {run: d.dataset.run || '', key: d.dataset.json, value: d.value, shown: d.textContent}));
              all(document, 'figure', f => {
                all(f, 'thead tr', tr => [...tr.children].forEach((c, i) => pieces.push(
                  {chart: f.id, row: -1, column: i, shown: c.textContent})));
                [...f.querySelectorAll('tbody tr')].forEach((tr, r) => [...tr.children].forEach((c, i) => pieces.push(
                  {chart: f.id, row: r, column: i, shown: c.textContent})));
              });
              all(document.querySelector('main'), 'h1,h2,h3,p,li,caption,figcaption,th,td', e => {
                if (e.closest('details')) return;
                const rest = e.cloneNode(true);
                all(rest, 'data', d => d.replaceWith(' '));
                const heading = e.closest('section') && e.closest('section').querySelector('h2');
                const caption = e.closest('table') && e.closest('table').caption;
                const row = e.closest('tr');
                pieces.push({
                  section: heading && heading !== e ? heading.textContent : '',
                  caption: caption && caption !== e ? caption.textContent : '',
                  row: row ? row.children[0].textContent : '',
                  text: rest.textContent});
              });
              parent.postMessage(JSON.stringify(pieces), '*');
            });
            </script>
            </body>""";

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(\\.\\d+)?");
    private static final Pattern SIGNED = Pattern.compile("−?\\d[\\d,]*(\\.\\d+)?");

    /** Years and pages of papers, levels of limits and quantiles, names that hold digits, rules that are stated. */
    private static final Pattern SAID = Pattern.compile(
            "SHA-256|SplitMix64|(above|below) 0|\\(1981\\)|Mehta[ \u00A0]1984|\\(1[ \u00A0]−[ \u00A0]p\\)|(?<!\\d)(5|50|95)[ \u00A0]%|1 in 40|fewer than 40 replicates"
                    + "|et al\\. 2010|181:259|Marivoet 1990|28:229|Δ \\d+|\\bIA \\d");

    /** Shares that a table may show in per cent. */
    private static final Pattern SHARE = Pattern.compile(".*(informationFraction|alone|inAll|explained)");

    private final JsonNode json;
    private final GivenNumbers given;
    private final List<String> names = new ArrayList<>();

    PageNumbers(JsonNode json) {
        this.json = json;
        given = new GivenNumbers(json);
        Stream.of("/scenarioHash", "/sweepHash", "/version", "/trial", "/sweep").forEach(place -> name(json.at(place)));
        json.path("scenarios").forEach(scenario -> name(scenario.path("version")));
        json.at("/report/record").forEach(this::name);
        json.at("/report/sources").forEach(this::name);
        json.at("/warnings").forEach(this::name);
        name(json.at("/report/values/title"));
        json.at("/report/values").properties().forEach(value -> names.add(value.getKey()));
        names.sort((a, b) -> b.length() - a.length());
    }

    /** A text of the JSON that the page may repeat. */
    private void name(JsonNode node) {
        if (node.isString() && !node.asString().isEmpty()) {
            names.add(PlainText.oneLine(node.asString()));
        }
    }

    /** What is wrong with all pieces, a line each. */
    List<String> faults(JsonNode pieces) {
        List<String> faults = new ArrayList<>();
        for (JsonNode piece : pieces) {
            String fault = piece.has("key") ? keyed(piece) : piece.has("chart") ? charted(piece) : said(piece);
            if (!fault.isEmpty()) {
                faults.add(fault);
            }
        }
        return faults;
    }

    /** What is wrong with a number that names its key; empty where nothing is. */
    private String keyed(JsonNode piece) {
        return named(
                piece.get("run").asString(),
                piece.get("key").asString(),
                Double.parseDouble(piece.get("value").asString()),
                piece.get("shown").asString());
    }

    /** The same of an element. */
    String fault(Element data) {
        return named(
                data.getAttribute("data-run"),
                data.getAttribute("data-json"),
                Double.parseDouble(data.getAttribute("value")),
                data.getTextContent());
    }

    private String named(String run, String key, double value, String shown) {
        JsonNode root = switch (run) {
            case "null" -> json.at("/report/nullRun");
            case "plan" -> json.at("/report/plan");
            case "report" -> json.at("/report");
            default -> json;
        };
        JsonNode node = at(root, key);
        if (!node.isNumber()) {
            return key + " is not in the JSON";
        }
        boolean same = node.asDouble() == value
                && (isRounded(shown, value) || SHARE.matcher(key).matches() && isRounded(shown, 100 * value));
        return same ? "" : key + " is " + node + " in the JSON, " + value + " on the page, shown as " + shown;
    }

    /** What stands at a dotted key; names of arms and quantiles may hold dots too. */
    static JsonNode at(JsonNode node, String key) {
        if (key.isEmpty()) {
            return node;
        }
        for (int end = key.indexOf('.'); ; end = key.indexOf('.', end + 1)) {
            String head = end < 0 ? key : key.substring(0, end);
            JsonNode inner =
                    node.isArray() && head.matches("\\d+") ? node.path(Integer.parseInt(head)) : node.path(head);
            JsonNode found = inner.isMissingNode() ? inner : at(inner, end < 0 ? "" : key.substring(end + 1));
            if (!found.isMissingNode() || end < 0) {
                return found;
            }
        }
    }

    private String charted(JsonNode piece) {
        String chart = piece.get("chart").asString();
        int row = piece.get("row").asInt();
        int column = piece.get("column").asInt();
        String shown = piece.get("shown").asString();
        JsonNode table = json.at("/report/charts").path(chart);
        JsonNode cell = row < 0
                ? table.path("columns").path(column)
                : table.path("rows").path(row).path(column);
        return isCell(cell, shown)
                ? ""
                : chart + ", row " + row + ", column " + column + ": " + cell + ", not " + shown;
    }

    private static boolean isCell(JsonNode cell, String shown) {
        if (cell.isString()) {
            return PlainText.oneLine(cell.asString()).equals(shown);
        }
        if (cell.isNull()) {
            return shown.isEmpty();
        }
        List<String> numbers =
                SIGNED.matcher(shown).results().map(found -> found.group()).toList();
        List<JsonNode> values = cell.isArray() ? List.copyOf(cell.values()) : List.of(cell);
        boolean same = !values.isEmpty() && numbers.size() == values.size();
        for (int i = 0; same && i < values.size(); i++) {
            same = values.get(i).isNumber()
                    && isRounded(numbers.get(i), values.get(i).asDouble());
        }
        return same;
    }

    private String said(JsonNode piece) {
        String text = piece.get("text").asString();
        String rest = text;
        for (String name : names) {
            rest = rest.replace(name, " ");
        }
        rest = SAID.matcher(rest).replaceAll(" ");
        Set<Double> allowed = given.at(
                piece.get("section").asString(),
                piece.get("caption").asString(),
                piece.get("row").asString());
        Matcher numbers = NUMBER.matcher(rest);
        while (numbers.find()) {
            double number = number(numbers.group());
            double tolerance = tolerance(numbers.group());
            boolean percent = rest.substring(numbers.end()).matches("(?s)[ \u00A0]%.*");
            boolean found = allowed.stream()
                    .anyMatch(each -> Math.abs(each - number) <= tolerance
                            || percent && Math.abs(100 * each - number) <= tolerance);
            if (!found) {
                return numbers.group() + " is nowhere in the JSON: " + text + ", in " + piece;
            }
        }
        return "";
    }

    /** Whether a number is shown as it is, but for its last digit; long ones with four digits. */
    private static boolean isRounded(String shown, double value) {
        if (!SIGNED.matcher(shown).matches()) {
            return false;
        }
        double four = Math.abs(value) >= 10_000 && value != Math.rint(value)
                ? 0.51 * Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 3)
                : 0;
        double tolerance = value == Math.rint(value) ? tolerance(shown) : Math.max(half(shown), four);
        return Math.abs(number(shown) - value) <= tolerance;
    }

    /** Whole numbers are what they are; the others are rounded. */
    private static double tolerance(String shown) {
        return shown.contains(".") ? half(shown) : 1e-9;
    }

    private static double half(String shown) {
        int decimals = shown.contains(".") ? shown.length() - shown.indexOf('.') - 1 : 0;
        return 0.51 * Math.pow(10, -decimals);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('−', '-').replace(",", ""));
    }
}
