package org.equipoise.core.survival;

import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Random data for tests: the seed decides everything, so a failing seed is all that is needed to see the data again.
 */
final class RandomPatients {
    final double[] time;
    final boolean[] event;
    final boolean[] experimental;
    final int[] stratum;

    /**
     * About a third of the seeds give no ties, a third some, and a third mostly ties; both arms have at least 2
     * patients.
     */
    RandomPatients(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 8 + random.nextInt(120);
        double grid = switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> 0.25;
            default -> 3;
        };
        double hazardRatio = Math.exp(2 * random.nextDouble() - 1);
        time = new double[n];
        event = new boolean[n];
        experimental = new boolean[n];
        stratum = new int[n];
        for (int i = 0; i < n; i++) {
            experimental[i] = i < 4 ? i % 2 == 0 : random.nextInt(3) > 0;
            double toEvent = -6 * Math.log(1 - random.nextDouble()) / (experimental[i] ? hazardRatio : 1);
            double toCensoring = -15 * Math.log(1 - random.nextDouble());
            double seen = Math.min(toEvent, toCensoring);
            time[i] = grid > 0 ? Math.ceil(seen / grid) * grid : seen;
            event[i] = toEvent <= toCensoring;
            stratum[i] = random.nextInt(3);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    SurvivalData data() {
        return SurvivalData.of(time, event, experimental);
    }

    SurvivalData swapped() {
        boolean[] other = new boolean[experimental.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = !experimental[i];
        }
        return SurvivalData.of(time, event, other);
    }

    SurvivalData scaled(double factor) {
        double[] scaled = time.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return SurvivalData.of(scaled, event, experimental);
    }

    SurvivalData shuffled(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] t = time.clone();
        boolean[] e = event.clone();
        boolean[] x = experimental.clone();
        for (int i = t.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double time = t[i];
            t[i] = t[j];
            t[j] = time;
            boolean event = e[i];
            e[i] = e[j];
            e[j] = event;
            boolean arm = x[i];
            x[i] = x[j];
            x[j] = arm;
        }
        return SurvivalData.of(t, e, x);
    }

    boolean hasTiedEvents() {
        for (int i = 0; i < time.length; i++) {
            for (int j = 0; j < i; j++) {
                if (event[i] && event[j] && time[i] == time[j]) {
                    return true;
                }
            }
        }
        return false;
    }
}
