package org.equipoise.simulator.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.fixed.PowerMethod;
import org.equipoise.core.planning.staged.ManyToOneDesign;
import org.equipoise.core.planning.staged.StagedDesign;
import org.equipoise.core.sequential.CrossingProbabilities;
import org.equipoise.core.sequential.ManyToOne;
import org.equipoise.simulator.scenario.Scenario;

/** Works out the figures of a plan: of each comparison, and of the trial that makes them. */
final class TrialTelling {
    private final Scenario scenario;
    private final Rejection rejection;
    private final ManyToOneDesign design;
    private final PowerMethod method;
    private final int count;

    TrialTelling(Scenario scenario, Rejection rejection, ManyToOneDesign design, PowerMethod method) {
        this.scenario = scenario;
        this.rejection = rejection;
        this.design = design;
        this.method = method;
        count = design.looks().size();
    }

    TrialPlan plan(Sought sought, double value) {
        double[] events = design.events();
        double[] information = new double[count];
        Arrays.setAll(information, k -> events[k] / events[count - 1]);
        List<ComparisonTelling> tellings = new ArrayList<>();
        List<ComparisonPlan> comparisons = new ArrayList<>();
        for (int h = 0; h < design.comparisons(); h++) {
            StagedDesign pair = design.comparison(h);
            ExpectedEvents expected = design.comparisons() == 1 ? design.expected() : ExpectedEvents.of(pair.trial());
            tellings.add(new ComparisonTelling(scenario.analysis(), pair, method));
            comparisons.add(tellings.get(h)
                    .plan(scenario.experimentalArms().get(h), information, design.calendarTimes(), expected));
        }
        return tellings.size() == 1
                ? ofOne(sought, value, tellings.get(0), comparisons)
                : ofSeveral(sought, value, information, comparisons);
    }

    private TrialPlan ofOne(Sought sought, double value, ComparisonTelling telling, List<ComparisonPlan> comparisons) {
        ComparisonPlan only = comparisons.get(0);
        Ends ends = ends(telling::decidedH0, telling::decidedH1);
        return new TrialPlan(
                scenario,
                sought,
                rejection,
                method,
                design,
                sought == Sought.POWER ? only.power() : value,
                only.power(),
                only.typeIError(),
                only.hazardRatio(),
                only.looks(),
                comparisons,
                List.of(),
                ends.events(),
                ends.patients(),
                ends.duration(),
                only.inflation());
    }

    private TrialPlan ofSeveral(Sought sought, double value, double[] information, List<ComparisonPlan> comparisons) {
        ManyToOne together = design.crossing(method);
        ManyToOne underNull = design.crossingUnderNull(UnaryOperator.identity());
        ManyToOne forLevel = design.crossingUnderNull(bounds -> StagedScenario.forLevel(scenario.analysis(), bounds));
        List<JointLook> joint = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            joint.add(new JointLook(together.any(k), together.all(k), together.decided(k)));
        }
        Ends ends = ends(underNull::decided, together::decided);
        return new TrialPlan(
                scenario,
                sought,
                rejection,
                method,
                design,
                sought == Sought.POWER ? together.any(count) : value,
                together.any(count),
                forLevel.any(count),
                Double.NaN,
                looks(information),
                comparisons,
                joint,
                ends.events(),
                ends.patients(),
                ends.duration(),
                Double.NaN);
    }

    private List<LookPlan> looks(double[] information) {
        double[] events = design.events();
        double[] times = design.calendarTimes();
        ExpectedEvents expected = design.expected();
        List<LookPlan> looks = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            looks.add(
                    new LookPlan(k + 1, information[k], events[k], times[k], expected.enrolled(times[k]), null, null));
        }
        return looks;
    }

    /** Events, patients and calendar time when the trial stops. */
    private record Ends(UnderHypotheses events, UnderHypotheses patients, UnderHypotheses duration) {}

    /** From the probabilities of having stopped by each look (from 1), under both hypotheses and between. */
    private Ends ends(IntToDoubleFunction decidedH0, IntToDoubleFunction decidedH1) {
        double hazardRatioH0 = scenario.analysis().test().hazardRatioH0();
        ManyToOneDesign underNull = design.withTrial(StagedScenario.underNull(design.trial(), hazardRatioH0));
        ManyToOneDesign between = design.withTrial(StagedScenario.between(design, hazardRatioH0));
        IntToDoubleFunction decided = decidedBetween(between);
        return new Ends(
                atStop(ManyToOneDesign::events, decidedH0, underNull, decided, between, decidedH1),
                atStop(TrialTelling::patients, decidedH0, underNull, decided, between, decidedH1),
                atStop(ManyToOneDesign::calendarTimes, decidedH0, underNull, decided, between, decidedH1));
    }

    private UnderHypotheses atStop(
            Function<ManyToOneDesign, double[]> figures,
            IntToDoubleFunction decidedH0,
            ManyToOneDesign underNull,
            IntToDoubleFunction decidedBetween,
            ManyToOneDesign between,
            IntToDoubleFunction decidedH1) {
        return new UnderHypotheses(
                atStop(decidedH0, figures.apply(underNull)),
                atStop(decidedBetween, figures.apply(between)),
                atStop(decidedH1, figures.apply(design)));
    }

    private static double[] patients(ManyToOneDesign of) {
        ExpectedEvents expected = of.expected();
        return Arrays.stream(of.calendarTimes()).map(expected::enrolled).toArray();
    }

    private IntToDoubleFunction decidedBetween(ManyToOneDesign between) {
        try {
            if (between.comparisons() > 1) {
                return between.crossing(method)::decided;
            }
            CrossingProbabilities ends = between.comparison(0).crossing(method);
            return k -> ComparisonTelling.decided(ends, k);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return k -> Double.NaN;
        }
    }

    /** Nobody goes on after the last look. */
    private double atStop(IntToDoubleFunction decided, double[] figures) {
        double before = 0;
        double mean = 0;
        for (int k = 1; k <= count; k++) {
            double by = k == count ? 1 : decided.applyAsDouble(k);
            // A look that is never reached has infinite figures, and may have no share in the mean.
            mean += by <= before ? 0 : (by - before) * figures[k - 1];
            before = by;
        }
        return mean;
    }
}
