package org.equipoise.simulator.sweep;

import java.util.List;
import org.equipoise.simulator.engine.Progress;
import org.equipoise.simulator.engine.Segment;
import org.equipoise.simulator.sweep.store.KeptScenario;
import org.jspecify.annotations.Nullable;

/**
 * The segments of all scenarios in one queue: scenario by scenario, so that few are under way at a time. Whoever asks
 * waits only while all segments known are taken, and those under way may ask for more.
 */
final class SegmentQueue {
    private final List<OngoingScenario> scenarios;
    private final Progress progress;
    private long done;
    private long planned;
    private int firstOpen;
    private boolean stopped;

    /** @param done replicates of scenarios that are finished already */
    SegmentQueue(List<OngoingScenario> scenarios, long done, Progress progress) {
        this.scenarios = scenarios;
        this.progress = progress;
        this.done = done;
        planned = done;
        for (OngoingScenario each : scenarios) {
            this.done += each.done();
            planned += each.planned();
        }
    }

    /** The next segment; null when there will be none any more. */
    synchronized @Nullable SegmentTask take() throws InterruptedException {
        while (!stopped) {
            SegmentTask task = find();
            if (task != null) {
                return task;
            }
            if (firstOpen == scenarios.size()) {
                return null;
            }
            wait();
        }
        return null;
    }

    private @Nullable SegmentTask find() {
        while (firstOpen < scenarios.size() && scenarios.get(firstOpen).isFinished()) {
            firstOpen++;
        }
        for (int i = firstOpen; i < scenarios.size(); i++) {
            SegmentTask task = scenarios.get(i).next();
            if (task != null) {
                return task;
            }
        }
        return null;
    }

    /**
     * Takes in a segment that was simulated.
     *
     * @return what its scenario has come to when that was its last one, else null
     */
    @Nullable
    KeptScenario finish(SegmentTask task, Segment segment) {
        OngoingScenario.Added added = task.scenario().add(segment);
        tell(segment.replicates(), added.morePlanned());
        return added.complete();
    }

    private synchronized void tell(long more, long morePlanned) {
        done += more;
        planned += morePlanned;
        progress.update(done, planned);
        notifyAll();
    }

    /** Hands out nothing more. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** The scenarios that may be under way. */
    synchronized List<OngoingScenario> open() {
        return scenarios.subList(firstOpen, Math.min(scenarios.size(), firstOpen + 64));
    }
}
