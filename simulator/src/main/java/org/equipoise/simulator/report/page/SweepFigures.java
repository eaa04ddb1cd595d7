package org.equipoise.simulator.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.equipoise.simulator.report.chart.Chart;
import org.equipoise.simulator.report.chart.Picture;
import org.equipoise.simulator.report.figure.sweep.Factor;
import org.equipoise.simulator.report.figure.sweep.FactorCharts;
import org.equipoise.simulator.report.figure.sweep.Outcomes;
import org.equipoise.simulator.report.figure.sweep.PowerMap;
import org.equipoise.simulator.report.figure.sweep.SampleCharts;
import org.equipoise.simulator.report.figure.sweep.ScenarioRows;
import org.equipoise.simulator.report.figure.sweep.TradeOff;
import org.equipoise.simulator.report.figure.sweep.TypeOneErrors;
import org.equipoise.simulator.report.figure.sweep.WhatMatters;
import org.equipoise.simulator.sweep.sensitivity.Sensitivity;
import org.equipoise.simulator.sweep.sensitivity.Share;

/**
 * The charts of a report about a sweep.
 *
 * @param typeOneError of the scenarios that assume the null hypothesis
 * @param map power over what is crossed
 * @param matters what matters most
 * @param byFactor power against each thing that varies
 * @param tradeOff what power costs
 * @param scenarios the best and the worst
 */
public record SweepFigures(
        List<Picture> typeOneError,
        List<Picture> map,
        List<Picture> matters,
        List<Picture> byFactor,
        List<Picture> tradeOff,
        List<Picture> scenarios) {
    /** Copies the lists. */
    public SweepFigures {
        typeOneError = List.copyOf(typeOneError);
        map = List.copyOf(map);
        matters = List.copyOf(matters);
        byFactor = List.copyOf(byFactor);
        tradeOff = List.copyOf(tradeOff);
        scenarios = List.copyOf(scenarios);
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
        List<Integer> ranked = ranked(outcomes, page);
        List<Picture> byFactor = new ArrayList<>(FactorCharts.of(outcomes, ranked));
        byFactor.addAll(SampleCharts.of(outcomes));
        Optional<Chart> typeOneError = TypeOneErrors.of(outcomes, page.alpha());
        boolean isFlat = outcomes.areNull() && sensitivity == null;
        return new SweepFigures(
                typeOneError.<List<Picture>>map(List::of).orElse(List.of()),
                isFlat ? List.of() : PowerMap.of(outcomes, ranked).map(List::of).orElse(List.of()),
                matters,
                isFlat ? List.of() : byFactor,
                TradeOff.of(outcomes),
                outcomes.areNull() ? List.of() : List.of(ScenarioRows.of(outcomes)));
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
        return Stream.of(map, typeOneError, matters, byFactor, tradeOff, scenarios)
                .flatMap(List::stream)
                .toList();
    }
}
