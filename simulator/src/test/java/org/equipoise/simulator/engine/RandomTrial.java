package org.equipoise.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random scenarios for tests: the seed decides everything, so a failing seed is all that is needed to see the scenario
 * again.
 */
final class RandomTrial {
    private final SplittableRandom random;

    private RandomTrial(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The scenario's text. */
    static String text(long seed) {
        return new RandomTrial(seed).text();
    }

    private String text() {
        int experimental = pick(1, 1, 1, 2, 3);
        int patients = 10 + random.nextInt(110);
        List<String> names = new ArrayList<>();
        List<String> arms = new ArrayList<>();
        List<String> models = new ArrayList<>();
        int place = random.nextInt(experimental + 1);
        int sum = 0;
        for (int a = 0; a <= experimental; a++) {
            boolean control = a == place;
            String name = control ? "C" : "E" + a;
            int allocation = pick(1, 1, 2, 3);
            sum += allocation;
            names.add(name);
            arms.add(name + ": {role: " + (control ? "control" : "experimental") + ", allocation: " + allocation + "}");
            models.add(name + ": " + (control || random.nextInt(3) == 0 ? model() : "{hazardRatio: " + ratio() + "}"));
        }
        return Trials.text(
                "arms: {" + String.join(", ", arms) + "}",
                "enrolment: {patients: " + patients + ", arrivals: " + pick("poisson", "uniform", "even") + ", "
                        + speed(patients) + "}",
                "randomisation: " + randomisation(sum),
                "endpoints: " + Trials.endpoint(String.join(", ", models)),
                "dropout: {" + dropout(names) + "}",
                "analysis: " + analysis(patients),
                "simulation: {seed: " + random.nextLong() + "}");
    }

    private String speed(int patients) {
        if (random.nextBoolean()) {
            return "duration: " + number(3, 25);
        }
        double rate = patients / between(4, 20);
        return "rates: [{from: 0, rate: " + pick("0", number(rate / 4, rate)) + "}, {from: " + number(0.5, 4)
                + ", rate: " + number(rate / 4, 2 * rate) + "}, {from: " + number(5, 9) + ", rate: "
                + number(rate / 2, 2 * rate) + "}]";
    }

    private String randomisation(int sum) {
        return switch (random.nextInt(4)) {
            case 0 -> "{method: simple}";
            case 1 -> "{method: complete}";
            case 2 -> "{}";
            default -> "{method: permutedBlock, blockSize: " + sum * (1 + random.nextInt(4)) + "}";
        };
    }

    private String model() {
        return switch (random.nextInt(9)) {
            case 0 -> "{hazard: " + number(0.03, 0.3) + "}";
            case 1 -> "{survival: " + number(0.1, 0.8) + ", at: " + number(2, 12) + "}";
            case 2 ->
                "{piecewise: [{from: 0, hazard: " + number(0.05, 0.2) + "}, {from: " + number(1, 3)
                        + ", hazard: " + pick("0", number(0.02, 0.3)) + "}, {from: " + number(4, 7) + ", hazard: "
                        + pick("0", number(0.02, 0.3)) + "}]}";
            case 3 ->
                "{weibull: {shape: " + number(0.5, 2.5) + ", " + pick("median", "scale") + ": " + number(3, 12) + "}}";
            case 4 -> "{logNormal: {median: " + number(3, 12) + ", sigma: " + number(0.4, 1.5) + "}}";
            case 5 -> "{logLogistic: {median: " + number(3, 12) + ", shape: " + number(0.7, 3) + "}}";
            case 6 ->
                random.nextBoolean()
                        ? "{gompertz: {shape: " + number(-0.08, 0.2) + ", median: " + number(3, 8) + "}}"
                        : "{gompertz: {shape: " + number(-0.1, 0.2) + ", rate: " + number(0.03, 0.2) + "}}";
            case 7 ->
                "{cure: " + number(0, 0.6) + ", of: {weibull: {shape: " + number(0.6, 2) + ", median: " + number(2, 8)
                        + "}}}";
            default -> "{median: " + number(3, 12) + "}";
        };
    }

    private String ratio() {
        return random.nextInt(3) > 0
                ? number(0.3, 1.5)
                : "[{from: 0, is: " + number(0.6, 1.5) + "}, {from: " + number(1, 4) + ", is: " + number(0.3, 1)
                        + "}, {from: " + number(5, 9) + ", is: " + number(0.3, 1.4) + "}]";
    }

    private String dropout(List<String> names) {
        List<String> dropouts = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            dropouts.add("all: "
                    + (random.nextBoolean()
                            ? "{probability: " + number(0, 0.5) + ", by: " + number(4, 20) + "}"
                            : model()));
        }
        for (String name : names) {
            if (random.nextInt(4) == 0) {
                dropouts.add(name + ": "
                        + (!name.equals("C")
                                        && !dropouts.isEmpty()
                                        && dropouts.get(0).startsWith("all")
                                ? "{hazardRatio: " + ratio() + "}"
                                : model()));
            }
        }
        return String.join(", ", dropouts);
    }

    private String analysis(int patients) {
        int looks = pick(1, 1, 2, 3, 4);
        boolean twoSided = random.nextInt(3) == 0;
        double most = patients * between(0.2, 0.95);
        List<String> conditions = new ArrayList<>();
        for (int k = 1; k <= looks; k++) {
            double share = (double) k / looks;
            // Never halfway between two whole numbers, where "to the nearest" says nothing.
            String events = "{events: " + (Math.max(k, Math.floor(most * share)) + pick(0.0, 0.0, 0.25)) + "}";
            String calendar = "{calendarTime: " + number(25 * share, 25 * share + 5) + "}";
            String after = "{afterLastPatient: " + (k == looks ? number(4, 12) : number(k - 1, k)) + "}";
            conditions.add(
                    switch (random.nextInt(7)) {
                        case 0 -> calendar;
                        case 1 -> after;
                        case 2 -> "{anyOf: [" + events + ", " + calendar + "]}";
                        case 3 -> "{allOf: [" + events + ", {anyOf: [" + calendar + ", " + after + "]}]}";
                        default -> events;
                    });
        }
        String bounds = "";
        if (looks > 1 || random.nextInt(3) == 0) {
            bounds = ", efficacy: "
                    + (random.nextBoolean() ? "{z: " + bounds(looks, 1.2, 3) : "{p: " + bounds(looks, 0.005, 0.1))
                    + "}";
            if (random.nextBoolean()) {
                bounds += ", futility: "
                        + (random.nextBoolean()
                                ? "{z: " + bounds(looks, twoSided ? 0.1 : -1, 0.9)
                                : "{p: " + bounds(Math.max(1, looks - 1), 0.3, 0.9))
                        + "}";
            }
        }
        return "{alpha: " + number(0.01, 0.2) + ", sides: " + (twoSided ? 2 : 1) + ", test: {hazardRatioH0: "
                + pick("1", "1", number(0.8, 1.5)) + "}, looks: [" + String.join(", ", conditions) + "]" + bounds + "}";
    }

    private String bounds(int looks, double from, double to) {
        List<String> bounds = new ArrayList<>();
        for (int k = 0; k < looks; k++) {
            bounds.add(k < looks - 1 && random.nextInt(5) == 0 ? "null" : number(from, to));
        }
        return "[" + String.join(", ", bounds) + "]";
    }

    private double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    private String number(double from, double to) {
        return Double.toString(between(from, to));
    }

    private int pick(int... numbers) {
        return numbers[random.nextInt(numbers.length)];
    }

    private double pick(double... numbers) {
        return numbers[random.nextInt(numbers.length)];
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }
}
