package org.equipoise.simulator.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a data file are what, as far as its user says so.
 *
 * @param time name of the column of times; by itself {@code time}
 * @param status name of the column that tells events from censored times; by itself {@code status} or {@code event}
 * @param arm name of the column of arms; by itself {@code arm}, {@code group} or {@code treatment}
 * @param control level of the control arm; by itself the usual words for one
 * @param experimental level of the arm that is compared with it; by itself the other of two
 * @param strata names of the columns whose levels together are a patient's stratum; may be empty
 * @param separator what stands between columns; by itself what the first line shows
 */
public record Selection(
        @Nullable String time,
        @Nullable String status,
        @Nullable String arm,
        @Nullable String control,
        @Nullable String experimental,
        List<String> strata,
        @Nullable Separator separator) {
    /** Nothing said. */
    public static final Selection BY_NAME = new Selection(null, null, null, null, null, List.of(), null);

    /** Keeps a list of its own. */
    public Selection {
        strata = List.copyOf(strata);
    }
}
