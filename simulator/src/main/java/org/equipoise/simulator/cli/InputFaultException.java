package org.equipoise.simulator.cli;

import java.io.Serial;

/** Something the user gave is wrong, or cannot be done with; the message says what, and what would be right. */
final class InputFaultException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    InputFaultException(String message) {
        super(message);
    }
}
