package org.equipoise.simulator.scenario;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What piecewise constant functions of time share: pieces that start at 0 and follow each other. */
final class Steps {
    private Steps() {}

    /** Notes pieces that are missing, that do not start at 0, or that do not increase. */
    static <P> void check(Faults faults, String path, List<P> pieces, ToDoubleFunction<P> from) {
        if (pieces.isEmpty()) {
            faults.add(path, "is empty", "give at least one piece, from 0");
            return;
        }
        if (from.applyAsDouble(pieces.get(0)) != 0) {
            faults.add(
                    join(path, "0.from"),
                    "the first piece must start at 0, was " + Faults.plain(from.applyAsDouble(pieces.get(0))),
                    "write from: 0");
        }
        for (int i = 1; i < pieces.size(); i++) {
            double here = from.applyAsDouble(pieces.get(i));
            double before = from.applyAsDouble(pieces.get(i - 1));
            if (!(here > before)) {
                faults.add(
                        join(path, i + ".from"),
                        "must be later than the piece before (" + Faults.plain(before) + "), was " + Faults.plain(here),
                        "put the pieces in ascending order");
            }
        }
    }

    private static String join(String path, String rest) {
        return path.isEmpty() ? rest : path + "." + rest;
    }

    /** One number of each piece, as an array. */
    static <P> double[] column(List<P> pieces, ToDoubleFunction<P> number) {
        return pieces.stream().mapToDouble(number).toArray();
    }
}
