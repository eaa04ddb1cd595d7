package org.equipoise.benchmarks.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.equipoise.benchmarks.Scenarios;
import org.equipoise.benchmarks.growth.Series.Point;
import org.equipoise.benchmarks.probe.Fork;
import org.equipoise.benchmarks.probe.Reading;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.speed.Throughput;

/**
 * Measures the speed scenario, with estimates, as it grows in one direction at a time, each trial in a JVM of its own,
 * and writes {@code cost-growth.svg} and the table in {@code README.md} of the directory it is given. Takes about two
 * minutes.
 */
public final class CostGrowth {
    private static final String BEGIN = "<!-- cost growth: written by CostGrowth -->\n";
    private static final String END = "<!-- end of cost growth -->";

    private static final int THREAD_ATTEMPTS = 5;
    private static final double THREAD_SECONDS = 0.5;

    private final Fork fork = new Fork();
    private final Path file;

    private CostGrowth(Path file) {
        this.file = file;
    }

    /** Measures; the argument is the directory of the page, {@code benchmarks} when left out. */
    public static void main(String... arguments) throws IOException {
        Path directory = Path.of(arguments.length > 0 ? arguments[0] : "benchmarks");
        Path page = directory.resolve("README.md");
        String before = Files.readString(page);
        int from = before.indexOf(BEGIN) + BEGIN.length();
        int to = before.indexOf(END);
        if (from < BEGIN.length() || to < from) {
            throw new IllegalStateException(page + " lacks the lines between which the table goes");
        }
        Path file = Files.createTempFile("cost-growth-", ".yaml");
        try {
            Files.writeString(file, Scenarios.SPEED);
            List<Series> all = new CostGrowth(file).measure();
            Files.writeString(directory.resolve("cost-growth.svg"), GrowthChart.svg(all));
            Files.writeString(page, before.substring(0, from) + table(all) + before.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Files.delete(file);
        }
    }

    private List<Series> measure() {
        return List.of(
                grow("patients", true, CostGrowth::patients, 50, 100, 176, 500, 1000, 2000, 5000),
                grow("looks", false, CostGrowth::looks, 1, 2, 3, 5, 10),
                grow("arms", false, CostGrowth::arms, 2, 3, 4, 5, 6),
                threads());
    }

    private Series grow(String name, boolean logarithmic, IntFunction<List<String>> overrides, int... values) {
        List<Point> points = new ArrayList<>();
        for (int x : values) {
            List<String> probe = new ArrayList<>(List.of(file.toString()));
            probe.addAll(overrides.apply(x));
            Reading reading = fork.run(probe);
            points.add(new Point(x, reading.ratio(), reading.standardError()));
            System.out.printf(Locale.ROOT, "%5d %-9s %.3f ± %.3f%n", x, name, reading.ratio(), reading.standardError());
        }
        return new Series(name, logarithmic, points);
    }

    /** The same share of patients has the event at the look. */
    private static List<String> patients(int patients) {
        return List.of(
                "enrolment.patients=" + patients,
                "analysis.looks=[{events: " + Math.round(128.0 * patients / 176) + "}]");
    }

    /** Equal steps of information, bounds of the O'Brien-Fleming shape. */
    private static List<String> looks(int looks) {
        String information = IntStream.range(1, looks)
                .mapToObj(k -> "{information: " + (double) k / looks + "}, ")
                .collect(Collectors.joining());
        String z = IntStream.rangeClosed(1, looks)
                .mapToObj(k -> String.format(Locale.ROOT, "%.4f", 2 / Math.sqrt((double) k / looks)))
                .collect(Collectors.joining(", "));
        return List.of("analysis.looks=[" + information + "{events: 128}]", "analysis.efficacy={z: [" + z + "]}");
    }

    /** As many patients in all; each experimental arm is compared with the control. */
    private static List<String> arms(int arms) {
        String roles = IntStream.range(1, arms)
                .mapToObj(a -> ", E" + a + ": {role: experimental}")
                .collect(Collectors.joining());
        String models = IntStream.range(1, arms)
                .mapToObj(a -> ", E" + a + ": {hazardRatio: 0.6}")
                .collect(Collectors.joining());
        return List.of(
                "arms={C: {role: control}" + roles + "}",
                "endpoints.PFS.model={C: {median: 6}" + models + "}",
                "randomisation.blockSize=" + 2 * arms);
    }

    /** Whole runs on two threads, each right after one on one thread; the median of what that saves. */
    private Series threads() {
        double ratio = fork.run(List.of(file.toString())).ratio();
        Scenario scenario = Scenarios.speed();
        double[] shares = new double[THREAD_ATTEMPTS];
        for (int attempt = 0; attempt < THREAD_ATTEMPTS; attempt++) {
            double one = Throughput.replicatesPerSecond(scenario, 1, THREAD_SECONDS);
            shares[attempt] = one / Throughput.replicatesPerSecond(scenario, 2, THREAD_SECONDS);
        }
        Arrays.sort(shares);
        double two = ratio * shares[THREAD_ATTEMPTS / 2];
        System.out.printf(Locale.ROOT, "    2 threads   %.3f%n", two);
        return new Series("threads", false, List.of(new Point(1, ratio, Double.NaN), new Point(2, two, Double.NaN)));
    }

    private static String table(List<Series> all) {
        StringBuilder text = new StringBuilder();
        text.append("Java ").append(Runtime.version().feature()).append(":\n\n");
        text.append("| what grows | time of a replicate, in trials of the reference kernel |\n| --- | --- |\n");
        for (Series series : all) {
            text.append("| ").append(series.name()).append(" | ");
            text.append(series.points().stream()
                    .map(point ->
                            String.format(Locale.ROOT, "%,d: **%s**", point.x(), GrowthChart.digits(point.ratio())))
                    .collect(Collectors.joining(" · ")));
            text.append(" |\n");
        }
        return text.toString();
    }
}
