package org.equipoise.core.planning;

import org.equipoise.core.numerics.StepFunction;

/**
 * Incidence where both hazards are constant on pieces, in closed form: over x from the start of a piece on which they
 * are λ and μ, with S still there and z = (λ + μ) x, it grows by S λ x φ(z), φ(z) = (1 - exp(-z)) / z, and the area
 * below this growth is S λ x² (1 - φ(z)) / z. Immutable.
 */
final class SteppedIncidence implements IncidenceCurve {
    /** Below it (1 - φ(z)) / z is summed as a series, where the difference would be mostly rounding. */
    private static final double SMALL = 0.5;
    /** Coefficients of that series: (-1)ᵏ / (k + 2)!. */
    private static final double[] SERIES = new double[15];

    static {
        double factorial = 1;
        for (int k = 0; k < SERIES.length; k++) {
            factorial *= k + 2;
            SERIES[k] = (k % 2 == 0 ? 1 : -1) / factorial;
        }
    }

    private final double[] starts;
    /** Of the first time, and of both together, on each piece. */
    private final double[] hazard;

    private final double[] both;
    /** Share that neither has come to, and incidence, where each piece starts; one more entry for endless time. */
    private final double[] still;

    private final double[] before;

    /** @param share of all patients that this is about */
    SteppedIncidence(double share, StepFunction first, StepFunction other) {
        starts = StepFunction.union(new double[] {0}, StepFunction.union(first.jumps(), other.jumps()));
        int pieces = starts.length;
        hazard = new double[pieces];
        both = new double[pieces];
        still = new double[pieces];
        before = new double[pieces];
        still[0] = share;
        for (int k = 0; k < pieces; k++) {
            hazard[k] = first.value(starts[k]);
            both[k] = hazard[k] + other.value(starts[k]);
            if (k + 1 < pieces) {
                Walk walk = new Walk(k);
                walk.go(starts[k + 1] - starts[k]);
                still[k + 1] = walk.left;
                before[k + 1] = walk.incidence;
            }
        }
    }

    @Override
    public double total() {
        int last = starts.length - 1;
        return hazard[last] == 0 ? before[last] : before[last] + still[last] * hazard[last] / both[last];
    }

    @Override
    public Walk walkFrom(double time) {
        int piece = starts.length - 1;
        while (time < starts[piece]) {
            piece--;
        }
        Walk walk = new Walk(piece);
        walk.go(time - starts[piece]);
        return walk;
    }

    /** Goes up from the start of a piece. */
    final class Walk implements IncidenceCurve.Walk {
        private int piece;
        private double position;
        private double left;
        private double incidence;

        private Walk(int piece) {
            this.piece = piece;
            position = starts[piece];
            left = still[piece];
            incidence = before[piece];
        }

        @Override
        public double areaUpTo(double next, double width) {
            if (piece + 1 == starts.length || next <= starts[piece + 1]) {
                return go(width);
            }
            double area = 0;
            while (piece + 1 < starts.length && next > starts[piece + 1]) {
                area += go(starts[piece + 1] - position);
                piece++;
                position = starts[piece];
                left = still[piece];
                incidence = before[piece];
            }
            return area + go(next - position);
        }

        /** @return the area below the incidence on the way */
        private double go(double width) {
            double z = both[piece] * width;
            double kept = Math.exp(-z);
            double grown;
            double below;
            if (z < SMALL) {
                double rest = series(z);
                double slope = left * hazard[piece] * width;
                grown = slope * (1 - z * rest);
                below = slope * rest * width;
            } else {
                double ever = left * hazard[piece] / both[piece];
                double gone = 1 - kept;
                grown = ever * gone;
                below = ever * (width - gone / both[piece]);
            }
            double area = width * incidence + below;
            incidence += grown;
            left *= kept;
            position += width;
            return area;
        }
    }

    private static double series(double z) {
        double sum = 0;
        for (int k = SERIES.length - 1; k >= 0; k--) {
            sum = sum * z + SERIES[k];
        }
        return sum;
    }
}
