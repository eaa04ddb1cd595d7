package org.equipoise.simulator.cli;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.equipoise.simulator.engine.Progress;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error, for runs that take longer than a moment, where a person watches. */
final class ProgressDisplay implements Progress, AutoCloseable {
    /** Set by the launcher: whether standard error is a terminal, which Java itself cannot tell. */
    private static final boolean TERMINAL = Boolean.getBoolean("equipoise.terminal");

    private static final long MOMENT_NANOS = 800_000_000L;
    private static final int UPDATE_MILLIS = 100;
    private static final int WIDTH = 80;

    private final Console console;
    private final long start = System.nanoTime();
    private @Nullable ProgressBar bar;

    ProgressDisplay(Console console) {
        this.console = console;
    }

    @Override
    public void update(long done, long planned) {
        if (bar == null) {
            if (!TERMINAL || done == planned || System.nanoTime() - start < MOMENT_NANOS) {
                return;
            }
            bar = open(done, planned);
        }
        bar.maxHint(planned);
        bar.stepTo(done);
    }

    private ProgressBar open(long done, long planned) {
        return new ProgressBarBuilder()
                .setTaskName("Replicates")
                .setInitialMax(planned)
                .startsFrom(done, Duration.ofNanos(System.nanoTime() - start))
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setMaxRenderedLength(WIDTH)
                .setConsumer(new ConsoleProgressBarConsumer(console.err(), WIDTH))
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
