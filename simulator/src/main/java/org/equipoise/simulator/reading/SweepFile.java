package org.equipoise.simulator.reading;

import java.util.List;
import java.util.Map;
import org.equipoise.simulator.scenario.Criterion;
import org.equipoise.simulator.scenario.Default;
import org.equipoise.simulator.scenario.Doc;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep file says.
 *
 * @param sweep identifier
 * @param base file of the scenario that is varied
 * @param set values that hold for every scenario, by path
 * @param designs alternatives by name, each some values by path
 * @param assumptions alternatives by name, each some values by path
 * @param vary values by path, each path crossed with the others
 * @param together blocks of values by path that move in step
 * @param sample values drawn for some paths
 * @param expect what the result of every scenario must show
 */
@Doc("A sweep: a scenario, and what varies in it. Every combination is one scenario.")
record SweepFile(
        @Doc("Identifier: letters, digits, '.', '_', '-'.") String sweep,

        @Doc("The scenario that is varied: a file, named from where this one stands.")
        String base,

        @Doc("Values that hold for every scenario, by dotted path, such as simulation.replicates.") @Default("{}")
        Map<String, @Separate Node> set,

        @Doc("Designs by name, each some values by dotted path; crossed with everything else.") @Default("{}")
        Map<String, @Separate Map<String, @Separate Node>> designs,

        @Doc("Sets of assumptions by name, each some values by dotted path; crossed with everything else.")
        @Default("{}")
        Map<String, @Separate Map<String, @Separate Node>> assumptions,

        @Doc("Values by dotted path; each path is crossed with the others.") @Default("{}")
        Map<String, @Separate SweepValues> vary,

        @Doc("Blocks of values by dotted path that move in step; each block is crossed with everything else.")
        @Default("[]")
        List<Map<String, @Separate SweepValues>> together,

        @Doc("Values drawn at random or evenly spread, for some paths at once; crossed with everything else.") @Nullable
        SweepSample sample,

        @Doc("What the result of every scenario must show, by the path of a figure.") @Default("{}")
        Map<String, @Separate Criterion> expect) {}
