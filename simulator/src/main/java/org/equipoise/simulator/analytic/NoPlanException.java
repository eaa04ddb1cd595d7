package org.equipoise.simulator.analytic;

import java.io.Serial;

/** Why a scenario cannot be planned as it was asked for; the message says what would help. */
public final class NoPlanException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NoPlanException(String message) {
        super(message);
    }
}
