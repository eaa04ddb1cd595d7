package org.equipoise.core.planning.logrank;

/** What is expected in one stratum at a cut: numbers at risk, hazards and the weight of an event, by node. */
final class ExpectedStratum {
    final Cut cut;
    final TestWeight test;
    final double theta;
    /** Of the stratum, from 0. */
    final int index;

    final double[] control;
    final double[] experimental;
    /** Patients at risk, both arms, the experimental share of them, and their pooled hazard. */
    final double[] atRisk;

    final double[] share;
    final double[] pooled;
    /** 1 before the horizon of the weight. */
    final double[] followed;
    /** The weight without the power of the number at risk, and its first two derivatives over itself. */
    final double[] value;

    final double[] logSlope;
    final double[] relativeCurvature;

    ExpectedStratum(Cut cut, TestWeight test, double theta, int index) {
        this.cut = cut;
        this.test = test;
        this.theta = theta;
        this.index = index;
        int count = cut.count;
        control = cut.courses.hazard[index][Courses.CONTROL];
        experimental = cut.courses.hazard[index][Courses.EXPERIMENTAL];
        atRisk = new double[count];
        share = new double[count];
        pooled = new double[count];
        followed = new double[count];
        value = new double[count];
        logSlope = new double[count];
        relativeCurvature = new double[count];
        double[] followedHazard = new double[count];
        for (int i = 0; i < count; i++) {
            double y1 = cut.atRisk[index][Courses.EXPERIMENTAL][i];
            atRisk[i] = y1 + cut.atRisk[index][Courses.CONTROL][i];
            share[i] = y1 / atRisk[i];
            pooled[i] = control[i] + (experimental[i] - control[i]) * share[i];
            followed[i] = cut.courses.grid.node(i) < test.horizon() ? 1 : 0;
            followedHazard[i] = followed[i] * pooled[i];
        }
        double[] cumulative = test.followsHazard() ? cut.running(followedHazard) : followedHazard;
        for (int i = 0; i < count; i++) {
            value[i] = test.value(cumulative[i]);
            logSlope[i] = test.logSlope(cumulative[i]);
            relativeCurvature[i] = test.relativeCurvature(cumulative[i]);
        }
    }

    /** Without the power of the number at risk, for {@code order} 1; its square for 2. */
    double weight(int order, int i) {
        return order == 1 ? value[i] : value[i] * value[i];
    }

    /**
     * Moves to the rate at which U grows at a node, for {@code order} 1, or V, for 2, apart from the weight; without
     * weights the derivatives of V by ln θ, for 3 and 4.
     */
    void rate(RiskRate rate, int order, int i) {
        double exponent = 1 + order * test.atRiskPower();
        if (order == 1) {
            rate.score(share[i], atRisk[i], exponent, theta, control[i], experimental[i]);
        } else if (order > 2) {
            rate.cumulant(order, share[i], atRisk[i], theta, control[i], experimental[i]);
        } else {
            rate.variance(share[i], atRisk[i], exponent, theta, control[i], experimental[i]);
        }
    }
}
