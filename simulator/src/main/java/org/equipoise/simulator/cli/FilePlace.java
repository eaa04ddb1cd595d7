package org.equipoise.simulator.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Names of files as they are given on the command line, and where they lead. */
final class FilePlace {
    private FilePlace() {}

    /** A path as it was given on the command line. */
    static Path named(String option, String given) {
        try {
            if (!given.isBlank()) {
                return Path.of(given);
            }
        } catch (InvalidPathException e) {
            throw new InputFaultException(
                    option + ": '" + given + "' cannot be the name of a file here; choose another,"
                            + " or, for letters beyond ASCII, a locale that has them (LC_ALL=C.UTF-8)");
        }
        throw new InputFaultException(option + ": the name of the file is missing");
    }

    /**
     * Where a link leads; a new name stays as it is.
     *
     * @throws InputFaultException when nothing can be written there
     */
    static Path target(String option, Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (Files.isDirectory(absolute)) {
            throw new InputFaultException(option + ": '" + path + "' is a directory; name a file in it");
        }
        if (parent == null || !Files.isDirectory(parent)) {
            throw new InputFaultException(option + ": there is no directory '" + parent + "'; make it first");
        }
        try {
            Files.readAttributes(absolute, BasicFileAttributes.class);
            if (!Files.isWritable(absolute)) {
                throw new InputFaultException(option + ": '" + path + "' is write-protected; choose another name");
            }
            return Files.isRegularFile(absolute) ? absolute.toRealPath() : absolute;
        } catch (NoSuchFileException e) {
            return inRealDirectory(option, absolute, parent);
        } catch (IOException e) {
            throw new InputFaultException(
                    option + ": cannot write '" + path + "' (" + reason(e) + "); choose another place");
        }
    }

    private static Path inRealDirectory(String option, Path file, Path parent) {
        try {
            return parent.toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            throw new InputFaultException(option + ": cannot find '" + parent + "' (" + reason(e) + ")");
        }
    }

    /** Why something failed, in a few words. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException fault && fault.getReason() != null) {
            return fault.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
