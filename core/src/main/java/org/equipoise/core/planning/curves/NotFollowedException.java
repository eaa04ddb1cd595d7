package org.equipoise.core.planning.curves;

/** A comparison is up to a patient time which too few patients are expected to be followed for by the analysis. */
public final class NotFollowedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NotFollowedException(String message) {
        super(message);
    }
}
