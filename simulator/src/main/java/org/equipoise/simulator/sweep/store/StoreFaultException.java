package org.equipoise.simulator.sweep.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The store of a sweep cannot be used as asked; the message says why, what has become of it, and the way out. */
public final class StoreFaultException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    StoreFaultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
