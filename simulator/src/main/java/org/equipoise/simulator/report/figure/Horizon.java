package org.equipoise.simulator.report.figure;

import org.equipoise.simulator.analytic.Expectations;

/** How far time axes reach. */
final class Horizon {
    private Horizon() {}

    /** Calendar time somewhat after the last look that is expected at all; twice the enrolment where none is. */
    static double calendar(Subject subject, Expectations expectations) {
        double end = 0;
        for (int k = 0; k < subject.looks(); k++) {
            if (expectations.atLook(k).isReached()) {
                end = Math.max(end, expectations.atLook(k).calendarTime());
            }
        }
        double enrolled = subject.scenario().enrolment().enrolment().duration();
        return end > 0 ? Math.max(1.15 * end, 1.05 * enrolled) : 2 * enrolled;
    }

    /** Time since randomisation for which the first patients are followed until the last look. */
    static double followUp(Subject subject, Expectations expectations) {
        return calendar(subject, expectations) / 1.15;
    }
}
