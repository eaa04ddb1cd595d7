package org.equipoise.core.sequential;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.equipoise.core.numerics.Roots;
import org.equipoise.core.numerics.StandardNormal;

/**
 * When a trial stops, wherever its bounds come from: the information at each look, and for Z an efficacy and a futility
 * bound. One-sided: it stops at Z ≥ efficacy or Z ≤ futility. Two-sided: at |Z| ≥ efficacy or |Z| ≤ futility.
 * Immutable.
 *
 * <p>Looks are numbered from 1. Information is relative to whatever the drift is for: with drift δ, Z at information t
 * is normal with mean δ√t and variance 1, and the covariance of Z at s and at t ≥ s is √(s/t) (Jennison and Turnbull
 * 2000, section 3.1).
 */
public final class StoppingBounds {
    /** No design needs such a drift. */
    private static final double FARTHEST = 60;

    private final int sides;
    private final double[] information;
    private final double[] efficacy;
    private final double[] futility;

    private StoppingBounds(int sides, double[] information, double[] efficacy, double[] futility) {
        this.sides = sides;
        this.information = information.clone();
        this.efficacy = efficacy.clone();
        this.futility = futility.clone();
        Require.ascending("information", information);
        if (information.length == 0 || efficacy.length != information.length || futility.length != information.length) {
            throw new IllegalArgumentException(
                    "information, efficacy and futility must be equally long and not empty, had " + information.length
                            + ", " + efficacy.length + " and " + futility.length + " entries");
        }
        for (int k = 0; k < information.length; k++) {
            if (!(futility[k] <= efficacy[k])) {
                throw new IllegalArgumentException("the futility bound of look " + (k + 1)
                        + " must not exceed its efficacy bound, " + efficacy[k] + ", was " + futility[k]);
            }
        }
    }

    /**
     * Bounds of a one-sided test.
     *
     * @param information at each look, positive, increasing
     * @param efficacy Z at or above which the trial stops; infinite for none
     * @param futility Z at or below which the trial stops; -∞ for none
     * @throws IllegalArgumentException when lengths differ, information does not increase, or futility exceeds efficacy
     */
    public static StoppingBounds oneSided(double[] information, double[] efficacy, double[] futility) {
        return new StoppingBounds(1, information, efficacy, futility);
    }

    /** Bounds of a one-sided test without futility. */
    public static StoppingBounds oneSided(double[] information, double[] efficacy) {
        return new StoppingBounds(1, information, efficacy, none(efficacy.length));
    }

    /**
     * Bounds of a symmetric two-sided test.
     *
     * @param efficacy |Z| at or above which the trial stops, positive; infinite for none
     * @param futility |Z| at or below which the trial stops (an inner wedge); 0 or less for none
     * @throws IllegalArgumentException as above, or when an efficacy bound is not positive
     */
    public static StoppingBounds twoSided(double[] information, double[] efficacy, double[] futility) {
        for (int k = 0; k < efficacy.length; k++) {
            if (!(efficacy[k] > 0)) {
                throw new IllegalArgumentException("the efficacy bound of look " + (k + 1)
                        + " must be positive in a two-sided test, was " + efficacy[k]);
            }
        }
        return new StoppingBounds(2, information, efficacy, futility);
    }

    /** Bounds of a symmetric two-sided test without futility. */
    public static StoppingBounds twoSided(double[] information, double[] efficacy) {
        return twoSided(information, efficacy, none(efficacy.length));
    }

    static double[] none(int looks) {
        double[] none = new double[looks];
        Arrays.fill(none, Double.NEGATIVE_INFINITY);
        return none;
    }

    /** The same without futility bounds. */
    public StoppingBounds withoutFutility() {
        return new StoppingBounds(sides, information, efficacy, none(looks()));
    }

    /** The probabilities of stopping, look by look, when Z has mean {@code drift} at information 1. */
    public CrossingProbabilities crossing(double drift) {
        return crossing(corridor(), Require.finite("drift", drift), information);
    }

    /**
     * The probabilities of stopping when the drift itself is uncertain: the rejection is the assurance of the trial
     * (O'Hagan, Stevens and Campbell 2005, Pharmaceutical Statistics 4:187-201), exact for a normal prior.
     *
     * @param mean of the drift
     * @param sd its standard deviation, at least 0
     */
    public CrossingProbabilities crossing(double mean, double sd) {
        Require.between("standard deviation of the drift", sd, 0, 1e6);
        return crossing(corridor().after(0, 0, 0, sd * sd), Require.finite("mean of the drift", mean), information);
    }

    /** Where Z has another distribution than under a drift. */
    public interface Scale {
        /**
         * What is standard normal when Z is as it is at that look.
         *
         * @param look from 1
         * @param z finite
         * @return increasing in {@code z}
         */
        double standardised(int look, double z);
    }

    /**
     * The probabilities of stopping when Z has any distribution that a monotone transformation makes normal.
     *
     * @param information times of a Brownian motion whose correlations are those of Z, one for each look; expected
     *     information is on this scale
     * @throws IllegalArgumentException when information does not increase, or has not one entry for each look
     * @throws ArithmeticException when a bound has no place on the scale
     */
    public CrossingProbabilities crossing(double[] information, Scale scale) {
        return crossing(onScale(information, scale), 0, information);
    }

    /** The same bounds in general form, on a scale on which Z is standard normal. */
    Corridor onScale(double[] information, Scale scale) {
        Require.ascending("information", information);
        if (information.length != looks()) {
            throw new IllegalArgumentException(
                    "information must have one entry for each look, " + looks() + ", had " + information.length);
        }
        Corridor own = corridor();
        double[][] from = {own.lower(), own.wedgeLow(), own.wedgeHigh(), own.upper()};
        double[][] to = new double[from.length][looks()];
        for (int k = 0; k < looks(); k++) {
            for (int i = 0; i < from.length; i++) {
                boolean wedge = i == 1 || i == 2;
                boolean counts = wedge ? own.hasWedge(k) : Double.isFinite(from[i][k]);
                to[i][k] = counts ? scale.standardised(k + 1, from[i][k]) : from[i][k];
                if (Double.isNaN(to[i][k])) {
                    throw new ArithmeticException("Z has no distribution at look " + (k + 1));
                }
            }
        }
        return new Corridor(information, to[0], to[1], to[2], to[3]);
    }

    private CrossingProbabilities crossing(Corridor corridor, double drift, double[] at) {
        Recursion recursion = Recursion.under(drift, corridor);
        int looks = looks();
        double[] up = new double[looks];
        double[] down = new double[looks];
        double[] futile = new double[looks];
        double going = 1;
        double expected = 0;
        for (int k = 0; k < looks; k++) {
            up[k] = recursion.upper(k, drift);
            if (sides == 1) {
                futile[k] = recursion.lower(k, drift);
            } else {
                down[k] = recursion.lower(k, drift);
                futile[k] = recursion.wedge(k, drift);
            }
            double stop = k == looks - 1 ? going : up[k] + down[k] + futile[k];
            expected += at[k] * stop;
            going -= stop;
        }
        return new CrossingProbabilities(drift, up, down, futile, expected);
    }

    /** The same bounds in general form. */
    Corridor corridor() {
        double[] lower = futility;
        double[] wedgeLow = new double[looks()];
        double[] wedgeHigh = wedgeLow;
        if (sides == 2) {
            lower = Arrays.stream(efficacy).map(bound -> -bound).toArray();
            wedgeHigh = Arrays.stream(futility).map(bound -> Math.max(bound, 0)).toArray();
            wedgeLow = Arrays.stream(wedgeHigh).map(bound -> -bound).toArray();
        }
        return new Corridor(information, lower, wedgeLow, wedgeHigh, efficacy);
    }

    /**
     * The drift with which the upper efficacy bounds are crossed with that probability.
     *
     * @param power more than at drift 0, and less than 1
     * @throws IllegalArgumentException when the power is out of range, or no drift below 60 gives it
     */
    public double driftFor(double power) {
        return solve(power, false);
    }

    /** The drift ≥ 0 with which either efficacy bound of a two-sided test is crossed with that probability. */
    public double driftForEitherSide(double power) {
        return solve(power, true);
    }

    private double solve(double power, boolean eitherSide) {
        Require.inside("power", power, 0, 1);
        Corridor corridor = corridor();
        double last = efficacy[looks() - 1];
        // The last look alone has the power there: close to the root, and above it when nothing stops for futility.
        double guess = Math.max(1, (Double.isInfinite(last) ? 2 : last) + StandardNormal.upperQuantile(1 - power));
        for (double high = guess; high < FARTHEST; high *= 1.4) {
            Recursion recursion = Recursion.fromNullTo(high, corridor);
            DoubleUnaryOperator excess = drift -> rejection(recursion, drift, eitherSide) - power;
            if (excess.applyAsDouble(high) >= 0) {
                return Roots.within(excess, below(excess, high, power), high, 1e-13);
            }
        }
        throw new IllegalArgumentException(
                "power " + power + " is out of reach: the trial stops for futility too often,"
                        + " whatever the effect; lower the futility bounds");
    }

    /** A drift ≥ 0 below {@code high} at which the power falls short. */
    private static double below(DoubleUnaryOperator excess, double high, double power) {
        for (double step = 0.1; step < high; step *= 2) {
            if (excess.applyAsDouble(high - step) < 0) {
                return high - step;
            }
        }
        double atNull = power + excess.applyAsDouble(0);
        if (atNull >= power) {
            throw new IllegalArgumentException("power must be greater than the probability of rejecting under the"
                    + " null hypothesis, " + atNull + ", and less than 1, was " + power);
        }
        return 0;
    }

    private static double rejection(Recursion recursion, double drift, boolean eitherSide) {
        return recursion.rejection(drift) + (eitherSide ? recursion.oppositeRejection(drift) : 0);
    }

    /** 1 or 2. */
    public int sides() {
        return sides;
    }

    /** Number of looks. */
    public int looks() {
        return information.length;
    }

    /** Information at a look. */
    public double information(int look) {
        return information[Require.look(look, looks()) - 1];
    }

    /** Efficacy bound of a look on the scale of Z; infinite for none. */
    public double efficacy(int look) {
        return efficacy[Require.look(look, looks()) - 1];
    }

    /** Futility bound of a look on the scale of Z, or of |Z| in a two-sided test; -∞ for none. */
    public double futility(int look) {
        return futility[Require.look(look, looks()) - 1];
    }
}
