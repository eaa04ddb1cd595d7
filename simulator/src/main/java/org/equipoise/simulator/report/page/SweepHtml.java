package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.equipoise.simulator.report.chart.Picture;
import org.equipoise.simulator.report.markup.Attribute;
import org.equipoise.simulator.report.markup.Content;
import org.equipoise.simulator.report.markup.Element;
import org.equipoise.simulator.report.markup.Words;
import org.equipoise.simulator.report.words.Digits;
import org.equipoise.simulator.report.words.PlainText;
import org.equipoise.simulator.report.words.ScenarioWords;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.sweep.SweepFindings;
import org.equipoise.simulator.sweep.difference.Difference;
import org.equipoise.simulator.sweep.sensitivity.Sensitivity;
import org.equipoise.simulator.sweep.store.SweepColumn;

/** A report of a sweep as one HTML file, under the headings of {@link ReportHtml}. */
public final class SweepHtml {
    private final SweepPage page;
    private final SweepFigures figures;
    private final SweepTables tables;

    private SweepHtml(SweepPage page, SweepFigures figures) {
        this.page = page;
        this.figures = figures;
        tables = new SweepTables(page);
    }

    /** The whole page. */
    public static Element of(SweepPage page, SweepFigures figures) {
        return new SweepHtml(page, figures).page();
    }

    private Element page() {
        List<Content> main = new ArrayList<>(summary());
        main.add(PageFrame.section(
                "Aims",
                List.of(PageElements.paragraph("To tell how the " + page.figureName()
                        + " of this trial, its duration and its numbers of patients and events depend on what is chosen"
                        + " and on what is assumed: which of it matters, where the trial does what it should, and where"
                        + " not. Each scenario is simulated patient by patient."))));
        main.add(PageFrame.section(
                "Data-generating mechanisms", List.of(SweepDesign.varies(page), SweepDesign.first(page))));
        main.add(PageFrame.section("Estimands", List.of(ReportHtml.estimand(page.scenario()))));
        main.add(PageFrame.section("Methods", methods()));
        main.add(PageFrame.section("Performance measures", performance()));
        main.add(PageFrame.section("All scenarios", all()));
        main.add(PageFrame.section("Record", SweepRecord.of(page)));
        return PageFrame.page(page.sweep().name(), main);
    }

    private List<Content> summary() {
        List<Content> parts = new ArrayList<>();
        Scenario scenario = page.scenario();
        parts.add(Element.of("p", Attribute.of("class", "kicker"), Words.of("Simulation report of a sweep")));
        parts.add(Element.of("h1", PlainText.oneLine(page.sweep().name())));
        parts.add(Element.of(
                "p",
                Attribute.of("class", "lead"),
                Element.of("bdi", PlainText.oneLine(ScenarioWords.title(scenario)))));
        parts.add(Element.of("ul", keys()));
        int cases = page.sweep().cases().size();
        if (!page.results().isComplete()) {
            parts.add(PageFrame.warning(page.results().rows().size() + " of " + cases
                    + " scenarios are finished. The report is of these; what it says of the highest, the lowest and of"
                    + " what matters can change."));
        }
        long versions = page.results().rows().stream()
                .map(row -> row.result().version())
                .distinct()
                .count();
        if (versions > 1) {
            parts.add(PageFrame.warning(versions + " versions of the program simulated these scenarios."));
        }
        first().forEach(picture -> parts.add(PageElements.figure(picture)));
        return parts;
    }

    private List<Content> keys() {
        int rows = page.results().rows().size();
        int cases = page.sweep().cases().size();
        int lowest = IntStream.range(0, rows)
                .boxed()
                .min((a, b) -> Double.compare(page.figure(a, SweepColumn.POWER), page.figure(b, SweepColumn.POWER)))
                .orElse(0);
        List<Content> keys = new ArrayList<>(List.of(Attribute.of("class", "key")));
        keys.add(PageFrame.key(
                "Scenarios",
                SweepTables.count("totals.finished", rows),
                Words.of(rows == cases ? "all finished" : "finished, of " + Digits.grouped(cases))));
        keys.add(key("Highest " + page.figureName(), page.findings().highest()));
        keys.add(key("Lowest " + page.figureName(), lowest));
        long met = page.findings().met();
        long expecting = page.findings().expecting();
        if (expecting > 0) {
            keys.add(PageFrame.key(
                    "Expectations met",
                    SweepTables.count("expectations.met", met),
                    Words.of("of "),
                    SweepTables.count("expectations.scenarios", expecting),
                    Words.of(" scenarios")));
        }
        return keys;
    }

    private Element key(String name, int row) {
        double error = page.figure(row, SweepColumn.POWER_STANDARD_ERROR);
        double half = (page.figure(row, SweepColumn.POWER_HIGH) - page.figure(row, SweepColumn.POWER_LOW)) / 2;
        int decimals = Digits.decimals(error > 0 ? error : half / 2);
        List<Content> below =
                new ArrayList<>(List.of(Words.of("#" + page.numbers().get(row))));
        if (error > 0) {
            below.add(Words.of(", Monte Carlo s.e. "));
            below.add(tables.number(row, SweepColumn.POWER_STANDARD_ERROR, decimals));
        }
        return PageFrame.key(name, tables.number(row, SweepColumn.POWER, decimals), below.toArray(Content[]::new));
    }

    /** What the first screen shows. */
    private List<Picture> first() {
        return figures.map().isEmpty() ? figures.typeOneError() : figures.map();
    }

    private List<Content> methods() {
        SweepFindings findings = page.findings();
        List<Content> parts = new ArrayList<>();
        parts.add(PageElements.paragraph("Each look analyses all patients enrolled by then. Z above 0 favours the"
                + " experimental arm. A trial that crosses a futility bound stops, whether the bound binds or not. "
                + (page.figureName().equals("power") ? "Power" : "The type I error")
                + " is the share of replicates that reject at any look; its Monte Carlo standard error is"
                + " " + PageFrame.SHARE_ERROR + ", its limits are Wilson's. Those of means are sd / √n."));
        boolean paired = findings.lessHighest().stream().allMatch(Difference::paired);
        parts.add(Element.of(
                "p",
                Words.of((paired
                                ? "Scenarios share their seed and with it their luck, so that differences between them"
                                        + " are more precise than they are; the errors of differences come from pairs of"
                                        + " replicates. "
                                : "Where seeds differ, the errors of differences are those of independent runs. ")
                        + "A difference from the highest is beyond noise when it is larger than "),
                PageElements.number(ReportJson.KEY, "noise", findings.noise(), Digits.fixed(findings.noise(), 2)),
                Words.of(" of its standard errors: 5 % over all pairs of scenarios (Bonferroni), because which one"
                        + " comes out highest is partly luck.")));
        return parts;
    }

    private List<Content> performance() {
        List<Content> parts = new ArrayList<>();
        if (!figures.map().isEmpty()) {
            figures.typeOneError().forEach(picture -> parts.add(PageElements.figure(picture)));
        }
        parts.add(Element.of("h3", "What matters most"));
        parts.addAll(matters());
        if (!figures.byFactor().isEmpty()) {
            parts.addAll(PageElements.figures(figures.byFactor()));
        }
        if (!figures.tradeOff().isEmpty()) {
            parts.add(Element.of("h3", "What power costs"));
            figures.tradeOff().forEach(picture -> parts.add(PageElements.figure(picture)));
        }
        if (!figures.scenarios().isEmpty()) {
            parts.add(Element.of("h3", "Best and worst"));
            figures.scenarios().forEach(picture -> parts.add(PageElements.figure(picture)));
        }
        parts.add(Element.of("h3", "Expectations"));
        parts.addAll(tables.expectations());
        return parts;
    }

    private List<Content> matters() {
        Sensitivity told = page.findings().sensitivity();
        if (told == null) {
            return List.of(PageElements.paragraph(
                    page.results().isComplete()
                            ? capital(page.figureName())
                                    + " does not vary beyond Monte Carlo noise between scenarios, or too"
                                    + " few things vary to compare them."
                            : "This can be told once all scenarios are finished."));
        }
        List<Content> parts = new ArrayList<>();
        figures.matters().forEach(picture -> parts.add(PageElements.figure(picture)));
        parts.add(tables.matters(told));
        parts.add(Element.of("p", shares(told)));
        return parts;
    }

    private List<Content> shares(Sensitivity told) {
        List<Content> parts = new ArrayList<>();
        if (told.overGrid()) {
            parts.add(Words.of(
                    "First-order and total effects (Saltelli et al. 2010, Computer Physics Communications 181:259). "));
        } else {
            parts.add(Words.of("All of them together explain "));
            parts.add(SweepTables.percent("sensitivity.explained", told.explained()));
            parts.add(Words.of(" % of the ranks (Saltelli and Marivoet 1990, Reliability Engineering and System Safety"
                    + " 28:229). "));
        }
        parts.add(Words.of(
                "Standard deviation of " + page.figureName() + " between scenarios, Monte Carlo noise taken out: "));
        parts.add(PageElements.number("sensitivity.sd", told.sd(), Digits.plain(told.sd(), 2)));
        parts.add(Words.of("."));
        return parts;
    }

    private List<Content> all() {
        return List.of(
                tables.scenarios(),
                PageElements.paragraph(
                        "s.e.: Monte Carlo standard error; a figure without one is the same in every replicate."
                                + " Duration, patients and events are means at the stop."
                                + (page.results().isComplete() ? " *: within noise of the highest." : "")));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
