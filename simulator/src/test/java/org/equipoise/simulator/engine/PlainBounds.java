package org.equipoise.simulator.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.equipoise.simulator.design.ExpectedLooks;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Bounds;
import org.equipoise.simulator.scenario.Efficacy;
import org.equipoise.simulator.scenario.Futility;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of the looks by plain means: densities on one even grid by Simpson's rule, roots by halving and chords. It
 * shares the events expected at looks that do not name them, and expected times; nothing else. Futility of a classical
 * shape is left out.
 */
final class PlainBounds {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** Bounds of one look; infinite for none. */
    record Pair(double efficacy, double futility) {}

    private final Analysis analysis;
    private final int looks;
    private final double[] planned;
    private final double[] plannedTimes;
    private final double alpha;
    private final double beta;
    private final Map<List<? extends Number>, List<Pair>> known = new HashMap<>();
    private double constant = Double.NaN;
    private double drift;

    PlainBounds(Scenario scenario) {
        analysis = scenario.analysis();
        looks = analysis.looks().size();
        alpha = analysis.alpha() == null ? 0.025 : analysis.alpha() / analysis.sides();
        beta = analysis.power() == null ? 0.2 : 1 - analysis.power();
        planned = new double[looks];
        plannedTimes = new double[looks];
        if (needsInformation()) {
            for (int k = 0; k < looks; k++) {
                planned[k] = ExpectedLooks.of(scenario).events(k);
                plannedTimes[k] = ExpectedLooks.of(scenario).time(k);
            }
            constant = analysis.efficacy() instanceof Bounds.Shaped ? shapeConstant() : Double.NaN;
            drift = analysis.futility() instanceof Bounds.Spent ? designDrift() : 0;
        }
    }

    private boolean needsInformation() {
        return !(analysis.efficacy() == null || analysis.efficacy() instanceof Bounds.Given)
                || !(analysis.futility() == null || analysis.futility() instanceof Bounds.Given);
    }

    private boolean isByCalendar() {
        return analysis.efficacy() instanceof Bounds.Spent alphas && alphas.by() == Bounds.Spent.Clock.CALENDAR_TIME
                || analysis.futility() instanceof Bounds.Spent betas && betas.by() == Bounds.Spent.Clock.CALENDAR_TIME;
    }

    /**
     * @param events at each look; negative where it is not reached
     * @param times of each look
     */
    List<Pair> with(List<Integer> events, List<Double> times) {
        List<Number> key = new ArrayList<>(needsInformation() ? events : List.of());
        key.addAll(isByCalendar() ? times : List.of());
        return known.computeIfAbsent(
                key,
                one -> walk(
                        events.stream().mapToDouble(e -> e < 0 ? Double.NaN : e).toArray(),
                        times.stream().mapToDouble(t -> t).toArray(),
                        constant,
                        drift,
                        false));
    }

    /** The bounds, or after a plan of them the power under the drift in the only entry's efficacy. */
    private List<Pair> walk(double[] events, double[] times, double shape, double underDrift, boolean planning) {
        List<Pair> pairs = new ArrayList<>();
        Paths null0 = new Paths(0);
        Paths real = new Paths(underDrift);
        double spentAlpha = 0;
        double spentBeta = 0;
        double power = 0;
        double information = 0;
        Paths before = new Paths(0);
        double bound = INFINITE;
        for (int k = 0; k < looks; k++) {
            if (!needsInformation()) {
                pairs.add(new Pair(given(analysis.efficacy(), k, INFINITE), given(analysis.futility(), k, -INFINITE)));
                continue;
            }
            boolean last = k == looks - 1;
            double t = events[k] / planned[looks - 1];
            if (last && t <= information) {
                // Nothing new: Z stands where it stood, and may take what is left below the bound that it met.
                Paths met = before;
                double taken = alpha - spentAlpha + met.above(bound);
                pairs.add(new Pair(root(c -> met.above(c) - taken), -INFINITE));
                continue;
            }
            if (!(t > information)) {
                pairs.add(new Pair(INFINITE, -INFINITE));
                continue;
            }
            information = t;
            double share = isByCalendar() ? times[k] / plannedTimes[looks - 1] : t;
            double time = last ? 1 : Math.min(1, share);
            null0.goTo(t);
            real.goTo(t);
            double upper = upper(k, t, last && !planning, shape);
            if (Double.isNaN(upper)) {
                double spend = alphaBy(k, time) - spentAlpha;
                upper = spend <= 0 ? INFINITE : root(c -> null0.above(c) - spend);
            }
            spentAlpha += null0.above(upper);
            double lower = -INFINITE;
            if (analysis.futility() instanceof Bounds.Spent spent) {
                double spend = by(spent, k, time, beta) - spentBeta;
                boolean wedge = analysis.sides() == 2;
                lower = last ? upper : Math.min(upper, root(c -> spend - (wedge ? real.within(c) : real.below(c))));
                spentBeta += wedge ? real.within(lower) : real.below(lower);
            } else if (analysis.futility() != null) {
                lower = given(analysis.futility(), k, -INFINITE);
            }
            power += real.above(upper);
            Futility futility = analysis.futility();
            boolean binds = futility != null && futility.binding();
            before = null0.copy();
            bound = upper;
            if (analysis.sides() == 2) {
                null0.stopOutside(upper, binds ? lower : 0);
                real.stopOutside(upper, lower);
            } else {
                null0.stop(binds ? lower : -INFINITE, upper);
                real.stop(lower, upper);
            }
            pairs.add(new Pair(upper, last && futility instanceof Bounds.Spent ? -INFINITE : lower));
        }
        return planning ? List.of(new Pair(power, spentAlpha)) : pairs;
    }

    /** NaN where error spending decides. */
    private double upper(int k, double t, boolean lastOfShape, double shape) {
        if (analysis.efficacy() instanceof Efficacy.ByShape by) {
            if (by.boundary() == Bounds.Shaped.Shape.HAYBITTLE_PETO) {
                return k == looks - 1 ? Double.NaN : by.z();
            }
            return lastOfShape ? Double.NaN : shape * Math.pow(t, delta(by) - 0.5);
        }
        return analysis.efficacy() instanceof Bounds.Spent ? Double.NaN : given(analysis.efficacy(), k, INFINITE);
    }

    private static double delta(Bounds.Shaped by) {
        return switch (by.boundary()) {
            case OBRIEN_FLEMING -> 0;
            case POCOCK -> 0.5;
            default -> by.delta();
        };
    }

    private double alphaBy(int k, double time) {
        return analysis.efficacy() instanceof Bounds.Spent spent ? by(spent, k, time, alpha) : alpha;
    }

    private double by(Bounds.Spent spent, int k, double s, double total) {
        return switch (spent.spending()) {
            case OBRIEN_FLEMING -> 2 * PlainNormal.upper(PlainNormal.upperQuantile(total / 2) / Math.sqrt(s));
            case POCOCK -> total * Math.log(1 + (Math.E - 1) * s);
            case HWANG_SHIH_DE_CANI ->
                spent.gamma() == 0
                        ? total * s
                        : total * (1 - Math.exp(-spent.gamma() * s)) / (1 - Math.exp(-spent.gamma()));
            case POWER -> total * Math.pow(s, spent.rho());
            case VALUES -> spent.cumulative().get(k) / (spent instanceof Efficacy ? analysis.sides() : 1);
        };
    }

    private double given(@Nullable Bounds bounds, int k, double none) {
        if (bounds == null) {
            return none > 0 ? PlainNormal.upperQuantile(alpha) : none;
        }
        List<@Nullable Double> values = ((Bounds.Given) bounds).values();
        Double value = k < values.size() ? values.get(k) : null;
        if (value == null) {
            return none;
        }
        return switch (((Bounds.Given) bounds).scale()) {
            case Z -> value;
            case P -> PlainNormal.upperQuantile(value / analysis.sides());
            case HAZARD_RATIO -> throw new AssertionError("hazard ratios are turned into Z elsewhere");
        };
    }

    private double shapeConstant() {
        if (((Efficacy.ByShape) analysis.efficacy()).boundary() == Bounds.Shaped.Shape.HAYBITTLE_PETO) {
            return Double.NaN;
        }
        return root(c -> walk(planned, plannedTimes, c, 0, true).get(0).futility() - alpha);
    }

    private double designDrift() {
        return root(d ->
                1 - beta - walk(planned, plannedTimes, constant, d, true).get(0).efficacy());
    }

    /**
     * Root of a decreasing function between -10 and 10, or the end next to it: halving until it is nearly straight,
     * then chords, an end that stays counting half (the Illinois method).
     */
    private static double root(DoubleUnaryOperator f) {
        double low = -10;
        double high = 10;
        for (int i = 0; i < 7; i++) {
            double middle = (low + high) / 2;
            if (f.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double atLow = f.applyAsDouble(low);
        double atHigh = f.applyAsDouble(high);
        if (!(atLow > 0 && atHigh <= 0)) {
            return atLow > 0 ? high : low;
        }
        double before = low;
        double x = high;
        int stayed = 0;
        while (Math.abs(x - before) > 1e-13 && atHigh < 0) {
            before = x;
            x = (low * atHigh - high * atLow) / (atHigh - atLow);
            double value = f.applyAsDouble(x);
            if (value > 0) {
                low = x;
                atLow = value;
                atHigh /= stayed > 0 ? 2 : 1;
                stayed = 1;
            } else {
                high = x;
                atHigh = value;
                atLow /= stayed < 0 ? 2 : 1;
                stayed = -1;
            }
        }
        return x;
    }

    /** Density of Z over the paths that have not stopped, on an even grid. */
    private static final class Paths {
        private static final int PANELS = 160;

        private final double drift;
        private double[] z = {0};
        private double[] mass = {1};
        private double from;
        private double to;

        Paths(double drift) {
            this.drift = drift;
        }

        Paths copy() {
            Paths copy = new Paths(drift);
            copy.z = z;
            copy.mass = mass;
            copy.from = from;
            copy.to = to;
            return copy;
        }

        void goTo(double t) {
            to = t;
        }

        double above(double c) {
            return side(c, 1);
        }

        double below(double c) {
            return side(c, -1);
        }

        private double side(double c, int sign) {
            double sum = 0;
            for (int i = 0; i < z.length; i++) {
                double step = (c * Math.sqrt(to) - z[i] * Math.sqrt(from) - drift * (to - from)) / Math.sqrt(to - from);
                sum += mass[i] * (Double.isInfinite(c) ? (sign * c > 0 ? 0 : 1) : PlainNormal.upper(sign * step));
            }
            return sum;
        }

        double within(double c) {
            return c > 0 ? total() - above(c) - below(-c) : 0;
        }

        private double total() {
            double sum = 0;
            for (double each : mass) {
                sum += each;
            }
            return sum;
        }

        /** Keeps the paths that are within ±upper but not within ±inner. */
        void stopOutside(double upper, double inner) {
            if (!(inner > 0)) {
                stop(-upper, upper);
                return;
            }
            Paths other = copy();
            other.to = to;
            other.stop(-upper, -inner);
            stop(inner, upper);
            z = joined(other.z, z);
            mass = joined(other.mass, mass);
        }

        private static double[] joined(double[] a, double[] b) {
            double[] all = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, all, a.length, b.length);
            return all;
        }

        /** Keeps the paths between the bounds. */
        void stop(double lower, double upper) {
            double mean = drift * Math.sqrt(to);
            double low = Math.max(lower, mean - 8);
            double high = Math.max(low, Math.min(upper, mean + 8));
            double[] next = new double[PANELS + 1];
            double[] nextMass = new double[PANELS + 1];
            for (int j = 0; j <= PANELS; j++) {
                next[j] = low + (high - low) * j / PANELS;
                double density = 0;
                for (int i = 0; i < z.length; i++) {
                    double step = next[j] * Math.sqrt(to) - z[i] * Math.sqrt(from) - drift * (to - from);
                    density += mass[i] * Math.exp(-step * step / (2 * (to - from)));
                }
                double simpson = j == 0 || j == PANELS ? 1 : j % 2 == 1 ? 4 : 2;
                nextMass[j] =
                        density * Math.sqrt(to / (to - from) / (2 * Math.PI)) * simpson * (high - low) / PANELS / 3;
            }
            z = next;
            mass = nextMass;
            from = to;
        }
    }
}
