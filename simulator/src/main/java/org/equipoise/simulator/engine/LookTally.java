package org.equipoise.simulator.engine;

import java.util.Arrays;
import org.equipoise.simulator.engine.look.LookColumns;
import org.equipoise.simulator.engine.summary.Moments;
import org.equipoise.simulator.engine.summary.Transfer;

/** Sums over replicates of what one look shows, stopped earlier or not; merges with that of other replicates. */
final class LookTally {
    final Moments time = new Moments();
    final Moments enrolled = new Moments();
    final Moments dropouts = new Moments();
    final Moments events = new Moments();
    final Moments[] eventsByArm;
    final Moments[] z;

    LookTally(int arms) {
        eventsByArm = moments(arms);
        z = moments(arms - 1);
    }

    static Moments[] moments(int number) {
        Moments[] all = new Moments[number];
        Arrays.setAll(all, i -> new Moments());
        return all;
    }

    /** Replaces the content by the sums over a block. */
    void read(LookColumns columns, int size) {
        time.read(columns.time, size);
        enrolled.read(columns.enrolled, size);
        dropouts.read(columns.dropouts, size);
        events.read(columns.events, size);
        for (int a = 0; a < eventsByArm.length; a++) {
            eventsByArm[a].read(columns.eventsByArm[a], size);
        }
        for (int h = 0; h < z.length; h++) {
            z[h].read(columns.z[h], size);
        }
    }

    void merge(LookTally other) {
        time.merge(other.time);
        enrolled.merge(other.enrolled);
        dropouts.merge(other.dropouts);
        events.merge(other.events);
        for (int a = 0; a < eventsByArm.length; a++) {
            eventsByArm[a].merge(other.eventsByArm[a]);
        }
        for (int h = 0; h < z.length; h++) {
            z[h].merge(other.z[h]);
        }
    }

    void transfer(Transfer transfer) {
        time.transfer(transfer);
        enrolled.transfer(transfer);
        dropouts.transfer(transfer);
        events.transfer(transfer);
        for (Moments arm : eventsByArm) {
            arm.transfer(transfer);
        }
        for (Moments comparison : z) {
            comparison.transfer(transfer);
        }
    }
}
