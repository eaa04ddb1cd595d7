package org.equipoise.simulator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a command writes: beside its place first, and moved there when it is whole, so that an older file is never lost to half a
 * new one.
 */
final class OutputFile {
    private final Path path;
    private final Path draft;

    /**
     * Makes sure, before any work is done, that the file can be written.
     *
     * @throws InputFaultException when it cannot
     */
    OutputFile(String option, Path path) {
        this.path = path.toAbsolutePath().normalize();
        Path parent = this.path.getParent();
        if (Files.isDirectory(this.path)) {
            throw new InputFaultException(option + ": '" + path + "' is a directory; name a file in it");
        }
        if (parent == null || !Files.isDirectory(parent)) {
            throw new InputFaultException(option + ": there is no directory '" + parent + "'; make it first");
        }
        if (Files.exists(this.path) && !Files.isRegularFile(this.path)) {
            draft = this.path;
            return;
        }
        try {
            draft = Files.createTempFile(parent, "." + this.path.getFileName() + "-", ".part");
            draft.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new InputFaultException(option + ": cannot write to '" + parent + "'; choose another place");
        }
    }

    /** A writer to the draft. */
    Writer open() {
        try {
            return Files.newBufferedWriter(draft, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the draft, which is whole and closed, in its place. */
    void commit() {
        if (draft.equals(path)) {
            return;
        }
        try {
            try {
                Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a whole text. */
    void write(String text) {
        try (Writer writer = open()) {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commit();
    }

    /** Where it is written to. */
    Path path() {
        return path;
    }
}
