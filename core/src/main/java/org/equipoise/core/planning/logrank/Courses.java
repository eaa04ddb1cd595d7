package org.equipoise.core.planning.logrank;

import java.util.List;
import java.util.stream.DoubleStream;
import org.equipoise.core.distribution.ConstantHazards;
import org.equipoise.core.numerics.GaussGrid;
import org.equipoise.core.numerics.StepFunction;
import org.equipoise.core.planning.Balance;
import org.equipoise.core.planning.PlannedArm;
import org.equipoise.core.planning.PlannedStratum;
import org.equipoise.core.planning.PlannedTrial;

/** Hazards and shares at risk of every stratum and arm, sampled over patient time, for some looks at one trial. */
final class Courses {
    static final int CONTROL = 0;
    static final int EXPERIMENTAL = 1;

    /** Beyond this share at risk nothing counts. */
    private static final double NEGLIGIBLE = 1e-11;

    final GaussGrid grid;
    final int strata;
    /** By stratum and arm: share with neither event nor dropout, and hazard of the event, at the nodes. */
    final double[][][] atRisk;

    final double[][][] hazard;
    final double[] prevalence;
    final double[] armShare;
    final Balance balance;
    /** The same by part of the patients within which blocks are permuted; none where that is within strata. */
    final double[][][] atRiskWithin;

    final double[][][] hazardWithin;
    final double[] prevalenceWithin;

    private Courses(PlannedTrial trial, GaussGrid grid) {
        this.grid = grid;
        strata = trial.strata().size();
        atRisk = new double[strata][2][grid.size()];
        hazard = new double[strata][2][grid.size()];
        prevalence = new double[strata];
        armShare = new double[] {1 - trial.experimentalShare(), trial.experimentalShare()};
        balance = trial.balance();
        int parts = trial.blocksWithin().size();
        atRiskWithin = new double[parts][2][grid.size()];
        hazardWithin = new double[parts][2][grid.size()];
        prevalenceWithin = new double[parts];
        for (int stratum = 0; stratum < strata; stratum++) {
            prevalence[stratum] = trial.prevalence(stratum);
            sample(trial.strata().get(stratum), atRisk[stratum], hazard[stratum]);
        }
        double all = trial.blocksWithin().stream()
                .mapToDouble(PlannedStratum::prevalence)
                .sum();
        for (int part = 0; part < parts; part++) {
            PlannedStratum within = trial.blocksWithin().get(part);
            prevalenceWithin[part] = within.prevalence() / all;
            sample(within, atRiskWithin[part], hazardWithin[part]);
        }
    }

    private Courses(Courses base, double[][][] tilt, double step) {
        grid = base.grid;
        strata = base.strata;
        prevalence = base.prevalence;
        armShare = base.armShare;
        balance = base.balance;
        atRiskWithin = base.atRiskWithin;
        hazardWithin = base.hazardWithin;
        prevalenceWithin = base.prevalenceWithin;
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
     * @param statistics what is to be known there
     */
    static Courses of(PlannedTrial trial, Entries entries, double[] cuts, List<Statistic> statistics) {
        return new Courses(trial, GaussGrid.of(breakpoints(trial, entries, cuts, statistics)));
    }

    private void sample(PlannedStratum stratum, double[][] atRiskByArm, double[][] hazardByArm) {
        List<PlannedArm> arms = arms(stratum);
        for (int arm = 0; arm < 2; arm++) {
            sample(arms.get(arm), atRiskByArm[arm], hazardByArm[arm]);
        }
    }

    private void sample(PlannedArm arm, double[] atRisk, double[] hazard) {
        List<ConstantHazards> event = ConstantHazards.of(arm.event());
        List<ConstantHazards> dropout =
                arm.dropout() == null ? List.of(ConstantHazards.never()) : ConstantHazards.of(arm.dropout());
        if (event.size() == 1 && dropout.size() == 1) {
            sample(event.get(0).hazards(), dropout.get(0).hazards(), atRisk, hazard);
            return;
        }
        for (int i = 0; i < grid.size(); i++) {
            double age = grid.node(i);
            atRisk[i] = atRisk(arm, age);
            hazard[i] = arm.event().hazard(age);
        }
    }

    private void sample(StepFunction event, StepFunction dropout, double[] atRisk, double[] hazard) {
        for (int i = 0; i < grid.size(); i++) {
            double age = grid.node(i);
            atRisk[i] = Math.exp(-event.integral(age) - dropout.integral(age));
            hazard[i] = event.value(age);
        }
    }

    private static double atRisk(PlannedArm arm, double age) {
        double still = arm.event().survival(age);
        return arm.dropout() == null ? still : still * arm.dropout().survival(age);
    }

    private static List<PlannedArm> arms(PlannedStratum stratum) {
        return List.of(stratum.control(), stratum.experimental());
    }

    private static double[] breakpoints(
            PlannedTrial trial, Entries entries, double[] cuts, List<Statistic> statistics) {
        List<PlannedArm> all =
                trial.strata().stream().flatMap(s -> arms(s).stream()).toList();
        double top = DoubleStream.of(cuts).max().orElseThrow();
        while (negligibleAt(all, top / 2)) {
            top /= 2;
        }
        Breakpoints points = new Breakpoints(top);
        statistics.forEach(statistic -> points.add(statistic.horizon()));
        for (double cut : cuts) {
            points.add(cut);
            entries.knots().forEach(knot -> points.add(cut - knot));
        }
        for (PlannedArm arm : all) {
            DoubleStream.of(arm.event().knots()).forEach(points::add);
            if (arm.dropout() != null) {
                DoubleStream.of(arm.dropout().knots()).forEach(points::add);
            }
        }
        boolean smooth = statistics.stream().allMatch(Statistic::isSmoothEarly);
        all.forEach(arm -> points.resolve(arm.event(), smooth));
        return points.ascending();
    }

    private static boolean negligibleAt(List<PlannedArm> arms, double age) {
        return arms.stream().allMatch(arm -> atRisk(arm, age) < NEGLIGIBLE);
    }
}
