package org.equipoise.core.sequential;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.equipoise.core.Census;
import org.equipoise.core.Differences;
import org.equipoise.core.KnownDifference;
import org.equipoise.core.ReferenceFiles;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Spending functions, crossing probabilities, conditional and predictive power, and inference of gsDesign, rpact and
 * lrstat; {@code reference/README.md} says how far to trust each.
 */
public class InferenceReferenceTest {
    private static final double TOLERANCE = 1e-6;

    private static final List<KnownDifference> KNOWN = List.of(
            new KnownDifference(
                    "an/asHSD3u/.* repeatedP.*",
                    Double.POSITIVE_INFINITY,
                    "rpact looks for repeated p-values below 0.5 only, and gives 0.499999 for what is above"),
            new KnownDifference(
                    "cp/gsPI_.* predictionInterval.*",
                    3e-5,
                    "gsDesign searches its limits to uniroot's default tolerance; they are known in closed form"));

    @Test
    void agreesWithOtherPackages() {
        census().printAndRequireReasons();
    }

    public static Census census() {
        Census census = new Census(InferenceReferenceTest.class);
        for (JsonNode node : ReferenceFiles.cases("sequential/others.json")) {
            String topic = node.get("topic").asString();
            String id = node.get("id").asString();
            if (node.has("notHere")) {
                census.notHere(topic, id, node.get("notHere").asString());
                continue;
            }
            Differences differences = new Differences();
            node.get("figures")
                    .properties()
                    .forEach(figure -> differences.eachWithin(
                            figure.getKey(),
                            ours(node, figure.getKey()),
                            ReferenceDesigns.numbers(figure.getValue()),
                            TOLERANCE));
            census.compared(topic, id, differences, KnownDifference.reason(KNOWN, id, differences));
        }
        return census;
    }

    private static double[] ours(JsonNode node, String figure) {
        if (node.has("function")) {
            Spending spending = ReferenceDesigns.spending(node.get("function"));
            return one(spending.spent(number(node, "total"), number(node, "time")));
        }
        return node.has("information") && node.has("futility") ? crossing(node, figure) : new Trial(node).named(figure);
    }

    private static double[] crossing(JsonNode node, String figure) {
        StoppingBounds bounds = StoppingBounds.oneSided(
                ReferenceDesigns.numbers(node.get("information")),
                ReferenceDesigns.numbers(node.get("efficacy")),
                ReferenceDesigns.numbers(node.get("futility")));
        CrossingProbabilities crossing = bounds.crossing(number(node, "drift"));
        return switch (figure) {
            case "upper" -> looks(bounds.looks(), crossing::efficacy);
            case "lower" -> looks(bounds.looks(), crossing::futility);
            default -> one(crossing.expectedInformation());
        };
    }

    /** One trial at an interim look or after its end, under the names of the file. */
    private static final class Trial {
        private final JsonNode node;
        private final GroupSequentialDesign design;
        private final double[] z;
        /** Where the trial stopped, or is now. */
        private final int look;

        Trial(JsonNode node) {
            this.node = node;
            design = ReferenceDesigns.design(node.get("design"));
            z = node.has("z") ? ReferenceDesigns.numbers(node.get("z")) : new double[] {Double.NaN};
            look = node.has("look") ? node.get("look").asInt() : z.length;
        }

        double[] named(String figure) {
            double drift = node.has("drift") ? number(node, "drift") : design.drift();
            // The prior of gsDesign's cases: mean and standard deviation are half the design's effect.
            double half = design.drift() / 2;
            return switch (figure) {
                case "bValue" -> looks(2, k -> design.interim(k).bValue(z[k - 1]));
                case "assurance" -> one(design.bounds().crossing(half, half).rejection());
                case "conditionalAssurance" -> one(conditionalAssurance(half));
                case "conditionalPower" -> one(interim().conditionalPower(current(), drift));
                case "powerUnderTrend" -> one(interim().powerUnderTrend(current()));
                case "conditionalError" ->
                    z.length == 1
                            ? one(interim().conditionalError(current()))
                            : looks(
                                    Math.min(z.length, design.looks() - 1),
                                    k -> design.interim(k).conditionalError(z[k - 1]));
                case "predictivePower" -> one(interim().predictivePower(current(), half, half));
                case "predictionInterval" -> limits(interim().predictionInterval(current(), 3, 0.95, half, half));
                case "exactP" -> one(stopped().pValue());
                case "medianUnbiased" -> one(effect(look, stopped().medianUnbiasedEstimate()));
                case "exactLow" ->
                    one(effect(look, stopped().confidenceInterval(0.95).low()));
                case "exactHigh" ->
                    one(effect(look, stopped().confidenceInterval(0.95).high()));
                case "repeatedP" -> each((repeated, k) -> repeated.pValue(k, zAt(k)));
                case "repeatedLow" ->
                    each((repeated, k) ->
                            effect(k, repeated.confidenceInterval(k, zAt(k)).low()));
                case "repeatedHigh" ->
                    each((repeated, k) ->
                            effect(k, repeated.confidenceInterval(k, zAt(k)).high()));
                case "sequentialP" -> one(sequentialP());
                default -> throw new IllegalStateException("unknown figure " + figure);
            };
        }

        private interface OfLook {
            double of(RepeatedInference repeated, int look);
        }

        /** Every look that has a Z; only the last one when that is all there is. */
        private double[] each(OfLook figure) {
            RepeatedInference repeated = RepeatedInference.of(design);
            return z.length == 1 ? one(figure.of(repeated, look)) : looks(z.length, k -> figure.of(repeated, k));
        }

        private double zAt(int k) {
            return z.length == 1 ? z[0] : z[k - 1];
        }

        /** Z at the last look there is. */
        private double current() {
            return z[z.length - 1];
        }

        private Interim interim() {
            return design.interim(z.length == 1 ? look : z.length);
        }

        private StagewiseInference stopped() {
            return design.stoppedAt(look, zAt(look));
        }

        /** A drift as hazard ratio (control over experimental there) or as effect. */
        private double effect(int k, double drift) {
            if (!node.has("events")) {
                return drift / Math.sqrt(number(node, "maximumInformation"));
            }
            double information = node.get("events").get(k - 1).asDouble() / 4;
            return Math.exp(drift * Math.sqrt(design.bounds().information(k) / information));
        }

        private double conditionalAssurance(double half) {
            CrossingProbabilities crossing = design.bounds().crossing(half, half);
            double goesOn = 1 - crossing.efficacy(1) - crossing.futility(1);
            return (crossing.rejection() - crossing.efficacy(1)) / goesOn;
        }

        /** gsDesign takes the actual events relative to those that its design needs. */
        private double sequentialP() {
            double needed = number(node, "fixedInformation") * design.inflation();
            double[] events = ReferenceDesigns.numbers(node.get("information"));
            GroupSequentialDesign actual =
                    GroupSequentialDesign.at(events[0], events[1], needed).build();
            return RepeatedInference.of(actual).sequentialPValue(z);
        }
    }

    private static double number(JsonNode node, String name) {
        return node.get(name).asDouble();
    }

    private static double[] one(double value) {
        return new double[] {value};
    }

    private static double[] limits(ConfidenceInterval interval) {
        return new double[] {interval.low(), interval.high()};
    }

    private static double[] looks(int looks, IntToDoubleFunction figure) {
        return IntStream.rangeClosed(1, looks).mapToDouble(figure).toArray();
    }
}
