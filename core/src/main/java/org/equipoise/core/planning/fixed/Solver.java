package org.equipoise.core.planning.fixed;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.equipoise.core.distribution.ProportionalHazards;
import org.equipoise.core.numerics.Roots;
import org.equipoise.core.numerics.StandardNormal;
import org.equipoise.core.planning.ExpectedEvents;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;
import org.equipoise.core.planning.logrank.Look;

/**
 * Finds what gives a power. No search ends at a cap: that there is an answer is known from the limit of the power
 * before the search begins, or the reason why there is none is the answer.
 */
public final class Solver {
    /** Share of all events at which follow-up counts as endless. */
    private static final double ENDLESS = 1 - 1e-6;
    /** Longest and shortest step of a search, as factors. */
    private static final double FAR = 4;

    private static final double CLOSE = 1.005;

    private final FixedDesign design;
    private final ToDoubleFunction<FixedDesign> method;
    private final double target;

    private Solver(FixedDesign design, ToDoubleFunction<FixedDesign> method, double target) {
        this.design = design;
        this.method = method;
        this.target = target;
    }

    /**
     * What gives {@code power}.
     *
     * @param design what is given; for what is unknown, a first guess
     * @param method how power is computed
     * @param unknown what is to be found
     * @param power in (0, 1)
     * @throws IllegalArgumentException when the power is not above the level and below 1, or when the analysis is to
     *     stay at a number of events that endless follow-up of the patients does not give
     */
    public static Solution solve(FixedDesign design, PowerMethod method, Unknown unknown, double power) {
        return solve(design, method::power, unknown, power);
    }

    /**
     * What gives {@code power} by a way to compute it that is not among the named ones: say, that of a group-sequential
     * trial of which {@code design} is the last look.
     *
     * @param method power of any design that differs from {@code design} in what is unknown
     * @throws IllegalArgumentException as above
     */
    public static Solution solve(
            FixedDesign design, ToDoubleFunction<FixedDesign> method, Unknown unknown, double power) {
        double level = StandardNormal.upperTail(design.criticalValue());
        if (!(power > level && power < 1)) {
            throw new IllegalArgumentException(
                    "power must be greater than the level, " + level + ", and less than 1, was " + power);
        }
        if (unknown != Unknown.EVENTS && unknown != Unknown.FOLLOW_UP) {
            requireReachable(design);
        }
        Solver solver = new Solver(design, method, power);
        return switch (unknown) {
            case EVENTS -> solver.events();
            case PATIENTS ->
                solver.scaled(
                        Unknown.PATIENTS, solver::withPatients, design.trial().patients());
            case FOLLOW_UP -> solver.followUp();
            case ENROLMENT_DURATION ->
                solver.scaled(
                        Unknown.ENROLMENT_DURATION,
                        solver::withEnrolmentDuration,
                        design.trial().enrolmentDuration());
            case HAZARD_RATIO -> solver.hazardRatio();
        };
    }

    private static void requireReachable(FixedDesign design) {
        double available = ExpectedEvents.of(design.trial()).maximum();
        if (design.look().byEvents() && design.look().at() >= available) {
            throw new IllegalArgumentException("the analysis is at " + design.look() + ", but endless follow-up of "
                    + design.trial().patients() + " patients gives only " + available
                    + ": plan it at a calendar time, or with more patients");
        }
    }

    private Solution events() {
        double available = ExpectedEvents.of(design.trial()).maximum();
        double most = ENDLESS * available;
        DoubleFunction<FixedDesign> of = events -> design.withLook(Look.atEvents(events));
        double guess = design.look().byEvents() ? Math.min(design.look().at(), most) : most / 2;
        double value = search(x -> power(of.apply(x)), guess, most);
        return value > 0 ? found(Unknown.EVENTS, of, value) : impossible(Unknown.EVENTS, power(of.apply(most)));
    }

    private Solution followUp() {
        double enrolment = design.trial().enrolmentDuration();
        ExpectedEvents expected = ExpectedEvents.of(design.trial());
        double longest = expected.timeOf(ENDLESS * expected.maximum()) - enrolment;
        DoubleFunction<FixedDesign> of = followUp -> design.withLook(Look.atTime(enrolment + followUp));
        if (power(of.apply(0)) >= target) {
            return found(Unknown.FOLLOW_UP, of, 0);
        }
        // The first crossing: with an effect that wanes, more follow-up may cost power again.
        double lower = 0;
        double upper = Math.min(enrolment / 8, longest);
        while (power(of.apply(upper)) < target) {
            if (upper >= longest) {
                return impossible(Unknown.FOLLOW_UP, power(of.apply(longest)));
            }
            lower = upper;
            upper = Math.min(1.5 * upper, longest);
        }
        return found(Unknown.FOLLOW_UP, of, Roots.between(x -> power(of.apply(x)), target, lower, upper));
    }

    /** For what power increases in without limit, when there is an effect at all. */
    private Solution scaled(Unknown unknown, DoubleFunction<FixedDesign> of, double guess) {
        double value = search(x -> power(of.apply(x)), guess, Double.MAX_VALUE / FAR);
        return value > 0 ? found(unknown, of, value) : impossible(unknown, power(of.apply(guess)));
    }

    /**
     * Root in x &gt; 0; NaN when power does not rise to the target up to {@code most}, however large that is.
     *
     * @param guess at most {@code most}
     */
    private double search(DoubleUnaryOperator f, double guess, double most) {
        // The ends of a bracket are asked for again by whoever closes it.
        Map<Double, Double> known = new HashMap<>();
        DoubleUnaryOperator power = x -> known.computeIfAbsent(x, f::applyAsDouble);
        double lower = 0;
        double upper = Double.POSITIVE_INFINITY;
        double before = Double.NEGATIVE_INFINITY;
        double x = guess;
        while (true) {
            double now = power.applyAsDouble(x);
            double step = step(now);
            if (now >= target) {
                upper = x;
                if (lower > 0) {
                    return Roots.between(power, target, lower, upper);
                }
                x /= Math.max(1 / step, CLOSE);
            } else {
                // With an effect, Z grows as the root of x; so does power, until it is near 1.
                if (x >= most || !(now > before)) {
                    return Double.NaN;
                }
                lower = x;
                before = now;
                if (upper < Double.POSITIVE_INFINITY) {
                    return Roots.between(power, target, lower, upper);
                }
                x = Math.min(x * Math.max(step, CLOSE), most);
            }
        }
    }

    /** The factor of x that would bring this power to the target, were the mean of Z exactly as the root of x. */
    private double step(double power) {
        double drift = design.criticalValue() - StandardNormal.upperQuantile(power);
        double needed = design.criticalValue() - StandardNormal.upperQuantile(target);
        double factor = drift > 0 ? needed * needed / (drift * drift) : FAR;
        // A little too far, so that the next value lies on the other side.
        return Math.min(FAR, Math.max(1 / FAR, Math.pow(factor, 1.05)));
    }

    private Solution hazardRatio() {
        double now = design.averageHazardRatio();
        DoubleFunction<FixedDesign> of = ratio -> withFactor(ratio / now);
        double upper = now;
        while (power(of.apply(upper)) >= target) {
            upper *= 1.25;
        }
        double lower = upper / 1.25;
        double best = 0;
        while (power(of.apply(lower)) < target) {
            double reached = power(of.apply(lower));
            // Ever smaller ratios leave the experimental arm without events; power then has a limit below 1.
            if (lower < 1e-6 || !(reached >= best)) {
                return impossible(Unknown.HAZARD_RATIO, best);
            }
            best = reached;
            lower /= 1.25;
        }
        return found(Unknown.HAZARD_RATIO, of, Roots.between(x -> power(of.apply(x)), target, lower, 1.25 * lower));
    }

    private FixedDesign withFactor(double factor) {
        return design.withTrial(design.trial()
                .withStrata(design.trial().strata().stream()
                        .map(s -> new PlannedStratum(
                                s.prevalence(),
                                s.control(),
                                new PlannedArm(
                                        s.experimental().allocation(),
                                        ProportionalHazards.of(s.experimental().event(), factor),
                                        s.experimental().dropout())))
                        .toList()));
    }

    private FixedDesign withPatients(double patients) {
        Look look = design.look();
        double share = patients / design.trial().patients();
        return design.withTrial(design.trial().withPatientsInTheSameTime(patients))
                .withLook(look.byEvents() ? Look.atEvents(share * look.at()) : look);
    }

    private FixedDesign withEnrolmentDuration(double duration) {
        PlannedTrial trial = design.trial();
        double followUp = design.calendarTime() - trial.enrolmentDuration();
        double patients = trial.rates().integral(duration);
        PlannedTrial longer = trial.withPatientsAtTheSameRates(patients);
        // An analysis before the last entry stays as far before it, as long as there is anything to see.
        double time = Math.max(longer.enrolmentDuration() + followUp, 1e-3 * longer.enrolmentDuration());
        return design.withTrial(longer).withLook(Look.atTime(time));
    }

    private double power(FixedDesign candidate) {
        return method.applyAsDouble(candidate);
    }

    private Solution found(Unknown unknown, DoubleFunction<FixedDesign> of, double value) {
        FixedDesign solved = of.apply(value);
        return new Solution.Found(unknown, value, solved, power(solved));
    }

    private Solution impossible(Unknown unknown, double bestPower) {
        double available = ExpectedEvents.of(design.trial()).maximum();
        // Patients who would give the power in the same time; when there are none, the effect is to blame.
        FixedDesign complete =
                design.withLook(design.look().byEvents() ? Look.atEvents(ENDLESS * available) : design.look());
        double factor = unknown == Unknown.PATIENTS || unknown == Unknown.ENROLMENT_DURATION
                ? Double.NaN
                : search(
                        x -> power(new Solver(complete, method, target)
                                .withPatients(x * design.trial().patients())),
                        1,
                        Double.MAX_VALUE / FAR);
        Solution.Reason reason = factor > 0 ? Solution.Reason.TOO_FEW_EVENTS : Solution.Reason.NO_EFFECT;
        double patients = factor * design.trial().patients();
        double events = factor > 0
                ? new Solver(complete, method, target).withPatients(patients).events()
                : Double.NaN;
        return new Solution.Impossible(unknown, reason, target, bestPower, available, events, patients);
    }
}
