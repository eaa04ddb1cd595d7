package org.equipoise.core.planning.staged;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.equipoise.core.Census;
import org.equipoise.core.Differences;
import org.equipoise.core.KnownDifference;
import org.equipoise.core.ReferenceFiles;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.AverageHazardRatio;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.ReferenceTrials;
import org.equipoise.core.planning.fixed.FixedDesign;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.fixed.Solution;
import org.equipoise.core.planning.fixed.Solver;
import org.equipoise.core.planning.fixed.Unknown;
import org.equipoise.core.planning.logrank.Look;
import org.equipoise.core.sequential.CrossingProbabilities;
import org.equipoise.core.sequential.GroupSequentialDesign;
import org.equipoise.core.sequential.HazardRatioScale;
import org.equipoise.core.sequential.ReferenceDesigns;
import org.equipoise.core.sequential.StoppingBounds;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Group-sequential survival trials as rpact, gsDesign, gsDesign2 and lrstat plan them; {@code reference/README.md} says
 * what is compared how. Prints how many agree.
 */
public class StagedReferenceTest {
    /**
     * gsDesign2 1.1.8 takes the bound of the first look to the scale of the alternative when it counts who crosses it,
     * but not when it counts who goes on, nor the bounds of later looks (its function gs_power_npe).
     * {@code rejectedOnTwoScales} does the same, and agrees with it.
     */
    private static final List<KnownDifference> KNOWN = List.of(new KnownDifference(
            "gsd2/.* rejected.*",
            0.1,
            "gsDesign2's bounds are on one scale at the first look and on another after it; events and bounds agree"));

    @Test
    void agrees() {
        census().printAndRequireReasons();
    }

    public static Census census() {
        Census census = new Census(StagedReferenceTest.class);
        for (JsonNode node : ReferenceFiles.cases("staged.json")) {
            Planned planned = new Planned(node);
            Differences differences = new Differences();
            node.get("figures").properties().forEach(figure -> {
                double[] theirs = ReferenceDesigns.numbers(figure.getValue());
                double[] ours = planned.named(figure.getKey());
                differences.eachSame(
                        figure.getKey(), ours, theirs, node.get("tolerance").asDouble());
            });
            String id = node.get("id").asString();
            census.compared(
                    node.get("topic").asString(), id, differences, KnownDifference.reason(KNOWN, id, differences));
        }
        return census;
    }

    /** Our plan of one case, with figures under the names of the file. */
    private static final class Planned {
        private final GroupSequentialDesign bounds;
        private final StagedDesign design;
        private final ExpectedEvents expected;
        private final CrossingProbabilities underNull;
        private final CrossingProbabilities underAlternative;

        Planned(JsonNode node) {
            bounds = ReferenceDesigns.design(node.get("design"));
            PowerMethod method = PowerMethod.valueOf(node.get("method").asString());
            StagedDesign asked = asked(node);
            design = switch (node.get("ask").asString()) {
                case "power" -> asked;
                case "patients" -> solved(asked, method, Unknown.PATIENTS);
                case "enrolmentDuration" -> solved(asked, method, Unknown.ENROLMENT_DURATION);
                case "inflated" -> inflated(asked, method);
                default -> throw new IllegalStateException("unknown question " + node.get("ask"));
            };
            expected = ExpectedEvents.of(design.trial());
            underNull = bounds.crossing(0);
            underAlternative = node.get("ask").asString().equals("inflated")
                    ? bounds.crossing(bounds.drift())
                    : design.crossing(method);
        }

        /** The trial as it is before anything is solved for. */
        private StagedDesign asked(JsonNode node) {
            PlannedTrial trial = ReferenceTrials.trial(node.get("trial"));
            List<Look> looks = new ArrayList<>();
            if (node.has("events")) {
                for (double events : ReferenceDesigns.numbers(node.get("events"))) {
                    looks.add(Look.atEvents(events));
                }
            } else if (node.has("times")) {
                for (double time : ReferenceDesigns.numbers(node.get("times"))) {
                    looks.add(Look.atTime(time));
                }
            } else {
                double end = node.has("time")
                        ? node.get("time").asDouble()
                        : trial.enrolmentDuration() + node.get("followUp").asDouble();
                double events = ExpectedEvents.of(trial).events(end);
                for (int k = 1; k < bounds.looks(); k++) {
                    looks.add(Look.atEvents(events * bounds.bounds().information(k)));
                }
                looks.add(Look.atTime(end));
            }
            return StagedDesign.of(trial, looks, bounds.bounds());
        }

        private StagedDesign solved(StagedDesign asked, PowerMethod method, Unknown unknown) {
            return asked.withLast(((Solution.Found) asked.solve(method, unknown, bounds.power())).design());
        }

        /** As gsDesign has it: the fixed design of that power, times the inflation factor. */
        private StagedDesign inflated(StagedDesign asked, PowerMethod method) {
            FixedDesign single = FixedDesign.of(asked.trial(), asked.last().look(), bounds.alpha(), 1);
            double patients = ((Solution.Found) Solver.solve(single, method, Unknown.PATIENTS, bounds.power())).value();
            return asked.withLast(
                    single.withTrial(single.trial().withPatientsInTheSameTime(patients * bounds.inflation())));
        }

        double[] named(String figure) {
            StoppingBounds z = design.bounds();
            double[] events = design.events();
            double[] times = design.calendarTimes();
            HazardRatioScale scale = new HazardRatioScale(design.trial().allocationRatio(), 1);
            return switch (figure) {
                case "patients" -> new double[] {design.trial().patients()};
                case "events" -> events;
                case "eventsControl" -> looks(k -> expected.events(0, times[k - 1]));
                case "eventsExperimental" -> looks(k -> expected.events(1, times[k - 1]));
                case "calendarTimes" -> times;
                case "enrolled" -> looks(k -> expected.enrolled(times[k - 1]));
                case "efficacyZ" -> looks(z::efficacy);
                case "futilityZ" -> looks(z::futility);
                case "efficacyHazardRatio" -> looks(k -> scale.hazardRatio(z.efficacy(k), events[k - 1]));
                case "futilityHazardRatio" -> looks(k -> scale.hazardRatio(z.futility(k), events[k - 1]));
                case "rejected" -> looks(underAlternative::cumulativeEfficacy);
                case "rejectedOnTwoScales" -> rejectedOnTwoScales(times);
                case "expectedEventsH0" -> atStop(underNull, k -> events[k - 1]);
                case "expectedEventsH1" -> atStop(underAlternative, k -> events[k - 1]);
                case "expectedPatientsH1" -> atStop(underAlternative, k -> expected.enrolled(times[k - 1]));
                case "expectedDurationH1" -> atStop(underAlternative, k -> times[k - 1]);
                default -> throw new IllegalStateException("unknown figure " + figure);
            };
        }

        private double[] rejectedOnTwoScales(double[] times) {
            double[] information = new double[2];
            double[] upper = new double[2];
            double[] lower = new double[2];
            double first = Double.NaN;
            for (int k = 0; k < 2; k++) {
                AverageHazardRatio average = AverageHazardRatio.at(design.trial(), times[k]);
                double mean = -Math.log(average.ratio()) * Math.sqrt(average.information());
                double efficacy = design.bounds().efficacy(k + 1);
                information[k] = average.information();
                upper[k] = efficacy - mean;
                lower[k] = design.bounds().futility(k + 1) - mean;
                if (k == 0) {
                    double scale = Math.sqrt(information[0] * 4 / average.events());
                    first = StandardNormal.upperTail(efficacy * scale - mean);
                }
            }
            CrossingProbabilities mixed =
                    StoppingBounds.oneSided(information, upper, lower).crossing(0);
            return new double[] {first, first + mixed.efficacy(2)};
        }

        private double[] looks(IntToDoubleFunction figure) {
            return IntStream.rangeClosed(1, bounds.looks()).mapToDouble(figure).toArray();
        }

        private double[] atStop(CrossingProbabilities ends, IntToDoubleFunction figure) {
            double going = 1;
            double sum = 0;
            for (int k = 1; k <= bounds.looks(); k++) {
                double stops = k == bounds.looks() ? going : ends.efficacy(k) + ends.futility(k);
                sum += stops * figure.applyAsDouble(k);
                going -= stops;
            }
            return new double[] {sum};
        }
    }
}
