package org.equipoise.core.sequential;

import java.util.Arrays;
import org.equipoise.core.numerics.GaussianKernel;
import org.equipoise.core.numerics.StandardNormal;

/**
 * Density of Z at one look over the paths that have not stopped so far, held on the nodes of a quadrature: each node
 * has the mass it stands for. The next look's density and tail probabilities are sums over these (Armitage, McPherson
 * and Rowe 1969, JRSS A 132:235-244; Jennison and Turnbull 2000, "Group Sequential Methods with Applications to
 * Clinical Trials", section 19.2).
 *
 * <p>With Z√t = B, B(t) a Brownian motion with drift, information t being relative to the planned maximum and
 * {@code drift} = E Z at t = 1. The masses belong to {@code reference}, one drift; those of any other follow from the
 * likelihood ratio, exp((θ - θ₀) x √t - (θ² - θ₀²) t / 2) (Jennison and Turnbull 2000, section 19.3).
 *
 * <p>Mutable, reused from look to look, allocates only to grow.
 */
final class SubDensity {
    // The nodes lie in panels of 16 (Jennison and Turnbull use Simpson's rule on a fixed grid). The integrand is a
    // product of this look's density and the kernel to the next look, both Gaussian, with precision t/Δ before and t/Δ
    // after: a panel of PANEL such standard deviations leaves a relative error below 1e-12, at any spacing of the
    // looks.
    private static final int NODES = PanelKernel.NODES;
    private static final double PANEL = 5.6;
    /** Of a Gaussian kernel, what lies further out counts less than 1e-15. */
    private static final double WINDOW = 8.5;

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private static final int MOST_STEPS = 200;
    /** Halley's method triples the digits: after a step of this size the error is that of rounding. */
    private static final double CLOSE = 1e-5;

    private final double resolution;
    private final PanelKernel kernel = new PanelKernel();
    private double information;
    private double reference;
    private final Panels panels = new Panels();
    private int count;
    private double[] mass = new double[0];
    private double[] tilted = new double[0];
    private final double[] ratioWithin = new double[NODES];
    /** The drift to which {@code tilted} belongs; NaN while it belongs to none. */
    private double tiltedTo = Double.NaN;

    private double tail;
    private double tailDensity;
    private double tailSlope;

    /** @param resolution 1; more makes panels that much smaller, which a test uses to show that 1 is enough */
    SubDensity(double resolution) {
        this.resolution = resolution;
    }

    /** Before the first look: Z√t = 0 for certain. */
    void start(double reference) {
        this.reference = reference;
        information = 0;
        tiltedTo = Double.NaN;
        panels.onePoint(0);
        count = 1;
        grow();
        mass[0] = 1;
    }

    /**
     * Becomes the density at information {@code t} of the paths of {@code before} whose Z lies in {@code region} then.
     *
     * @param before another object
     * @param next information of the look after, to which this density will be carried
     */
    void advance(SubDensity before, double t, Region region, double next) {
        reference = before.reference;
        information = t;
        tiltedTo = Double.NaN;
        double precision = t / (next - t) + (before.information > 0 ? t / (t - before.information) : 1);
        panels.cover(region, PANEL / (Math.sqrt(precision) * resolution));
        count = panels.size();
        grow();
        double root = Math.sqrt(t);
        double step = Math.sqrt(t - before.information);
        if (before.information == 0) {
            for (int k = 0; k < count; k++) {
                mass[k] = GaussianKernel.of(panels.node(k) - reference * root);
            }
        } else {
            Arrays.fill(mass, 0, count, 0);
            receive(before, root, step);
        }
        for (int i = 0; i < panels.intervals(); i++) {
            double size = panels.half(i) * root / (step * ROOT_TWO_PI);
            for (int k = NODES * panels.first(i); k < NODES * panels.first(i + 1); k++) {
                mass[k] *= size * PanelKernel.weight(k % NODES);
            }
        }
    }

    /** The kernel from the nodes of another look, at the reference drift. */
    private void receive(SubDensity before, double root, double step) {
        double perTarget = root / step;
        double perSource = Math.sqrt(before.information) / step;
        Panels sources = before.panels;
        for (int i = 0; i < panels.intervals(); i++) {
            for (int j = 0; j < sources.intervals(); j++) {
                kernel.set(sources.half(j) * perSource, panels.half(i) * perTarget);
                for (int p = panels.first(i); p < panels.first(i + 1); p++) {
                    double at = panels.middle(p) * perTarget - reference * step;
                    // Where Z is far out, the paths come from further in.
                    double reach = WINDOW
                            + (Math.abs(panels.middle(p) - reference * root) + panels.half(i)) / perTarget
                            + kernel.sourceHalf()
                            + kernel.targetHalf();
                    for (int q = sources.first(j); q < sources.first(j + 1); q++) {
                        double distance = at - sources.middle(q) * perSource;
                        if (Math.abs(distance) <= reach) {
                            kernel.add(distance, before.mass, NODES * q, mass, NODES * p);
                        }
                    }
                }
            }
        }
    }

    /**
     * P(Z &gt; {@code z} at information {@code t}, not stopped before).
     *
     * @param t more than this look's
     */
    double above(double t, double z, double drift) {
        return tail(t, z, drift, 1);
    }

    /** P(Z &lt; {@code z} at information {@code t}, not stopped before). */
    double below(double t, double z, double drift) {
        return tail(t, z, drift, -1);
    }

    /** P(not stopped up to and including this look). */
    double total(double drift) {
        double[] masses = massesUnder(drift);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += masses[i];
        }
        return sum;
    }

    private double tail(double t, double z, double drift, int sign) {
        if (Double.isInfinite(z)) {
            return z * sign > 0 ? 0 : total(drift);
        }
        double step = Math.sqrt(t - information);
        double at = (z * Math.sqrt(t) - drift * (t - information)) / step;
        double slope = Math.sqrt(information) / step;
        double[] masses = massesUnder(drift);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double u = sign * (at - slope * panels.node(i));
            sum += masses[i] * StandardNormal.upperTail(u, GaussianKernel.of(u));
        }
        return sum;
    }

    private double[] massesUnder(double drift) {
        if (drift == reference || information == 0) {
            return mass;
        }
        if (drift != tiltedTo) {
            tilt(drift);
        }
        return tilted;
    }

    /** The likelihood ratio is that of a panel's middle times that of the place within. */
    private void tilt(double drift) {
        double slope = (drift - reference) * Math.sqrt(information);
        double shift = (drift - reference) * (drift + reference) * information / 2;
        for (int i = 0; i < panels.intervals(); i++) {
            for (int j = 0; j < NODES; j++) {
                ratioWithin[j] = StrictMath.exp(slope * panels.half(i) * PanelKernel.point(j));
            }
            for (int p = panels.first(i); p < panels.first(i + 1); p++) {
                double ratio = StrictMath.exp(slope * panels.middle(p) - shift);
                for (int j = 0; j < NODES; j++) {
                    int k = NODES * p + j;
                    tilted[k] = mass[k] == 0 ? 0 : mass[k] * ratio * ratioWithin[j];
                }
            }
        }
        tiltedTo = drift;
    }

    /**
     * The z for which P(Z &gt; z), or P(Z &lt; z), at information {@code t} is {@code probability}.
     *
     * @param upper whether the tail above z is meant
     * @return the infinity on that side for probability 0, the other one when there is not that much left
     */
    double quantile(double t, double probability, double drift, boolean upper) {
        int sign = upper ? 1 : -1;
        if (!(probability > 0)) {
            return sign * Double.POSITIVE_INFINITY;
        }
        if (probability >= total(drift)) {
            return -sign * Double.POSITIVE_INFINITY;
        }
        // In y = ±z the tail P decreases. ln P is concave where the density is log-concave, as that of a truncated
        // Gaussian process is (Prekopa 1973); Halley's steps on it converge from nearly anywhere, and a bracket catches
        // the rest. They start where the bound would be if nobody had stopped.
        double y = Math.min(StandardNormal.upperQuantile(probability) + sign * drift * Math.sqrt(t), 38);
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_STEPS; i++) {
            measureTail(t, y, drift, sign);
            double excess = StrictMath.log(tail / probability);
            if (excess >= 0) {
                low = y;
            } else {
                high = y;
            }
            double hazard = tailDensity / tail;
            double newton = excess / hazard;
            double curvature = hazard + tailSlope / tailDensity;
            double next = y + newton / (1 + 0.5 * newton * curvature);
            if (!(next >= low && next <= high)) {
                next = inside(low, high);
            }
            double moved = Math.abs(next - y);
            y = next;
            if (moved < CLOSE) {
                break;
            }
        }
        return sign * y;
    }

    private static double inside(double low, double high) {
        if (Double.isInfinite(low)) {
            return high - 2;
        }
        return Double.isInfinite(high) ? low + 2 : (low + high) / 2;
    }

    /** P(sign · Z &gt; y), its density and the density's slope, at {@code y}. */
    private void measureTail(double t, double y, double drift, int sign) {
        double step = Math.sqrt(t - information);
        double perStep = Math.sqrt(t) / step;
        double at = perStep * y - sign * drift * step;
        double slope = sign * Math.sqrt(information) / step;
        double[] masses = massesUnder(drift);
        double sum = 0;
        double density = 0;
        double moment = 0;
        for (int i = 0; i < count; i++) {
            double u = at - slope * panels.node(i);
            double kernel = GaussianKernel.of(u);
            double part = masses[i] * kernel;
            sum += masses[i] * StandardNormal.upperTail(u, kernel);
            density += part;
            moment += u * part;
        }
        tail = sum;
        tailDensity = density * perStep / ROOT_TWO_PI;
        tailSlope = -moment * perStep * perStep / ROOT_TWO_PI;
    }

    private void grow() {
        if (count > mass.length) {
            int length = Math.max(count, 2 * mass.length);
            mass = Arrays.copyOf(mass, length);
            tilted = Arrays.copyOf(tilted, length);
        }
    }
}
