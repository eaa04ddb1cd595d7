package org.equipoise.benchmarks.guard;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equipoise.benchmarks.probe.Fork;
import org.equipoise.benchmarks.probe.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures the guarded scenarios and ends with status 1 when one has become slower than its budget allows, or
 * allocates.
 *
 * <p>Each reading comes from a fresh JVM. A case is judged by the least of a few, since what disturbs a reading only
 * ever makes it worse; one that would fail is measured on, until it passes or has failed often enough.
 */
public final class Guard {
    private static final int ROUNDS = 3;
    /**
     * Rounds in all, at most, where the first ones would fail: a neighbour on the same core has been seen to stay a
     * minute.
     */
    private static final int ROUNDS_IN_DOUBT = 21;
    /** Rounds from which budgets are written. */
    private static final int ROUNDS_OF_RESET = 9;
    /**
     * Room between what was measured and what is allowed: far more than the noise, far less than a change that matters.
     */
    private static final double HEADROOM = 0.08;

    private static final String ADVICE = """
            What to do:
              Measure again         java -cp benchmarks/target/benchmarks.jar org.equipoise.benchmarks.guard.Guard
              Find the stage        java -jar benchmarks/target/benchmarks.jar -f 1 -i 3 -wi 3    (one benchmark for each)
              Find the line         java -jar benchmarks/target/benchmarks.jar Replicate -f 1 -prof stack
              Find what allocates   the same with -prof gc; with -jvmArgs -Xint too: if it allocates there, the code
                                    asks for an object; if not, the compiler no longer removes one that it used to
              Compare a commit      git worktree add ../before COMMIT && cd ../before && ./mvnw -q -Dquick package &&
                                    java -cp benchmarks/target/quick/benchmarks.jar org.equipoise.benchmarks.guard.Guard
              Accept it             change benchmarks/budgets.json in the same commit, and say in its message what the
                                    time buys; --reset measures and writes the budgets of this Java\
            """;

    private final Budgets budgets;
    private final Fork fork;
    private final PrintStream out;
    private final int rounds;
    private final int roundsInDoubt;
    private final String java = Integer.toString(Runtime.version().feature());

    /**
     * A guard.
     *
     * @param budgets what is guarded
     * @param fork what measures
     * @param out where findings are told
     */
    Guard(Budgets budgets, Fork fork, PrintStream out) {
        this(budgets, fork, out, ROUNDS, ROUNDS_IN_DOUBT);
    }

    /** A guard that measures less often, or more often. */
    Guard(Budgets budgets, Fork fork, PrintStream out, int rounds, int roundsInDoubt) {
        this.budgets = budgets;
        this.fork = fork;
        this.out = out;
        this.rounds = rounds;
        this.roundsInDoubt = roundsInDoubt;
    }

    /** Guards; options are {@code --budgets FILE}, {@code --repeat N}, {@code --reset}, {@code --help}. */
    public static void main(String... arguments) {
        Path file = Path.of("benchmarks", "budgets.json");
        int repeat = 0;
        boolean reset = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--budgets" -> file = Path.of(value(arguments, ++i));
                case "--repeat" -> repeat = Integer.parseInt(value(arguments, ++i));
                case "--reset" -> reset = true;
                default -> usage(arguments[i].equals("--help") ? 0 : 2);
            }
        }
        Guard guard = new Guard(Budgets.read(file), new Fork(), System.out);
        if (repeat > 0) {
            guard.repeat(repeat);
        } else if (reset) {
            guard.reset(file);
        } else {
            System.exit(guard.judge() ? 0 : 1);
        }
    }

    private static String value(String[] arguments, int i) {
        if (i == arguments.length) {
            usage(2);
        }
        return arguments[i];
    }

    private static void usage(int status) {
        System.err.println("""
                Usage: Guard [--budgets FILE] [--repeat N | --reset]
                  --budgets FILE  what is guarded; benchmarks/budgets.json when left out
                  --repeat N      measure each case in N JVMs, print every ratio and judge nothing
                  --reset         measure, and write budgets 8 % above for this version of Java
                Exit status: 0 within the budgets, 1 not, 2 wrong arguments.""");
        System.exit(status);
    }

    /** Measures every case and tells; true when all are within their budgets. */
    boolean judge() {
        out.printf("Time of a replicate, in trials of the reference kernel, on Java %s:%n", Runtime.version());
        List<String> faults = new ArrayList<>();
        boolean judged = true;
        for (Budgets.Case each : budgets.cases()) {
            Budgets.Limit limit = budgets.limit(java, each);
            judged &= limit != null;
            Finding finding = measure(each, limit);
            out.println(finding.toLine(limit));
            faults.addAll(finding.faults(limit, budgets.bytes()));
            if (limit != null && finding.ratio() < limit.measured() * (1 - HEADROOM)) {
                out.println("  It has become faster than its budget knows; lower the budget with --reset.");
            }
        }
        if (!judged) {
            out.printf("There are no budgets for Java %s: its ratios were not judged, only what it allocates.%n", java);
        }
        for (String fault : faults) {
            out.println();
            out.println("FAILED: " + fault);
        }
        if (!faults.isEmpty()) {
            out.println();
            out.println(ADVICE);
        }
        return faults.isEmpty();
    }

    private Finding measure(Budgets.Case each, Budgets.@Nullable Limit limit) {
        Finding finding = measure(each, rounds);
        while (finding.readings().size() < roundsInDoubt
                && (finding.isSlow(limit) || finding.allocates(budgets.bytes()))) {
            finding = finding.and(fork.run(each.arguments()));
        }
        return finding;
    }

    private Finding measure(Budgets.Case each, int times) {
        List<Reading> readings = new ArrayList<>();
        while (readings.size() < times) {
            readings.add(fork.run(each.arguments()));
        }
        return new Finding(each.name(), readings);
    }

    /** Prints the ratio of so many JVMs for each case, and how they spread. */
    private void repeat(int times) {
        for (Budgets.Case each : budgets.cases()) {
            out.println(each.name() + ", Java " + Runtime.version());
            double sum = 0;
            double squares = 0;
            for (int i = 1; i <= times; i++) {
                Reading reading = fork.run(each.arguments());
                out.printf(
                        Locale.ROOT,
                        "%4d  %.4f ± %.4f  %.3f bytes a replicate%n",
                        i,
                        reading.ratio(),
                        reading.standardError(),
                        reading.bytes());
                sum += reading.ratio();
                squares += reading.ratio() * reading.ratio();
            }
            double mean = sum / times;
            double sd = Math.sqrt(Math.max(0, squares / times - mean * mean) * times / Math.max(1, times - 1));
            out.printf(
                    Locale.ROOT,
                    "mean  %.4f, standard deviation between JVMs %.4f (%.1f %%)%n",
                    mean,
                    sd,
                    100 * sd / mean);
        }
    }

    /** Measures, and writes the budgets of this version of Java into the file. */
    private void reset(Path file) {
        ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(file);
        ObjectNode limits = ((ObjectNode) root.required("ratio")).putObject(java);
        for (Budgets.Case each : budgets.cases()) {
            Finding finding = measure(each, ROUNDS_OF_RESET);
            out.println(finding.toLine(null));
            limits.putObject(each.name())
                    .put("measured", rounded(finding.ratio()))
                    .put("budget", rounded(finding.ratio() * (1 + HEADROOM)));
        }
        write(file, root);
        out.println("Written to " + file + ". Say in the commit's message why.");
    }

    private static double rounded(double ratio) {
        return Math.rint(ratio * 1000) / 1000;
    }

    private static void write(Path file, JsonNode root) {
        try {
            Files.writeString(
                    file,
                    JsonMapper.builder()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .build()
                                    .writeValueAsString(root)
                            + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
