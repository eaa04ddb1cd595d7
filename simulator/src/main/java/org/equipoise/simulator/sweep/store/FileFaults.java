package org.equipoise.simulator.sweep.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says in words why a file could not be written. */
final class FileFaults {
    private FileFaults() {}

    static StoreFaultException cannotWrite(Path file, IOException fault) {
        String reason = reason(fault);
        return reason.contains("No space left")
                ? SqlFaults.full(file, fault)
                : new StoreFaultException("cannot write '" + file + "' (" + reason + ")", fault);
    }

    static String reason(IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (fault instanceof FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        if (fault instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }
}
