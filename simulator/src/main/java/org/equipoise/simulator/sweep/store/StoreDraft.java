package org.equipoise.simulator.sweep.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.equipoise.simulator.reading.ReadSweep;

/**
 * A store comes to be under another name, and is moved to its place when it is whole, so that a process that is killed
 * meanwhile, or a disk that is full, leaves nothing that looks like a store.
 */
final class StoreDraft {
    private StoreDraft() {}

    /**
     * Makes a store without results, unless another process has done so meanwhile.
     *
     * @throws StoreFaultException when it cannot be made; nothing is left behind
     */
    static void makeStore(Path store, ReadSweep sweep) {
        String prefix = "." + store.getFileName() + "-";
        Path draft = store.resolveSibling(prefix + ProcessHandle.current().pid());
        try {
            removeAbandoned(store, prefix);
            remove(draft);
            try (SweepDatabase database = SweepDatabase.open(draft, store)) {
                database.makeTables();
                database.describe(sweep, Origin.here());
                database.writeThrough();
            }
            if (!Files.exists(store)) {
                Files.move(draft, store, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw FileFaults.cannotWrite(store, e);
        } finally {
            remove(draft);
        }
    }

    /** Those of processes that are no more. */
    private static void removeAbandoned(Path store, String prefix) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(store.resolveSibling("."), prefix + "*")) {
            for (Path draft : drafts) {
                String process = draft.getFileName().toString().substring(prefix.length());
                if (process.matches("\\d{1,18}")
                        && ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
                    remove(draft);
                }
            }
        }
    }

    /** With the log of changes that DuckDB keeps beside it. */
    private static void remove(Path draft) {
        draft.toFile().delete();
        draft.resolveSibling(draft.getFileName() + ".wal").toFile().delete();
    }
}
