package org.equipoise.simulator.reading;

import java.util.Map;
import org.equipoise.core.numerics.SobolPoints;
import org.equipoise.core.random.RandomStream;
import org.equipoise.simulator.scenario.Default;
import org.equipoise.simulator.scenario.Doc;
import org.equipoise.simulator.scenario.Faults;
import org.equipoise.simulator.scenario.Range;

/**
 * Values drawn for some paths at once: points of a cube, each coordinate turned into a value of its path.
 *
 * @param method how the points are chosen
 * @param points how many
 * @param seed names the draws
 * @param of how the value at each path is distributed
 */
@Doc("Values drawn for some paths at once.")
record SweepSample(
        @Doc("sobol: evenly spread over all paths at once; random: independent.") @Default("sobol")
        Method method,

        @Doc("How many sets of values are drawn.") @Range(atLeast = 1, atMost = SweepSample.MOST_POINTS)
        int points,

        @Doc("Names the draws: the same seed gives the same values.") @Default("20260101")
        long seed,

        @Doc("How the value at each dotted path is distributed; paths are independent.")
        Map<String, @Separate AssumedValues> of) {

    static final int MOST_POINTS = 100_000;

    /** Names the draws of a sample among all that a seed can be used for. */
    private static final long PURPOSE = 0x73616D706C65L;

    /** How points are chosen. */
    @Doc("sobol: evenly spread; random: independent.")
    enum Method {
        /** A Sobol sequence, moved as a whole by the seed: each point by itself is uniform. */
        SOBOL,
        /** Independent uniform points. */
        RANDOM
    }

    SweepSample {
        Faults.of(SweepSample.class, method, points, seed, of).throwIfAny();
    }

    /** The points, each with so many coordinates in (0, 1). */
    double[][] draw(int coordinates) {
        RandomStream stream = new RandomStream(seed, PURPOSE);
        if (method == Method.SOBOL) {
            return SobolPoints.shifted(points, stream.words(coordinates).clone(), coordinates);
        }
        double[][] drawn = new double[points][coordinates];
        for (int i = 0; i < points; i++) {
            stream.select(i);
            for (int j = 0; j < coordinates; j++) {
                drawn[i][j] = ((stream.word(j) >>> 12) + 0.5) * 0x1p-52;
            }
        }
        return drawn;
    }
}
