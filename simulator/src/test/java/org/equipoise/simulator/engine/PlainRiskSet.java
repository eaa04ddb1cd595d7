package org.equipoise.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.equipoise.simulator.engine.PlainReplicate.Finding;
import org.equipoise.simulator.engine.PlainReplicate.Seen;

/**
 * Patients at risk and events at one event time, experimental (1) and control (0), and what the log-rank test and the
 * Cox model make of them, written plainly.
 */
record PlainRiskSet(int atRisk1, int atRisk0, int events1, int events0) {
    static List<PlainRiskSet> of(List<Seen> seen) {
        List<PlainRiskSet> sets = new ArrayList<>();
        TreeSet<Double> eventTimes = new TreeSet<>();
        seen.stream().filter(Seen::event).forEach(s -> eventTimes.add(s.time()));
        for (double t : eventTimes) {
            int n1 = 0;
            int n0 = 0;
            int d1 = 0;
            int d0 = 0;
            for (Seen s : seen) {
                boolean fails = s.event() && s.time() == t;
                if (s.time() >= t && s.arm() > 0) {
                    n1++;
                    d1 += fails ? 1 : 0;
                } else if (s.time() >= t) {
                    n0++;
                    d0 += fails ? 1 : 0;
                }
            }
            sets.add(new PlainRiskSet(n1, n0, d1, d0));
        }
        return sets;
    }

    static double logRank(List<PlainRiskSet> sets, double theta) {
        double score = 0;
        double variance = 0;
        for (PlainRiskSet s : sets) {
            double n = s.atRisk1() + s.atRisk0();
            double d = s.events1() + s.events0();
            double share = theta * s.atRisk1() / (theta * s.atRisk1() + s.atRisk0());
            score += d * share - s.events1();
            if (n > 1) {
                variance += d * share * (1 - share) * (n - d) / (n - 1);
            }
        }
        return variance > 0 ? score / Math.sqrt(variance) : 0;
    }

    static Finding cox(List<PlainRiskSet> sets, double z) {
        boolean experimentalFails = sets.stream().anyMatch(s -> s.events1() > 0 && s.atRisk0() > 0);
        boolean controlFails = sets.stream().anyMatch(s -> s.events0() > 0 && s.atRisk1() > 0);
        if (!experimentalFails || !controlFails) {
            double limit = experimentalFails == controlFails
                    ? 0
                    : experimentalFails ? Double.POSITIVE_INFINITY : -Double.POSITIVE_INFINITY;
            return new Finding(z, limit, Double.POSITIVE_INFINITY);
        }
        double low = -20;
        double high = 20;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (score(sets, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double root = (low + high) / 2;
        return new Finding(z, root, 1 / Math.sqrt(information(sets, root)));
    }

    /** Derivative of the log partial likelihood, ties by Efron. */
    private static double score(List<PlainRiskSet> sets, double beta) {
        double sum = 0;
        for (PlainRiskSet s : sets) {
            sum += s.events1();
            for (int l = 0; l < s.events1() + s.events0(); l++) {
                sum -= shareOf(s, l, beta);
            }
        }
        return sum;
    }

    private static double information(List<PlainRiskSet> sets, double beta) {
        double sum = 0;
        for (PlainRiskSet s : sets) {
            for (int l = 0; l < s.events1() + s.events0(); l++) {
                sum += shareOf(s, l, beta) * (1 - shareOf(s, l, beta));
            }
        }
        return sum;
    }

    private static double shareOf(PlainRiskSet s, int l, double beta) {
        double gone = (double) l / (s.events1() + s.events0());
        double experimental = (s.atRisk1() - gone * s.events1()) * Math.exp(beta);
        return experimental / (experimental + s.atRisk0() - gone * s.events0());
    }
}
