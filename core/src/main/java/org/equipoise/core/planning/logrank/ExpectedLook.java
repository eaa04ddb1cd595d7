package org.equipoise.core.planning.logrank;

/**
 * What is expected at a look, and Z at those data.
 *
 * @param time calendar time
 * @param events seen by then
 * @param patients enrolled by then
 * @param value score and variance at the expected data
 */
public record ExpectedLook(double time, double events, double patients, FirstOrder value) {
    static ExpectedLook of(Cut cut, Statistic statistic) {
        return new ExpectedLook(cut.time, cut.events(), cut.enrolled(), statistic.expected(cut));
    }

    /** Of moments: what they are about. */
    static ExpectedLook of(TestMoments moments) {
        return new ExpectedLook(
                moments.calendarTime(),
                moments.events(),
                moments.patients(),
                new FirstOrder(moments.score(), moments.information()));
    }

    double z() {
        return value.mean();
    }
}
