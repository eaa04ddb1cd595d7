package org.equipoise.simulator.reading;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Faults of scenarios, each a change of one text: what stands there before and after, and what is to be said of it. */
final class KnownFaults {
    private KnownFaults() {}

    private static Arguments fault(String before, String after, String message) {
        return Arguments.of(before, after, message);
    }

    static List<Arguments> all() {
        return List.of(
                // keys
                fault(
                        "B: {role: experimental, allocation: 1}",
                        "B: {role: experimental, allocaton: 1}",
                        "t.yaml:4:27: arms.B.allocaton: unknown key (did you mean 'allocation'?)"),
                fault(
                        "  duration: 10",
                        "  duration: 10\n  zebra: 1",
                        "t.yaml:8:3: enrolment.zebra: unknown key (one of patients, arrivals, rates, duration)"),
                fault("  patients: 100\n", "", "t.yaml:5:1: enrolment.patients: is missing (add it to this block)"),
                fault("trial: T\n", "", "t.yaml:1:1: trial: is missing (add it to this block)"),
                fault("by: 12", "", "t.yaml:15:3: dropout.all.by: is missing (add it to this block)"),
                fault(
                        "  seed: 1\n",
                        "  seed: 1\n  seed: 2\n",
                        "t.yaml:25:3: simulation.seed: stands twice in this block, first at line 24 (keep one of them)"),
                fault(
                        "A: {median: 6}",
                        "A: {<<: {median: 6}}",
                        "t.yaml:12:11: merge keys ('<<') are not part of the language (write the keys out)"),
                // kinds
                fault(
                        "alpha: 0.025",
                        "alpha: \"0.025\"",
                        "t.yaml:17:10: analysis.alpha: expected a number, found the text '0.025' (write 0.025 without quotes)"),
                fault(
                        "alpha: 0.025",
                        "alpha: 2.5%",
                        "t.yaml:17:10: analysis.alpha: expected a number, found the text '2.5%' (write a share: 5 % is 0.05)"),
                fault(
                        "alpha: 0.025",
                        "alpha: 0,025",
                        "t.yaml:17:10: analysis.alpha: expected a number, found the text '0,025' (write 0.025)"),
                fault(
                        "alpha: 0.025",
                        "alpha: [0.025]",
                        "t.yaml:17:10: analysis.alpha: expected a number, found a list"),
                fault(
                        "alpha: 0.025",
                        "alpha:\n    - 0.025",
                        "t.yaml:17:3: analysis.alpha: expected a number, found a list"),
                fault(
                        "alpha: 0.025",
                        "alpha:",
                        "t.yaml:17:9: analysis.alpha: is empty (give a value, or leave the key out if it has a default)"),
                fault(
                        "alpha: 0.025",
                        "alpha: .nan",
                        "t.yaml:17:10: analysis.alpha: expected a number, found the text '.nan' (it must be finite)"),
                fault(
                        "alpha: 0.025",
                        "alpha: 1e999",
                        "t.yaml:17:10: analysis.alpha: is too large a number: 1e999 (must be above 0 and below 0.5)"),
                fault(
                        "replicates: 1000",
                        "replicates: 1_000",
                        "t.yaml:23:15: simulation.replicates: expected a whole number, found the text '1_000' (write 1000)"),
                fault(
                        "replicates: 1000",
                        "replicates: 0x10",
                        "t.yaml:23:15: simulation.replicates: expected a whole number, found the text '0x10'"
                                + " (write it in decimal, without leading zeros)"),
                fault(
                        "replicates: 1000",
                        "replicates: 010",
                        "t.yaml:23:15: simulation.replicates: expected a whole number, found the text '010'"
                                + " (write it in decimal, without leading zeros)"),
                fault(
                        "replicates: 1000",
                        "replicates: 10.5",
                        "t.yaml:23:15: simulation.replicates: must be a whole number, was 10.5"),
                fault(
                        "seed: 1",
                        "seed: 9223372036854775808",
                        "t.yaml:24:9: simulation.seed: must be a whole number from -9223372036854775808 to 9223372036854775807,"
                                + " was 9223372036854775808"),
                fault(
                        "seed: 1",
                        "seed: 1e400000000",
                        "t.yaml:24:9: simulation.seed: must be a whole number from -9223372036854775808 to 9223372036854775807,"
                                + " was 1e400000000"),
                fault(
                        "trial: T",
                        "trial: 176",
                        "t.yaml:1:8: trial: expected text, found the number 176 (write '176' in quotes)"),
                fault(
                        "arms:\n  A: {role: control}\n  B: {role: experimental, allocation: 1}\n",
                        "arms: [A, B]\n",
                        "t.yaml:2:7: arms: expected a block of names, found a list"),
                fault(
                        "enrolment:\n  patients: 100\n  duration: 10\n",
                        "enrolment: 100\n",
                        "t.yaml:5:12: enrolment: expected a block of keys (patients, arrivals, rates, duration), found the number 100"),
                fault(
                        "  looks:\n    - {events: 50}\n    - {events: 80}\n",
                        "  looks: {events: 80}\n",
                        "t.yaml:18:10: analysis.looks: expected a list, found a block of keys"),
                fault(
                        "  efficacy: {z: [3, 2]}\n",
                        "  efficacy: {z: [3, 2]}\n  futility: {z: [0], binding: yes}\n",
                        "t.yaml:22:31: analysis.futility.binding: expected true or false, found the text 'yes'"),
                // constants and alternatives
                fault(
                        "role: control",
                        "role: contrl",
                        "t.yaml:3:13: arms.A.role: 'contrl' is not known here (did you mean 'control'?)"),
                fault(
                        "trial: T\n",
                        "trial: T\ntimeUnit: fortnight\n",
                        "t.yaml:2:11: timeUnit: 'fortnight' is not known here (one of day, week, month, year)"),
                fault(
                        "A: {median: 6}",
                        "A: {mediann: 6}",
                        "t.yaml:12:10: endpoints.PFS.model.A: expected one of {median}, {hazard}, {survival, at}, {piecewise}, {weibull},"
                                + " {logNormal}, {logLogistic}, {gompertz}, {cure, of}, {hazardRatio}, {probability}, {mean, sd}, found {mediann}"
                                + " (did you mean 'median'?)"),
                fault(
                        "A: {median: 6}",
                        "A: {median: 6, hazard: 0.1}",
                        "t.yaml:12:10: endpoints.PFS.model.A: median and hazard exclude each other (keep one of them)"),
                fault(
                        "A: {median: 6}",
                        "A: {median: 6, at: 3}",
                        "t.yaml:12:22: endpoints.PFS.model.A.at: unknown key (one of median)"),
                fault(
                        "A: {median: 6}",
                        "A: {weibull: {shape: 1.3}}",
                        "t.yaml:12:20: endpoints.PFS.model.A.weibull: neither median nor scale is given (give one of them)"),
                fault(
                        "{hazardRatio: 0.6}",
                        "{hazardRatio: {is: 0.6}}",
                        "t.yaml:13:24: endpoints.PFS.model.B.hazardRatio: expected a number or a list, found a block of keys"),
                fault(
                        "{events: 50}",
                        "50",
                        "t.yaml:19:7: analysis.looks.0: expected one of {events}, {information}, {calendarTime}, {afterLastPatient},"
                                + " {allOf}, {anyOf}, found the number 50"),
                // ranges and rules
                fault(
                        "hazardRatio: 0.6",
                        "hazardRatio: -0.5",
                        "t.yaml:13:24: endpoints.PFS.model.B.hazardRatio: must be above 0 and at most 1000, was -0.5"),
                fault(
                        "{hazardRatio: 0.6}",
                        "{hazardRatio: [{from: 0, is: 1}, {from: 3, is: 0}]}",
                        "t.yaml:13:57: endpoints.PFS.model.B.hazardRatio.1.is: must be above 0 and at most 1000, was 0"),
                fault(
                        "{hazardRatio: 0.6}",
                        "{hazardRatio: [{from: 0, is: 1}, {from: 0, is: 2}]}",
                        "t.yaml:13:50: endpoints.PFS.model.B.hazardRatio.1.from: must be later than the piece before (0), was 0"
                                + " (put the pieces in ascending order)"),
                fault(
                        "z: [3, 2]",
                        "p: [0.1, 1]",
                        "t.yaml:21:23: analysis.efficacy.p.1: must be above 0 and below 1, was 1"),
                fault(
                        "blockSize: 4",
                        "blockSize: 5",
                        "t.yaml:8:28: randomisation.blockSize: must be a multiple of the allocation sum 2, was 5 (for example 2 or 4)"),
                fault(
                        "  efficacy: {z: [3, 2]}\n",
                        "",
                        "t.yaml:16:1: analysis.efficacy: is missing: 2 looks need bounds"
                                + " (give efficacy: {spending: obrienFleming}, or {z: [one number for each look]}; null skips a look)"),
                fault(
                        "{events: 80}",
                        "{events: 50}",
                        "t.yaml:20:16: analysis.looks.1.events: looks must increase: 50 does not come after 50 (put the looks in order)"),
                fault(
                        "{events: 80}",
                        "{events: 101}",
                        "t.yaml:20:16: analysis.looks.1.events: asks for more events than there are patients: 101 of 100"
                                + " (lower the events, or raise enrolment.patients)"),
                fault(
                        "{events: 80}",
                        "{allOf: [{calendarTime: 20}, {allOf: [{events: 101}]}]}",
                        "t.yaml:20:54: analysis.looks.1.allOf.1.allOf.0.events: asks for more events than there are"
                                + " patients: 101 of 100 (lower the events, or raise enrolment.patients)"),
                fault(
                        "  alpha: 0.025\n",
                        "  alpha: 0.025\n  endpoint: OS\n",
                        "t.yaml:18:13: analysis.endpoint: there is no endpoint 'OS' (one of PFS)"),
                fault(
                        "  duration: 10\n",
                        "",
                        "t.yaml:5:1: enrolment: neither rates nor duration is given (give one of them)"),
                fault(
                        "      B: {hazardRatio: 0.6}\n",
                        "      B: {hazardRatio: 0.6}\n      \"C.1\": {median: 3}\n",
                        "t.yaml:14:14: endpoints.PFS.model.\"C.1\": there is no arm 'C.1' (one of A, B)"),
                // bounds
                fault(
                        "{z: [3, 2]}",
                        "{spending: obrienFlemming}",
                        "t.yaml:21:24: analysis.efficacy.spending: 'obrienFlemming' is not known here (did you mean 'obrienFleming'?)"),
                fault(
                        "{z: [3, 2]}",
                        "{spending: hwangShihDeCani}",
                        "t.yaml:21:13: analysis.efficacy.gamma: is missing: hwangShihDeCani needs it (add it to this block)"),
                fault(
                        "{z: [3, 2]}",
                        "{spending: hwangShihDeCani, gamma: -41}",
                        "t.yaml:21:48: analysis.efficacy.gamma: must be at least -40 and at most 40, was -41"),
                fault(
                        "{z: [3, 2]}",
                        "{spending: pocock, rho: 3}",
                        "t.yaml:21:37: analysis.efficacy.rho: belongs to power alone (leave it out)"),
                fault(
                        "{z: [3, 2]}",
                        "{spending: values, cumulative: [0.01, 0.025], by: calendarTime}",
                        "t.yaml:21:63: analysis.efficacy.by: belongs to a function of time: values are given look by look (leave it out)"),
                fault(
                        "{z: [3, 2]}",
                        "{spending: pocock, by: calendarTime}\n  futility: {spending: pocock}",
                        "t.yaml:22:13: analysis.futility.by: alpha and beta are spent by different times"
                                + " (give both by: calendarTime, or neither)"),
                fault(
                        "{z: [3, 2]}",
                        "{boundary: pampallonaTsiatis}",
                        "t.yaml:21:13: analysis.efficacy.delta: is missing: pampallonaTsiatis needs it (add it to this block)"),
                fault(
                        "{z: [3, 2]}",
                        "{boundary: pampallonaTsiatis, delta: 0.2}\n  futility: {z: [0]}",
                        "t.yaml:22:13: analysis.futility: efficacy bounds of pampallonaTsiatis have futility bounds of the same"
                                + " kind (leave it out, give it as {boundary: pampallonaTsiatis, delta: …}, or use efficacy:"
                                + " {boundary: wangTsiatis, delta: …})"),
                fault(
                        "{z: [3, 2]}",
                        "{spending: values, cumulative: [0.01]}",
                        "t.yaml:21:44: analysis.efficacy.cumulative: has 1 values for 2 looks (give one for each look)"),
                fault(
                        "{z: [3, 2]}",
                        "{spending: values, cumulative: [0.01, 0.02]}",
                        "t.yaml:21:51: analysis.efficacy.cumulative.1: must be alpha, 0.025, was 0.02 (the last look spends what is left)"),
                fault(
                        "{z: [3, 2]}",
                        "{spending: values, cumulative: [0.03, 0.025]}",
                        "t.yaml:21:51: analysis.efficacy.cumulative.1: must be at least that of the look before, 0.03, was 0.025"
                                + " (what is spent adds up from look to look)"),
                fault(
                        "{z: [3, 2]}",
                        "{z: [3, 2], spending: pocock}",
                        "t.yaml:21:13: analysis.efficacy: z and spending exclude each other (keep one of them)"),
                fault(
                        "{z: [3, 2]}",
                        "{boundary: haybittlePeto}",
                        "t.yaml:21:13: analysis.efficacy.z: is missing: haybittlePeto needs it (add it to this block)"),
                fault(
                        "{z: [3, 2]}",
                        "{boundary: haybittlePeto, z: 1.2}",
                        "t.yaml:21:13: analysis.efficacy: gives no bounds: the interim looks spend 0.11506967022170828 and leave"
                                + " nothing of alpha, 0.025, to the last one: raise their bounds"),
                fault(
                        "{z: [3, 2]}",
                        "{boundary: pocock}\n  futility: {boundary: haybittlePeto}",
                        "t.yaml:22:24: analysis.futility.boundary: haybittlePeto is a bound for efficacy alone"
                                + " (use another shape, or spending)"),
                fault(
                        "{z: [3, 2]}",
                        "{boundary: pocock}\n  futility: {z: [2.3]}",
                        "t.yaml:22:13: analysis.futility: lies above the efficacy bound of look 1 on the Z scale: 2.3 > 2.156"
                                + " (lower it, or raise the efficacy bound)"),
                fault(
                        "{z: [3, 2]}",
                        "{p: [0.01, 0.02]}\n  futility: {p: [0.005]}",
                        "t.yaml:22:18: analysis.futility.p.0: lies beyond the efficacy bound of look 1, 0.01, was 0.005"
                                + " (raise it, or lower the efficacy bound)"),
                fault(
                        "{z: [3, 2]}",
                        "{spending: pocock}\n  futility: {spending: pocock}\n  power: 0.02",
                        "t.yaml:22:13: analysis.futility: gives no bounds: power must be greater than 0.025 and less than 1.0, was 0.02"),
                fault(
                        "  efficacy: {z: [3, 2]}\n",
                        "  efficacy: {spending: pocock}\n  futility: {z: [-0.5]}\n  sides: 2\n",
                        "t.yaml:22:18: analysis.futility.z.0: must be above 0 in a two-sided test, was -0.5"
                                + " (it is a bound for |Z|; null for none)"),
                fault(
                        "  efficacy: {z: [3, 2]}\n",
                        "  efficacy: {spending: pocock}\n  futility: {hazardRatio: [0.9]}\n  sides: 2\n",
                        "t.yaml:22:27: analysis.futility.hazardRatio: needs a one-sided test"
                                + " (use sides: 1, or give the bounds as z or p)"),
                fault(
                        "    - {events: 80}\n  efficacy: {z: [3, 2]}\n",
                        "    - {calendarTime: 6}\n  efficacy: {spending: pocock}\n",
                        "t.yaml:20:7: analysis.looks.1: is planned with 13.7 events, not more than 50.0"
                                + " (these bounds need looks whose events increase, as expected under the scenario)"),
                // options of a test that it does not take, or needs
                fault(
                        "  alpha: 0.025\n",
                        "  alpha: 0.025\n  test: {gamma: 1}\n",
                        "t.yaml:18:17: analysis.test.gamma: belongs to flemingHarrington, not to logRank (leave it out)"),
                fault(
                        "  alpha: 0.025\n",
                        "  alpha: 0.025\n  test: {method: flemingHarrington, rho: 0}\n",
                        "t.yaml:18:9: analysis.test.gamma: is missing: flemingHarrington needs it (add it to this block)"),
                fault(
                        "  alpha: 0.025\n",
                        "  alpha: 0.025\n  test: {method: rmst, tau: 12, hazardRatioH0: 1.3}\n",
                        "t.yaml:18:48: analysis.test.hazardRatioH0: belongs to logRank, flemingHarrington, wilcoxonGehan,"
                                + " taroneWare, modestlyWeighted, cox, not to rmst (leave it out)"),
                fault(
                        "  alpha: 0.025\n",
                        "  alpha: 0.025\n  test: {method: milestone, at: 12, scale: log}\n",
                        "t.yaml:18:44: analysis.test.scale: 'log' is not known here (one of plain, logLog)"),
                fault(
                        "efficacy: {z: [3, 2]}",
                        "test: {method: milestone, at: 12}\n  efficacy: {hazardRatio: [0.6, 0.7]}",
                        "t.yaml:22:27: analysis.efficacy.hazardRatio: does not go with milestone, whose Z does not follow"
                                + " from a hazard ratio (give the bounds as z or p)"),
                // strata
                fault(
                        "randomisation: {",
                        "randomisation: {strata: [burden], ",
                        "t.yaml:8:26: randomisation.strata.0: there is no factor 'burden' (describe it under strata)"),
                fault(
                        "randomisation: {blockSize: 4}",
                        "strata: {b: {x: {prevalence: 0.4}, y: {prevalence: 0.6}}}\n"
                                + "randomisation: {method: simple, strata: [b]}",
                        "t.yaml:9:41: randomisation.strata: belongs to method permutedBlock alone"
                                + " (leave it out, or use permutedBlock)"),
                fault(
                        "randomisation: {",
                        "strata: {burden: {low: {prevalence: 0.4}, high: {prevalence: 0.5}}}\nrandomisation: {",
                        "t.yaml:8:18: strata.burden: the prevalences of its levels must add up to 1, and add up to 0.9"),
                fault(
                        "randomisation: {",
                        "strata: {burden: {low: {prevalence: 0.4}}}\nrandomisation: {",
                        "t.yaml:8:18: strata.burden: does not have several levels (give at least two, or leave the factor out)"),
                fault(
                        "randomisation: {",
                        "strata: {burden: {low: {prevalence: 0.4}, high: {prevalence: 0.6, hazardRatio: 2,"
                                + " model: {A: {median: 3}}}}}\nrandomisation: {",
                        "t.yaml:8:90: strata.burden.high.model: hazardRatio and model are both given (keep one of them)"),
                fault(
                        "randomisation: {",
                        "strata: {burden: {low: {prevalence: 0.4}, high: {prevalence: 0.6, model: {C: {median: 3}}}}}\n"
                                + "randomisation: {",
                        "t.yaml:8:78: strata.burden.high.model.C: there is no arm 'C' (did you mean 'A'?)"),
                fault(
                        "randomisation: {",
                        "strata: {b: {x: {prevalence: 0.4, model: {A: {median: 3}}}, y: {prevalence: 0.6}},"
                                + " c: {x: {prevalence: 0.4, model: {A: {median: 3}}}, y: {prevalence: 0.6}}}\nrandomisation: {",
                        "t.yaml:8:87: strata.c: levels of several factors have models of their own: b, c"
                                + " (give models in one factor, and hazardRatio in the others)"),
                fault(
                        "randomisation: {",
                        "strata: {burden: {low: {prevalence: 0.4}, high: {prevalence: 0.6}}}\n"
                                + "randomisation: {strata: [burdn], ",
                        "t.yaml:9:26: randomisation.strata.0: there is no factor 'burdn' (did you mean 'burden'?)"),
                fault(
                        "  alpha: 0.025\n",
                        "  alpha: 0.025\n  test: {stratified: true}\n",
                        "t.yaml:18:22: analysis.test.stratified: is by the strata of the randomisation, and there are none"
                                + " (give randomisation: {strata: [factor, …]})"),
                // parts that come later
                fault(
                        "A: {median: 6}",
                        "A: {scans: [1, 2], model: {median: 6}}",
                        "t.yaml:12:11: endpoints.PFS.model.A.scans: is not available yet"
                                + " (give the model itself; events are seen when they happen)"));
    }
}
