package org.equipoise.simulator.analytic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.simulator.scenario.Scenario;

/** Whether the times of a scenario are in one unit: events far faster or slower than enrolment are suspect. */
final class TimeScale {
    /** A trial that enrols for a year has medians of hours beyond this, or of centuries. */
    private static final double SUSPECT = 1000;

    private TimeScale() {}

    /** One warning for each arm whose median is suspect; half of a cured arm's events count. */
    static List<String> warnings(Scenario scenario) {
        double enrolment = scenario.enrolment().enrolment().duration();
        return Stream.concat(Stream.of(scenario.controlArm()), scenario.experimentalArms().stream())
                .flatMap(arm -> {
                    double median = halfOfAll(scenario.eventTime(arm));
                    boolean suspect = median > 0 && (median < enrolment / SUSPECT || median > enrolment * SUSPECT);
                    return suspect ? Stream.of(warning(scenario, arm, median, enrolment)) : Stream.empty();
                })
                .toList();
    }

    /** 0 when there is none. */
    private static double halfOfAll(EventTimeDistribution events) {
        double ever = -Math.expm1(-events.cumulativeHazard(Double.POSITIVE_INFINITY));
        return events.quantile(ever / 2);
    }

    private static String warning(Scenario scenario, String arm, double median, double enrolment) {
        String unit = scenario.timeUnit().name().toLowerCase(Locale.ROOT);
        return String.format(
                Locale.ROOT,
                "half of the events of arm %s come within %.3g %ss, and enrolment takes %.3g; are both in %ss?",
                arm,
                median,
                unit,
                enrolment,
                unit);
    }
}
