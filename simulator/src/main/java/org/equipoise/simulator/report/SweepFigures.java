package org.equipoise.simulator.report;

import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.report.chart.Picture;
import org.equipoise.simulator.report.figure.sweep.Factor;
import org.equipoise.simulator.report.figure.sweep.Outcomes;
import org.equipoise.simulator.report.figure.sweep.PowerMap;
import org.equipoise.simulator.report.figure.sweep.WhatMatters;
import org.equipoise.simulator.sweep.sensitivity.Sensitivity;
import org.equipoise.simulator.sweep.sensitivity.Share;

/**
 * The charts of a report about a sweep.
 *
 * @param map power over what is crossed
 * @param matters what matters most
 */
public record SweepFigures(List<Picture> map, List<Picture> matters) {
    /** Copies the lists. */
    public SweepFigures {
        map = List.copyOf(map);
        matters = List.copyOf(matters);
    }

    /** Makes all charts. */
    public static SweepFigures of(SweepPage page) {
        Outcomes outcomes = page.outcomes();
        Sensitivity sensitivity = page.findings().sensitivity();
        List<Picture> matters = new ArrayList<>();
        if (sensitivity != null) {
            matters.add(WhatMatters.of(
                    sensitivity,
                    sensitivity.shares().stream()
                            .map(share -> page.names(share.paths()))
                            .toList(),
                    outcomes.areNull() ? "type I error" : "power"));
        }
        return new SweepFigures(
                PowerMap.of(outcomes, ranked(outcomes, page)).map(List::of).orElse(List.of()), matters);
    }

    /** The factors, the one that matters most first. */
    private static List<Integer> ranked(Outcomes outcomes, SweepPage page) {
        List<Integer> ranked = new ArrayList<>();
        Sensitivity sensitivity = page.findings().sensitivity();
        List<Factor> factors = outcomes.factors();
        for (Share share : sensitivity == null ? List.<Share>of() : sensitivity.shares()) {
            for (int f = 0; f < factors.size(); f++) {
                if (factors.get(f).paths().equals(share.paths())) {
                    ranked.add(f);
                }
            }
        }
        for (int f = 0; f < factors.size(); f++) {
            if (!ranked.contains(f)) {
                ranked.add(f);
            }
        }
        return ranked;
    }

    /** All charts in the order of the page. */
    public List<Picture> all() {
        List<Picture> all = new ArrayList<>(map);
        all.addAll(matters);
        return all;
    }
}
