package org.equipoise.core.sequential;

import org.equipoise.core.numerics.StandardNormal;

/**
 * How an error probability is spent over a trial (Lan and DeMets 1983, Biometrika 70:659-663): none at time 0, all of
 * it at time 1, never less than before. Time is the information fraction, or a fraction of calendar time.
 *
 * <p>A function of one's own is a lambda: {@code (total, time) -> total * time}.
 */
@FunctionalInterface
public interface Spending {
    /**
     * Error spent by {@code time}.
     *
     * @param total to be spent by time 1, in (0, 1); one-sided: a two-sided test has it once for each side
     * @param time in [0, 1]
     */
    double spent(double total, double time);

    /**
     * Lan and DeMets' function that resembles O'Brien and Fleming's bounds: 2 - 2Φ(z / √time), z = Φ⁻¹(1 - total/2).
     */
    static Spending lanDeMetsOBrienFleming() {
        return new LanDeMetsOBrienFleming();
    }

    /** Lan and DeMets' function that resembles Pocock's bounds: total · ln(1 + (e - 1) time). */
    static Spending lanDeMetsPocock() {
        return new LanDeMetsPocock();
    }

    /**
     * Hwang, Shih and DeCani 1990, Statistics in Medicine 9:1439-1445: total · (1 - e^(-γ time)) / (1 - e^(-γ)).
     *
     * @param gamma γ in [-40, 40]; about -4 spends late, 1 early, 0 evenly
     * @throws IllegalArgumentException when γ is out of range
     */
    static Spending hwangShihDeCani(double gamma) {
        return new HwangShihDeCani(gamma);
    }

    /**
     * Kim and DeMets 1987, Biometrika 74:149-154: total · time^ρ.
     *
     * @param rho ρ in (0, 50]; 3 resembles O'Brien and Fleming, 1 spends evenly
     * @throws IllegalArgumentException when ρ is out of range
     */
    static Spending kimDeMets(double rho) {
        return new KimDeMets(rho);
    }

    /** See {@link Spending#lanDeMetsOBrienFleming()}. */
    record LanDeMetsOBrienFleming() implements Spending {
        @Override
        public double spent(double total, double time) {
            return time >= 1
                    ? total
                    : 2 * StandardNormal.upperTail(StandardNormal.upperQuantile(total / 2) / Math.sqrt(time));
        }
    }

    /** See {@link Spending#lanDeMetsPocock()}. */
    record LanDeMetsPocock() implements Spending {
        @Override
        public double spent(double total, double time) {
            return time >= 1 ? total : total * StrictMath.log1p((Math.E - 1) * time);
        }
    }

    /**
     * See {@link Spending#hwangShihDeCani}.
     *
     * @param gamma γ in [-40, 40]
     */
    record HwangShihDeCani(double gamma) implements Spending {
        public HwangShihDeCani {
            Require.between("gamma", gamma, -40, 40);
        }

        @Override
        public double spent(double total, double time) {
            if (time >= 1) {
                return total;
            }
            return gamma == 0 ? total * time : total * StrictMath.expm1(-gamma * time) / StrictMath.expm1(-gamma);
        }
    }

    /**
     * See {@link Spending#kimDeMets}.
     *
     * @param rho ρ in (0, 50]
     */
    record KimDeMets(double rho) implements Spending {
        public KimDeMets {
            if (!(rho > 0 && rho <= 50)) {
                throw new IllegalArgumentException("rho must be greater than 0 and at most 50, was " + rho);
            }
        }

        @Override
        public double spent(double total, double time) {
            return time >= 1 ? total : total * StrictMath.pow(time, rho);
        }
    }
}
