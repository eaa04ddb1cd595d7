package org.equipoise.simulator.sweep;

import java.util.HashMap;
import java.util.Map;
import org.equipoise.simulator.engine.Continuation;
import org.equipoise.simulator.engine.Segment;
import org.equipoise.simulator.engine.SimulationState;
import org.equipoise.simulator.reading.ReadScenario;
import org.equipoise.simulator.sweep.store.KeptScenario;
import org.equipoise.simulator.sweep.store.NeededScenario;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that is simulated, or waits for it. Its segments are handed out in order, come back in any, and are added
 * up in order. Threads share it. Its state is in memory only from its first segment to its last.
 */
final class OngoingScenario {
    /** Segments handed out beyond those added up; keeps those that wait few. */
    private static final int MOST_AHEAD = 16;

    private final ReadScenario read;
    private final @Nullable Continuation continuation;
    private final int segmentSize;
    private final Map<Long, Segment> waiting = new HashMap<>();
    private @Nullable SimulationState state;
    private long done;
    private long planned;
    private long handedOut;
    private long kept;
    private boolean finished;

    /** @param begun its state at the end of an earlier start, or null */
    OngoingScenario(NeededScenario needed, byte @Nullable [] begun) {
        read = needed.read();
        continuation = needed.continuation();
        segmentSize = Segment.size(read.scenario());
        planned = continuation == null
                ? SimulationState.leastReplicates(read.scenario())
                : SimulationState.leastReplicatesInWholeBlocks(read.scenario());
        if (begun != null) {
            state = ready(SimulationState.of(read.scenario(), read.bounds(), begun));
            note(state);
            handedOut = done;
            kept = done;
        }
    }

    private SimulationState ready(SimulationState begun) {
        return continuation == null ? begun : begun.inWholeBlocks();
    }

    private void note(SimulationState now) {
        done = now.replicates();
        planned = now.planned();
    }

    /** The next segment to simulate; null when there is none now. */
    synchronized @Nullable SegmentTask next() {
        if (handedOut == planned || handedOut - done >= (long) MOST_AHEAD * segmentSize) {
            return null;
        }
        int replicates = (int) Math.min(segmentSize, planned - handedOut);
        SegmentTask task = new SegmentTask(this, handedOut, replicates);
        handedOut += replicates;
        return task;
    }

    /**
     * What taking in a segment has led to.
     *
     * @param morePlanned replicates that turned out to be needed
     * @param complete what the scenario has come to when it was the last one, else null
     */
    record Added(long morePlanned, @Nullable KeptScenario complete) {}

    /** Takes in a segment. */
    synchronized Added add(Segment segment) {
        long before = planned;
        SimulationState now = state == null ? ready(SimulationState.start(read.scenario(), read.bounds())) : state;
        state = now;
        waiting.put(segment.first(), segment);
        for (Segment next = waiting.remove(done); next != null; next = waiting.remove(done)) {
            now.add(next);
            if (now.isComplete() && continuation != null) {
                now.goOn(continuation.next(now.result()));
            }
            note(now);
        }
        if (!now.isComplete()) {
            return new Added(planned - before, null);
        }
        finished = true;
        state = null;
        return new Added(0, KeptScenario.of(read, now));
    }

    /** What it has come to, when that is more than was kept already and not yet all; else null. */
    synchronized @Nullable KeptScenario checkpoint() {
        if (finished || state == null || done == kept) {
            return null;
        }
        kept = done;
        return KeptScenario.of(read, state);
    }

    synchronized boolean isFinished() {
        return finished;
    }

    /** Replicates that are done, in order. */
    synchronized long done() {
        return done;
    }

    /** Replicates that are needed, as far as is known. */
    synchronized long planned() {
        return planned;
    }

    ReadScenario read() {
        return read;
    }
}
