package org.equipoise.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.core.random.ExponentialSampler;
import org.equipoise.core.random.RandomStream;
import org.equipoise.simulator.scenario.EnrolmentPlan;
import org.equipoise.simulator.scenario.RatePiece;

/** The calendar times at which patients enter, written plainly. */
final class PlainEnrolment {
    private PlainEnrolment() {}

    static List<Double> entries(EnrolmentPlan plan, RandomStream stream) {
        int n = plan.patients();
        List<Double> expected = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += ExponentialSampler.of(stream.word(i));
            expected.add(plan.arrivals() == EnrolmentPlan.Arrivals.EVEN ? i + 1.0 : sum);
        }
        if (plan.arrivals() == EnrolmentPlan.Arrivals.UNIFORM) {
            double total = sum + ExponentialSampler.of(stream.word(n));
            expected.replaceAll(points -> points / total * n);
        }
        List<Double> entries = new ArrayList<>();
        expected.forEach(e -> entries.add(calendarOf(e, plan)));
        return entries;
    }

    /** The calendar time by which a number of patients is expected. */
    private static double calendarOf(double expected, EnrolmentPlan plan) {
        if (plan.duration() != null) {
            return expected * plan.duration() / plan.patients();
        }
        double left = expected;
        List<RatePiece> rates = plan.rates();
        for (int k = 0; k + 1 < rates.size(); k++) {
            double piece = rates.get(k).rate()
                    * (rates.get(k + 1).from() - rates.get(k).from());
            if (left <= piece) {
                return rates.get(k).from() + left / rates.get(k).rate();
            }
            left -= piece;
        }
        RatePiece last = rates.get(rates.size() - 1);
        return last.from() + left / last.rate();
    }
}
