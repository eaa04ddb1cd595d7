package org.equipoise.simulator.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that a command writes: beside its place first, and moved there when it is whole, so that an older file is
 * never lost to half a new one. Closing removes what was not moved.
 */
final class OutputFile implements AutoCloseable {
    private final String option;
    private final Path path;
    private final Path draft;

    /**
     * Makes sure, before any work is done, that the file can be written.
     *
     * @throws InputFaultException when it cannot
     */
    OutputFile(String option, Path path) {
        this.option = option;
        this.path = FilePlace.target(option, path);
        draft = Files.exists(this.path) && !Files.isRegularFile(this.path) ? this.path : newDraft();
    }

    /** An empty file with the permissions of any new file, unlike a temporary one, which nobody else may read. */
    private Path newDraft() {
        try {
            for (int k = 0; ; k++) {
                Path free = path.resolveSibling(
                        ".equipoise-" + ProcessHandle.current().pid() + "-" + k + ".part");
                if (isCreated(free)) {
                    free.toFile().deleteOnExit();
                    return free;
                }
            }
        } catch (IOException e) {
            throw new InputFaultException(option + ": cannot write to '" + path.getParent() + "' ("
                    + FilePlace.reason(e) + "); choose another place");
        }
    }

    /** False where there is one already: of another output of this run, or left behind by a killed one. */
    private static boolean isCreated(Path file) throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /**
     * A writer to the draft.
     *
     * @throws InputFaultException when it cannot be opened
     */
    Writer open() {
        try {
            // Unlike the writer of Files, this one writes a replacement for half a surrogate pair instead of failing.
            return new BufferedWriter(new OutputStreamWriter(
                    Files.newOutputStream(draft, StandardOpenOption.WRITE), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Puts the draft, which is whole and closed, in its place.
     *
     * @throws InputFaultException when it cannot be moved
     */
    void commit() {
        if (!isDraft()) {
            return;
        }
        try {
            try {
                Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Writes a whole text.
     *
     * @throws InputFaultException when it cannot be written
     */
    void write(String text) {
        try (Writer writer = open()) {
            writer.write(text);
        } catch (IOException e) {
            throw failure(e);
        }
        commit();
    }

    /**
     * Writes a whole file.
     *
     * @throws InputFaultException when it cannot be written
     */
    void write(byte[] content) {
        try (OutputStream out = Files.newOutputStream(draft, StandardOpenOption.WRITE)) {
            out.write(content);
        } catch (IOException e) {
            throw failure(e);
        }
        commit();
    }

    /** What to say when writing fails. */
    InputFaultException failure(IOException e) {
        String older = isDraft() && Files.exists(path) ? "; the older file of this name is as it was" : "";
        return new InputFaultException(option + ": cannot write '" + path + "' (" + FilePlace.reason(e) + ")" + older);
    }

    /** Whether it would take the place of that file. A device can be written to by many. */
    boolean replaces(Path other) {
        if (!isDraft()) {
            return false;
        }
        try {
            return path.equals(other.toAbsolutePath().normalize())
                    || Files.exists(path) && Files.exists(other) && Files.isSameFile(path, other);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isDraft() {
        return !draft.equals(path);
    }

    /** Where it is written to. */
    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (!isDraft()) {
            return;
        }
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            // Left to the end of the process, which tries again.
        }
    }
}
