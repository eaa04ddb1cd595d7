package org.equipoise.simulator.engine;

import java.util.Arrays;
import org.equipoise.simulator.engine.look.LookColumns;
import org.equipoise.simulator.engine.summary.QuantileSketch;
import org.equipoise.simulator.engine.summary.Transfer;

/**
 * The distributions that quantiles are told of: by look, calendar time; by look and comparison, the log hazard ratio.
 */
final class Sketches {
    final QuantileSketch[] time;
    final QuantileSketch[][] logHazardRatio;

    Sketches(int looks, int comparisons) {
        time = sketches(looks);
        logHazardRatio = new QuantileSketch[looks][];
        Arrays.setAll(logHazardRatio, k -> sketches(comparisons));
    }

    private static QuantileSketch[] sketches(int number) {
        QuantileSketch[] all = new QuantileSketch[number];
        Arrays.setAll(all, i -> new QuantileSketch());
        return all;
    }

    void add(Block block) {
        for (int k = 0; k < time.length; k++) {
            LookColumns look = block.look(k);
            add(time[k], look.time, block.size());
            for (int h = 0; h < logHazardRatio[k].length; h++) {
                add(logHazardRatio[k][h], look.logHazardRatio[h], block.size());
            }
        }
    }

    private static void add(QuantileSketch sketch, double[] column, int size) {
        for (int i = 0; i < size; i++) {
            sketch.add(column[i]);
        }
    }

    void merge(Sketches other) {
        for (int k = 0; k < time.length; k++) {
            time[k].merge(other.time[k]);
            for (int h = 0; h < logHazardRatio[k].length; h++) {
                logHazardRatio[k][h].merge(other.logHazardRatio[k][h]);
            }
        }
    }

    void transfer(Transfer transfer) {
        for (int k = 0; k < time.length; k++) {
            time[k].transfer(transfer);
            for (QuantileSketch sketch : logHazardRatio[k]) {
                sketch.transfer(transfer);
            }
        }
    }
}
