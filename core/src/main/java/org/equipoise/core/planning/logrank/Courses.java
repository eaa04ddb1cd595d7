package org.equipoise.core.planning.logrank;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.equipoise.core.numerics.GaussGrid;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;

/** Hazards and shares at risk of every stratum and arm, sampled over patient time, for some looks at one trial. */
final class Courses {
    static final int CONTROL = 0;
    static final int EXPERIMENTAL = 1;

    /** Cumulative hazards at which a distribution gets a breakpoint: dense near 0, where a hazard may be singular. */
    private static final double[] LANDMARKS = {1e-6, 1e-4, 1e-3, 0.01, 0.05, 0.15, 0.4, 0.8, 1.3, 2, 3, 4.5, 6.5, 9, 12
    };

    /** Beyond this share at risk nothing counts. */
    private static final double NEGLIGIBLE = 1e-11;

    private static final int EQUAL_PIECES = 10;

    final GaussGrid grid;
    final int strata;
    /** By stratum and arm: share with neither event nor dropout, and hazard of the event, at the nodes. */
    final double[][][] atRisk;

    final double[][][] hazard;
    final double[] prevalence;
    final double[] armShare;

    private Courses(PlannedTrial trial, GaussGrid grid) {
        this.grid = grid;
        strata = trial.strata().size();
        atRisk = new double[strata][2][grid.size()];
        hazard = new double[strata][2][grid.size()];
        prevalence = new double[strata];
        armShare = new double[] {1 - trial.experimentalShare(), trial.experimentalShare()};
        for (int stratum = 0; stratum < strata; stratum++) {
            prevalence[stratum] = trial.prevalence(stratum);
            List<PlannedArm> arms = arms(trial.strata().get(stratum));
            for (int arm = 0; arm < 2; arm++) {
                sample(arms.get(arm), atRisk[stratum][arm], hazard[stratum][arm]);
            }
        }
    }

    private Courses(Courses base, double[][][] tilt, double step) {
        grid = base.grid;
        strata = base.strata;
        prevalence = base.prevalence;
        armShare = base.armShare;
        atRisk = new double[strata][2][];
        hazard = new double[strata][2][];
        for (int stratum = 0; stratum < strata; stratum++) {
            for (int arm = 0; arm < 2; arm++) {
                double[] more = base.hazard[stratum][arm].clone();
                double[] added = new double[grid.size()];
                for (int i = 0; i < added.length; i++) {
                    added[i] = i < tilt[stratum][arm].length ? step * tilt[stratum][arm][i] * more[i] : 0;
                    more[i] += added[i];
                }
                double[] total = grid.running(added, grid.size());
                double[] still = base.atRisk[stratum][arm].clone();
                for (int i = 0; i < still.length; i++) {
                    still[i] *= Math.exp(-total[i]);
                }
                hazard[stratum][arm] = more;
                atRisk[stratum][arm] = still;
            }
        }
    }

    /** The same with every hazard multiplied by 1 + {@code step} times {@code tilt}, by stratum, arm and node. */
    Courses tilted(double[][][] tilt, double step) {
        return new Courses(this, tilt, step);
    }

    /**
     * For looks at the calendar times {@code cuts}.
     *
     * @param more patient times at which something else is not smooth
     */
    static Courses of(PlannedTrial trial, Entries entries, double[] cuts, double more) {
        return new Courses(trial, GaussGrid.of(breakpoints(trial, entries, cuts, more)));
    }

    private void sample(PlannedArm arm, double[] atRisk, double[] hazard) {
        for (int i = 0; i < grid.size(); i++) {
            double age = grid.node(i);
            atRisk[i] = atRisk(arm, age);
            hazard[i] = arm.event().hazard(age);
        }
    }

    private static double atRisk(PlannedArm arm, double age) {
        double still = arm.event().survival(age);
        return arm.dropout() == null ? still : still * arm.dropout().survival(age);
    }

    private static List<PlannedArm> arms(PlannedStratum stratum) {
        return List.of(stratum.control(), stratum.experimental());
    }

    private static double[] breakpoints(PlannedTrial trial, Entries entries, double[] cuts, double more) {
        double last = DoubleStream.of(cuts).max().orElseThrow();
        List<DoubleStream> parts = new ArrayList<>();
        parts.add(DoubleStream.of(cuts));
        parts.add(DoubleStream.of(0, more));
        for (double cut : cuts) {
            parts.add(entries.knots().map(knot -> cut - knot));
        }
        List<PlannedArm> all =
                trial.strata().stream().flatMap(s -> arms(s).stream()).toList();
        for (PlannedArm arm : all) {
            parts.add(DoubleStream.of(arm.event().knots()));
            parts.add(DoubleStream.of(LANDMARKS).map(arm.event()::inverseCumulativeHazard));
            if (arm.dropout() != null) {
                parts.add(DoubleStream.of(arm.dropout().knots()));
            }
        }
        double end = last;
        while (negligibleAt(all, end / 2)) {
            end /= 2;
        }
        double top = end;
        parts.add(DoubleStream.iterate(1, k -> k + 1).limit(EQUAL_PIECES).map(k -> k * top / EQUAL_PIECES));
        double[] sorted = parts.stream()
                .flatMapToDouble(s -> s)
                .filter(t -> t >= 0 && t <= top)
                .sorted()
                .toArray();
        return separate(sorted, 1e-10 * top);
    }

    private static boolean negligibleAt(List<PlannedArm> arms, double age) {
        return arms.stream().allMatch(arm -> atRisk(arm, age) < NEGLIGIBLE);
    }

    /** Breakpoints of which no two are nearer than {@code distance}; first and last stay. */
    private static double[] separate(double[] sorted, double distance) {
        double last = sorted[sorted.length - 1];
        DoubleStream.Builder kept = DoubleStream.builder();
        double before = Double.NEGATIVE_INFINITY;
        for (double x : sorted) {
            if (x - before > distance && (x == last || last - x > distance)) {
                kept.add(x);
                before = x;
            }
        }
        return kept.build().toArray();
    }
}
