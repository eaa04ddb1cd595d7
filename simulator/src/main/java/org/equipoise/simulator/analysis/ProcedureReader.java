package org.equipoise.simulator.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equipoise.core.numerics.MultivariateNormal;
import org.equipoise.core.survival.MaxComboTest;
import org.equipoise.core.survival.Weights;
import org.equipoise.simulator.scenario.Suggestion;

/**
 * Reads the names of tests: {@code logRank}, {@code flemingHarrington(0,1)}, or several with commas between them.
 * Gathers every fault in place of stopping at the first.
 */
public final class ProcedureReader {
    /** What can be asked for, as the help of the command shows it. */
    public static final List<String> SPELLINGS = List.of(
            "logRank",
            "wilcoxonGehan",
            "taroneWare",
            "flemingHarrington(r,g)",
            "modestlyWeighted(t)",
            "maxCombo",
            "rmst(tau)",
            "milestone(t)",
            "cox",
            "kaplanMeier");

    private static final Pattern CALL = Pattern.compile("\\s*([^\\s(]+)\\s*(?:\\((.*)\\))?\\s*", Pattern.DOTALL);
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final List<String> NAMES =
            SPELLINGS.stream().map(each -> each.replaceAll("\\(.*", "")).toList();

    private final List<Procedure> procedures = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /** Reads one or more, with commas between them. */
    public ProcedureReader read(String given) {
        for (String one : apart(given)) {
            readOne(one.strip());
        }
        return this;
    }

    /** Those read, in their order, each once. */
    public List<Procedure> procedures() {
        return procedures.stream().distinct().toList();
    }

    /** What was wrong; empty when nothing was. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Splits at commas outside parentheses. */
    private static List<String> apart(String given) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(given.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(given.substring(from));
        return parts;
    }

    private void readOne(String given) {
        Matcher call = CALL.matcher(given);
        if (!call.matches() || !NAMES.contains(call.group(1))) {
            String name = given.replaceAll("\\s*\\(.*", "");
            fault(given, "there is no such test; " + Suggestion.among(name, NAMES));
            return;
        }
        String name = call.group(1);
        String inside = call.group(2) == null ? "" : call.group(2);
        List<Double> arguments = new ArrayList<>();
        if (!inside.isBlank()) {
            String list = name.equals("maxCombo") ? inside.replaceAll("[();]", ",") : inside;
            for (String part : list.split(",", -1)) {
                boolean gap = part.isBlank() && name.equals("maxCombo");
                if (!gap && !NUMBER.matcher(part.strip()).matches()) {
                    fault(given, "'" + part.strip() + "' is not a number");
                    return;
                }
                if (!gap) {
                    arguments.add(Double.parseDouble(part.strip()));
                }
            }
        }
        try {
            procedures.add(procedure(name, arguments));
        } catch (IllegalArgumentException e) {
            fault(given, String.valueOf(e.getMessage()));
        }
    }

    private void fault(String given, String problem) {
        faults.add((given.isEmpty() ? "'': " : given + ": ") + problem);
    }

    private static Procedure procedure(String name, List<Double> arguments) {
        switch (name) {
            case "flemingHarrington":
                count(name + "(r,g) takes two numbers", arguments, 2);
                return flemingHarrington(arguments.get(0), arguments.get(1));
            case "modestlyWeighted":
                count(name + "(t) takes the time up to which weights grow", arguments, 1);
                return modestlyWeighted(arguments.get(0));
            case "rmst":
                count(name + "(tau) takes the time up to which means are taken", arguments, 1);
                return new Procedure.RestrictedMeans(inRange("tau", arguments.get(0), Double.MIN_VALUE));
            case "milestone":
                count(name + "(t) takes the time at which survival is compared", arguments, 1);
                return new Procedure.Milestone(inRange("t", arguments.get(0), 0));
            case "maxCombo":
                return maxCombo(arguments);
            default:
                count(name + " takes no numbers", arguments, 0);
                return plain(name);
        }
    }

    private static Procedure plain(String name) {
        return switch (name) {
            case "logRank" -> new Procedure.WeightedLogRank(name, new Weights.LogRank());
            case "wilcoxonGehan" -> new Procedure.WeightedLogRank(name, new Weights.GehanBreslow());
            case "taroneWare" -> new Procedure.WeightedLogRank(name, new Weights.TaroneWare());
            case "cox" -> new Procedure.Cox();
            default -> new Procedure.Curves();
        };
    }

    private static Procedure flemingHarrington(double rho, double gamma) {
        String spelling = "flemingHarrington(" + Spelled.number(rho) + "," + Spelled.number(gamma) + ")";
        return new Procedure.WeightedLogRank(spelling, new Weights.FlemingHarrington(rho, gamma));
    }

    private static Procedure modestlyWeighted(double tau) {
        inRange("t", tau, 0);
        String spelling = "modestlyWeighted(" + Spelled.number(tau) + ")";
        return new Procedure.WeightedLogRank(spelling, new Weights.ModestlyWeighted(tau));
    }

    private static Procedure maxCombo(List<Double> arguments) {
        int most = MultivariateNormal.MOST_VARIABLES;
        if (arguments.size() % 2 != 0 || arguments.size() > 2 * most) {
            throw new IllegalArgumentException("maxCombo takes up to " + most
                    + " pairs of numbers, such as maxCombo((0,0),(0,1)), or none for (0,0), (0,1), (1,0), (1,1)");
        }
        List<Weights.FlemingHarrington> weights = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            weights.add(new Weights.FlemingHarrington(arguments.get(i), arguments.get(i + 1)));
        }
        if (weights.isEmpty()) {
            MaxComboTest.FOUR_WEIGHTS.forEach(each -> weights.add((Weights.FlemingHarrington) each));
        }
        return new Procedure.MaxCombo(weights);
    }

    private static void count(String words, List<Double> arguments, int number) {
        if (arguments.size() != number) {
            throw new IllegalArgumentException(words + ", was given " + arguments.size());
        }
    }

    private static double inRange(String name, double value, double least) {
        if (!(value >= least && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and " + (least > 0 ? "above 0" : "not negative")
                    + ", was " + Spelled.number(value));
        }
        return value;
    }
}
