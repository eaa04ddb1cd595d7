package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid sweeps: which words, at which line and column. */
class SweepFaultsTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void writeBase() throws IOException {
        Files.writeString(directory.resolve("base.yaml"), Configs.small());
    }

    private List<String> faults(String text, String... overrides) {
        ScenarioFaultsException thrown = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> catchThrowableOfType(
                        ScenarioFaultsException.class,
                        () -> SweepReader.read(text, directory.resolve("s.yaml"), List.of(overrides))));
        assertThat(thrown).as("faults of:\n" + text).isNotNull();
        return thrown.faults().stream()
                .map(fault -> fault.toString().replace(directory + "/", ""))
                .toList();
    }

    private static Arguments fault(String blocks, String message) {
        return Arguments.of(blocks, message);
    }

    /** Each block stands at line 3 of a sweep that is otherwise right. */
    static List<Arguments> blocks() {
        return List.of(
                fault("smaple: {}", "s.yaml:3:1: smaple: unknown key (did you mean 'sample'?)"),
                fault("", "s.yaml:1:1: varies nothing (add vary: {PATH: [VALUE, VALUE]})"),
                fault("vary: {}", "s.yaml:1:1: varies nothing (add vary: {PATH: [VALUE, VALUE]})"),
                fault("set: {analysis.alpha: 0.01}", "s.yaml:1:1: varies nothing (add vary: {PATH: [VALUE, VALUE]})"),
                // paths
                fault(
                        "vary: {analysis.alhpa: [0.1, 0.2]}",
                        "s.yaml:3:17: analysis.alhpa: unknown key (did you mean 'alpha'?)"),
                fault(
                        "vary: {endpoints.PFS.model.C.median: [1, 2]}",
                        "s.yaml:3:28: endpoints.PFS.model.C: there is no 'C' in the file (did you mean 'A'?)"),
                fault(
                        "vary: {analysis.looks.2.events: [70, 80]}",
                        "s.yaml:3:23: analysis.looks.2: there is no entry '2' in this list (entries are numbered from 0 to 1)"),
                fault(
                        "vary: {endpoints.PFS.model.B.median: [7, 8]}",
                        "s.yaml:3:30: endpoints.PFS.model.B: median and hazardRatio exclude each other"
                                + " (to replace all of it, give whole blocks: endpoints.PFS.model.B: [{median: …}, …])"),
                fault(
                        "vary: {analysis..alpha: [0.1]}",
                        "s.yaml:3:8: vary.\"analysis..alpha\": is not a path: 'analysis..alpha'"
                                + " (join keys by dots: endpoints.PFS.model.HAIC.hazardRatio)"),
                fault(
                        "vary: {analysis.alpha: [0.1], analysis.\"alpha\": [0.2]}",
                        "s.yaml:3:31: analysis.alpha: has values already at line 3 (keep one of them)"),
                fault(
                        "vary: {analysis.alpha: [0.1, 0.2]}\ntogether: [{analysis.alpha: [0.1], simulation.seed: [1]}]",
                        "s.yaml:4:13: analysis.alpha: has values already at line 3 (keep one of them)"),
                fault(
                        "set: {analysis.alpha: 0.1}\nvary: {analysis.alpha: [0.1]}",
                        "s.yaml:4:8: analysis.alpha: has values already at line 3 (keep one of them)"),
                fault(
                        "vary: {dropout.all.by: [11, 12], dropout: [{}]}",
                        "s.yaml:3:34: dropout: would undo dropout.all.by at line 3"
                                + " (vary the whole block or what is in it, not both)"),
                fault(
                        "designs: {a: {analysis.alpha: 0.1, analysis: {looks: [{events: 3}]}}}",
                        "s.yaml:3:36: analysis: would undo analysis.alpha at line 3"
                                + " (vary the whole block or what is in it, not both)"),
                // values
                fault(
                        "vary:\n  analysis.alpha:\n    - 0.01\n    - 0.02\n    - high\n    - 0.03",
                        "s.yaml:7:7: analysis.alpha: expected a number, found the text 'high'"),
                fault(
                        "vary: {analysis.alpha: [0.01, 0.6], simulation.seed: [1, 2, 3]}",
                        "s.yaml:3:31: analysis.alpha: must be above 0 and below 0.5, was 0.6"),
                fault(
                        "vary: {enrolment.patients: {from: 100, to: 110, count: 4}}",
                        "s.yaml:3:28: enrolment.patients: must be a whole number, was 103.333"),
                fault(
                        "vary: {analysis.alpha: []}",
                        "s.yaml:3:24: vary.\"analysis.alpha\": is an empty list (give at least one value)"),
                fault(
                        "vary: {analysis.alpha: 0.1}",
                        "s.yaml:3:24: vary.\"analysis.alpha\": expected a list or {from, to}, found the number 0.1"),
                fault(
                        "vary: {analysis.alpha: [0.02, 0.1, 0.020]}",
                        "s.yaml:3:36: vary.\"analysis.alpha\".2: is the same value as that at position 0: 0.020"
                                + " (keep one of them; positions are counted from 0)"),
                // ranges
                fault(
                        "vary: {analysis.alpha: {from: 0.1, to: 0.2, step: 0}}",
                        "s.yaml:3:51: vary.\"analysis.alpha\".step: must be above 0, was 0"),
                fault(
                        "vary: {analysis.alpha: {from: 0.1, to: 0.2, step: -0.1}}",
                        "s.yaml:3:51: vary.\"analysis.alpha\".step: must be above 0, was -0.1"),
                fault(
                        "vary: {analysis.alpha: {from: 0.2, to: 0.1, step: 0.1}}",
                        "s.yaml:3:40: vary.\"analysis.alpha\".to: must be above from, 0.2, was 0.1 (ranges ascend)"),
                fault(
                        "vary: {analysis.alpha: {from: 0.1, to: 0.2, step: 0.3}}",
                        "s.yaml:3:51: vary.\"analysis.alpha\".step: is longer than the way from 0.1 to 0.2: 0.3"
                                + " (one value alone stands in a list: [0.1])"),
                fault(
                        "vary: {analysis.alpha: {from: 0.1, to: 0.2, count: 1}}",
                        "s.yaml:3:52: vary.\"analysis.alpha\".count: must be at least 2, was 1"),
                fault(
                        "vary: {analysis.alpha: {from: 0.1, to: 0.2}}",
                        "s.yaml:3:24: vary.\"analysis.alpha\": neither step nor count is given (give one of them)"),
                fault(
                        "vary: {analysis.alpha: {from: 0.1, to: 0.2, step: 0.1, count: 2}}",
                        "s.yaml:3:63: vary.\"analysis.alpha\".count: step and count are both given (keep one of them)"),
                fault(
                        "vary: {analysis.alpha: {from: 0, to: 1e400, step: 1}}",
                        "s.yaml:3:38: vary.\"analysis.alpha\".to: must be a number of ordinary size, was 1e400"),
                fault(
                        "vary: {analysis.alpha: {from: 1e-40, to: 1, step: 1}}",
                        "s.yaml:3:31: vary.\"analysis.alpha\".from: must be a number of ordinary size, was 1e-40"),
                // in step
                fault(
                        "together:\n  - {enrolment.patients: [90, 100], analysis.looks.1.events: [70, 80, 90]}",
                        "s.yaml:4:62: together.0.\"analysis.looks.1.events\": has 3 values where enrolment.patients has 2"
                                + " (values that move in step are equally many)"),
                fault("together: [{}]", "s.yaml:3:12: together.0: is an empty block (give lists of values by path)"),
                // samples
                fault(
                        "sample: {points: 3, of: {}}",
                        "s.yaml:3:25: sample.of: is an empty block (say how the values of some paths are distributed)"),
                fault(
                        "sample: {points: 3, of: {analysis.alpha: {normal: {mean: 1, sd: 0}}}}",
                        "s.yaml:3:65: sample.of.\"analysis.alpha\".normal.sd: must be above 0 and at most 1000000000, was 0"),
                fault(
                        "sample: {points: 3, of: {analysis.alpha: {triangular: {from: 1, mode: 3, to: 2}}}}",
                        "s.yaml:3:71: sample.of.\"analysis.alpha\".triangular.mode: must lie between from and to"),
                // expectations
                fault(
                        "expect: {pwoer: {atLeast: 0.8}}\nvary: {simulation.seed: [1, 2]}",
                        "s.yaml:3:17: expect.pwoer: there is no figure 'pwoer' (did you mean 'power'?)"),
                fault(
                        "expect: {power: {atLeast: 0.8, atMost: 0.1}}\nvary: {simulation.seed: [1, 2]}",
                        "s.yaml:3:40: expect.power.atMost: must not be below atLeast, 0.8, was 0.1"
                                + " (exchange the two, or keep one of them)"),
                // YAML
                fault(
                        "vary: {analysis.alpha: [1,,2]}",
                        "s.yaml:3:27: a value is missing before ',' (give a value, or remove the comma)"),
                fault(
                        "vary: {<<: {analysis.alpha: [1]}}",
                        "s.yaml:3:8: merge keys ('<<') are not part of the language (write the keys out)"));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void a_fault_is_told_once_with_its_place(String blocks, String message) {
        assertThat(faults("sweep: s\nbase: base.yaml\n" + blocks + "\n")).containsExactly(message);
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThat(faults("""
                        sweep: s 1
                        base: base.yaml
                        set: {simulation.sed: 1}
                        vary:
                          analysis.alpha: [0.01, x, 0.7]
                          enrolment.patients: {from: 90, to: 110, step: 0}
                          dropout.al.by: []
                        together:
                          - {simulation.seed: [1, 2], simulation.replicates: [10, 20, 30]}
                          - {endpoints.PFS.model.A.median: [6, -6], dropout.all.by: [7, 8]}
                        expect: {power: {}}
                        """))
                .containsExactly(
                        "s.yaml:1:8: sweep: is not an identifier: 's 1' (use up to 200 letters, digits, '.', '_' and '-')",
                        "s.yaml:3:18: simulation.sed: unknown key (did you mean 'seed'?)",
                        "s.yaml:5:26: analysis.alpha: expected a number, found the text 'x'",
                        "s.yaml:5:29: analysis.alpha: must be above 0 and below 0.5, was 0.7",
                        "s.yaml:6:49: vary.\"enrolment.patients\".step: must be above 0, was 0",
                        "s.yaml:7:18: vary.\"dropout.al.by\": is an empty list (give at least one value)",
                        "s.yaml:9:54: together.0.\"simulation.replicates\": has 3 values where simulation.seed has 2"
                                + " (values that move in step are equally many)",
                        "s.yaml:10:40: endpoints.PFS.model.A.median: must be above 0 and at most 1000000, was -6",
                        "s.yaml:11:17: expect.power: neither atLeast nor atMost is given (give one of them, or both)");
    }

    @Test
    void a_fault_of_some_combinations_is_told_once_with_the_first_of_them() {
        assertThat(faults("""
                        sweep: s
                        base: base.yaml
                        vary:
                          analysis.alpha: [0.01, 0.02, 0.03]
                          enrolment.patients: {from: 70, to: 110, step: 1}
                          analysis.looks.1.events: {from: 60, to: 90, step: 1}
                        """))
                .containsExactly(
                        "s.yaml:6:28: analysis.looks.1.events: asks for more events than there are patients: 71 of 70;"
                                + " so it is in 630 of 3,813 scenarios, the first with enrolment.patients = 70,"
                                + " analysis.looks.1.events = 71 (lower the events, or raise enrolment.patients)");
    }

    @Test
    void a_fault_that_shows_in_the_base_is_told_where_the_sweep_causes_it() {
        assertThat(faults("sweep: s\nbase: base.yaml\nvary: {enrolment.patients: [70, 100]}\n"))
                .containsExactly(
                        "s.yaml:3:29: analysis.looks.1.events: asks for more events than there are patients: 80 of 70;"
                                + " so it is in 1 of 2 scenarios, the first with enrolment.patients = 70"
                                + " (lower the events, or raise enrolment.patients)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vary: {analysis.alpha: {from: 0.1, to: 0.2, step: 0.00001}, simulation.seed: {from: 0, to: 999, step: 1}}",
                "vary: {analysis.alpha: {from: 1e-29, to: 1e29, step: 1e-29}}",
                "sample: {points: 100000, of: {analysis.alpha: {from: 0.1, to: 0.2}}}\nvary: {simulation.seed: [1, 2]}",
            })
    void the_number_of_scenarios_is_told_before_any_is_made(String blocks) {
        assertThat(faults("sweep: s\nbase: base.yaml\n" + blocks + "\n"))
                .singleElement()
                .asString()
                .matches(
                        "s.yaml:1:1: asks for (10,001,000|more than 10\\^18|200,000) scenarios \\(.*\\), at most 100,000 are"
                                + " allowed \\(give fewer values, or draw a sample of them: sample: .*\\)");
    }

    @Test
    void a_sample_of_very_many_values_is_refused_before_it_is_drawn() {
        assertThat(faults("sweep: s\nbase: base.yaml\nsample: {points: 100000, of: {" + looks(90) + "}}\n"))
                .contains("s.yaml:1:1: holds more than 1,000,000 values (vary fewer paths, or give them fewer values)");
        assertThat(faults("sweep: s\nbase: base.yaml\nsample: {points: 2, of: {" + looks(101) + "}}\n"))
                .contains("s.yaml:1:1: varies 101 paths, at most 100 are allowed");
    }

    private static String looks(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "analysis.looks." + i + ".events: {from: 1, to: 2}")
                .collect(Collectors.joining(", "));
    }

    @Test
    void an_override_that_the_sweep_undoes_is_refused() {
        String text = "sweep: s\nbase: base.yaml\nvary: {dropout: [{}, {all: {median: 30}}], analysis.alpha: [0.1]}\n";
        assertThat(faults(text, "analysis.alpha=0.2", "dropout.all.by=11", "simulation.sed=4", "x"))
                .containsExactly(
                        "--set analysis.alpha=0.2: analysis.alpha: has no effect: the sweep varies analysis.alpha at line 3"
                                + " (leave it out, or change the sweep)",
                        "--set dropout.all.by=11: dropout.all.by: has no effect: the sweep varies dropout at line 3"
                                + " (leave it out, or change the sweep)",
                        "--set x: has no '=' (write --set PATH=VALUE, for example --set analysis.alpha=0.025)");
        assertThat(faults(text, "simulation.sed=4"))
                .containsExactly("--set simulation.sed=4: simulation.sed: unknown key (did you mean 'seed'?)");
    }

    @Test
    void a_base_that_cannot_serve_is_told_where_it_is_named() throws IOException {
        String vary = "\nvary: {simulation.seed: [1, 2]}\n";
        Files.writeString(directory.resolve("other.yaml"), "sweep: o\nbase: base.yaml" + vary);
        Files.writeString(directory.resolve("s.yaml"), "sweep: s\nbase: s.yaml" + vary);
        Files.writeString(
                directory.resolve("wrong.yaml"),
                Configs.small().replace("{median: 6}", "{median: six}").replace("sed", "sede"));
        assertThat(faults("sweep: s\nbase: none.yaml" + vary))
                .containsExactly(
                        "s.yaml:2:7: base: 'none.yaml': there is no such file (check the name and the directory)");
        assertThat(faults("sweep: s\nbase: ." + vary))
                .containsExactly("s.yaml:2:7: base: '.': is a directory (name a scenario file)");
        assertThat(faults("sweep: s\nbase: s.yaml" + vary))
                .containsExactly("s.yaml:2:7: base: names the sweep itself (name the scenario that it varies)");
        assertThat(faults("sweep: s\nbase: other.yaml" + vary))
                .containsExactly("s.yaml:2:7: base: 'other.yaml' is a sweep itself (name the scenario that it varies)");
        assertThat(faults("sweep: s\nbase: wrong.yaml" + vary.replace("[1, 2]", "[]")))
                .containsExactly(
                        "s.yaml:3:25: vary.\"simulation.seed\": is an empty list (give at least one value)",
                        "wrong.yaml:12:19: endpoints.PFS.model.A.median: expected a number, found the text 'six'");
        assertThat(faults("sweep: s\nbase: {trial: T}" + vary))
                .containsExactly("s.yaml:2:7: base: expected text, found a block of keys");
        assertThat(faults("sweep: s" + vary)).containsExactly("s.yaml:1:1: base: is missing (add it to this block)");
        assertThat(faults(Configs.small()))
                .containsExactly("s.yaml:1:1: trial: this is one scenario, not a sweep"
                        + " (run it: equipoise run FILE; a sweep begins with sweep: NAME)");
    }

    @Test
    void thousands_of_faults_take_no_time() {
        String words = IntStream.range(0, 50_000).mapToObj(i -> "w" + i).collect(Collectors.joining(", "));
        assertThat(faults("sweep: s\nbase: base.yaml\nvary: {analysis.alpha: [" + words
                        + "], simulation.seed: [1, x]}\n"))
                .hasSize(201);
        String paths =
                IntStream.range(0, 30_000).mapToObj(i -> "a" + i + ".b: [1]").collect(Collectors.joining(", "));
        assertThat(faults("sweep: s\nbase: base.yaml\nvary: {" + paths + "}\n")).isNotEmpty();
        String names = IntStream.range(0, 20_000)
                .mapToObj(i -> "n" + i + ": {analysis.alpha: x}")
                .collect(Collectors.joining(", "));
        assertThat(faults("sweep: s\nbase: base.yaml\ndesigns: {" + names + "}\nassumptions: {" + names + "}\n"))
                .isNotEmpty();
    }
}
