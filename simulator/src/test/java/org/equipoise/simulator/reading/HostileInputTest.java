package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not a scenario at all: one clear fault, and quickly. */
class HostileInputTest {

    @TempDir
    Path directory;

    private static Arguments text(String text, String message) {
        return Arguments.of(text, message);
    }

    static List<Arguments> texts() {
        return List.of(
                text("", "t:1:1: is empty"),
                text("# nothing but a comment\n", "t:1:1: is empty"),
                text("---\n", "t:2:1: is empty"),
                text("just words", "t:1:1: expected the keys of a scenario, found the text 'just words'"),
                text(
                        "trial:T",
                        "t:1:1: expected the keys of a scenario, found the text 'trial:T' (write key: value, with a space"),
                text("- trial: T\n", "t:1:1: expected the keys of a scenario, found a list"),
                text("trial: T\n---\ntrial: U\n", "t:3:1: a second document begins here"),
                text("trial: T\n\tarms: x\n", "t:2:1: a tab stands where only spaces may (indent with spaces)"),
                text("arms:\n\tA: x\n", "t:2:1: a tab stands where only spaces may (indent with spaces)"),
                text("arms: {A: {role: control}\n", "t:1:7: the '{' that begins here is never closed"),
                text(
                        "arms: {A: 1\ntrial: T\n",
                        "t:2:6: expected ',' or '}': the '{' at line 1, column 7 is still open"),
                text("looks: [1, 2\n", "t:1:8: the '[' that begins here is never closed"),
                text("a: {b: 1]\n", "t:1:9: expected ',' or '}': the '{' at line 1, column 4 is still open"),
                text("a: [1,,2]\n", "t:1:7: a value is missing before ','"),
                text("title: 'open\n", "t:1:8: the quote that begins here is never closed"),
                text("title: \"a\\qb\"\n", "t:1:11: unknown escape after a backslash"),
                text("title: HAIC: better\n", "t:1:12: a colon cannot stand here"),
                text("title: @home\n", "t:1:8: a value cannot begin with '@' (put the value in quotes)"),
                text("title: 50 % of\n  x: 1\n", "t:2:4: a colon cannot stand here"),
                text("a:\n  b: 1\n c: 2\n", "t:3:2: this cannot stand here"),
                text("a: 1\nb\nc: 2\n", "t:2:1: this line has no colon"),
                text("a: - 1\n", "t:1:4: a list entry '-' cannot stand here"),
                text("? [a, b]\n: 1\n", "t:1:4: a key must be a plain word"),
                text("a: !!binary x\n", "t:1:14: a value cannot begin with '!'"),
                text("a: !!python/object x\n", "t:1:4: a value cannot begin with '!'"),
                text("a: *b\n", "t:1:4: no finished value is called '&b'"),
                text("a: &b [*b]\n", "t:1:8: no finished value is called '&b'"),
                text("a: &\n", "t:1:5: '&' and '*' must be followed by a name"),
                text("a: x\u0000y\n", "t:1:5: holds a character that no text has: U+0000"),
                text("a: 1\nb: \u001b[0m\n", "t:2:4: holds a character that no text has: U+001B"),
                text("%YAML 3.0\n---\na: 1\n", "t:"),
                text("a: " + "[".repeat(10_000), "t:1:53: is nested more than 50 deep"),
                text("{\"a\":".repeat(10_000), "t:1:"),
                text("- ".repeat(10_000), "t:1:101: is nested more than 50 deep"),
                text("a: " + "{? ".repeat(10_000), "t:1:"),
                text("a: ".repeat(10_000), "t:1:5: a colon cannot stand here"),
                text("a: '" + "x".repeat(1_000_000), "t:1:4: the quote that begins here is never closed"),
                text("x".repeat(2_000_000), "t: is larger than 1 MiB"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_that_is_no_scenario_gets_one_fault(String text, String message) {
        List<LocatedFault> faults = faults(text);
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).toString())
                .startsWith(message)
                .doesNotContainPattern("(?i)jackson|snakeyaml|exception|source:|java|scalar|token");
    }

    private static List<LocatedFault> faults(String text) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> catchThrowableOfType(
                                ScenarioFaultsException.class, () -> ScenarioReader.read(text, "t", List.of()))
                        .faults());
    }

    @Test
    void an_alias_bomb_is_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + String.join(", ", Collections.nCopies(9, alias)) + "]\n");
        }
        assertThat(faults(bomb.toString())).singleElement().satisfies(fault -> {
            assertThat(fault.problem()).isEqualTo("the aliases of this file add up to too much");
            assertThat(fault.line()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d: 1\n", "key number %d: {a: 1}\n", "- %d\n", "? %d\n", "a%d: &a%d {x: 1}\n", "# %d\n"})
    void many_of_anything_take_no_time(String line) {
        String text = IntStream.range(0, 40_000)
                .mapToObj(i -> line.replace("%d", Integer.toString(i)))
                .collect(Collectors.joining());
        assertThat(faults(text)).hasSizeLessThanOrEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "{events: 0}", "{allOf: []}", "''"})
    void a_long_list_of_faults_takes_no_time(String item) {
        String items = String.join(",", Collections.nCopies(1_000_000 / (item.length() + 1), item));
        assertThat(faults("trial: T\nanalysis: {looks: [" + items + "]}\n")).hasSizeLessThanOrEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{events: %d}",
                "{anyOf: [{events: %d}]}",
                "{calendarTime: %d}",
            })
    void many_looks_take_no_time(String look) {
        String looks = IntStream.range(1, 20_000)
                .mapToObj(i -> "    - " + look.replace("%d", Integer.toString(i)) + "\n")
                .collect(Collectors.joining());
        assertThat(faults(Configs.small().replace("    - {events: 50}\n    - {events: 80}\n", looks)))
                .extracting(LocatedFault::problem)
                .contains("has 19999 looks, at most 100 are allowed");
    }

    @Test
    void many_arms_and_many_strange_names_take_no_time() {
        StringBuilder arms = new StringBuilder();
        StringBuilder dropout = new StringBuilder();
        for (int i = 0; i < 15_000; i++) {
            arms.append("  A" + i + ": {role: experimental}\n");
            dropout.append("  B" + i + ": {median: 9}\n");
        }
        assertThat(faults(Configs.small()
                        .replace("arms:\n", "arms:\n" + arms)
                        .replace("dropout:\n", "dropout:\n" + dropout)))
                .hasSize(201);
    }

    private LocatedFault fault(Path file) {
        ScenarioFaultsException thrown = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> catchThrowableOfType(ScenarioFaultsException.class, () -> ScenarioReader.read(file)));
        assertThat(thrown.faults()).hasSize(1);
        assertThat(thrown.faults().get(0).source()).isEqualTo(file.toString());
        return thrown.faults().get(0);
    }

    @Test
    void a_file_that_cannot_be_read_is_told_so() throws IOException {
        Path large = Files.write(directory.resolve("large"), new byte[SourceText.MOST_BYTES + 1]);

        assertThat(fault(directory.resolve("none.yaml")).problem()).isEqualTo("there is no such file");
        assertThat(fault(directory).problem()).isEqualTo("is a directory");
        assertThat(fault(large).problem()).isEqualTo("is larger than 1 MiB");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void devices_are_refused() {
        assertThat(fault(Path.of("/dev/zero")).problem()).isEqualTo("is a device or a pipe, not a file");
        assertThat(fault(Path.of("/dev/null")).problem()).isEqualTo("is a device or a pipe, not a file");
    }

    @Test
    void the_first_byte_that_is_not_utf8_is_located() throws IOException {
        byte[] bytes = "trial: T\ntitle: é?x\n".getBytes(StandardCharsets.UTF_8);
        bytes[18] = (byte) 0xE9;
        Path file = Files.write(directory.resolve("latin.yaml"), bytes);

        assertThat(fault(file)).satisfies(fault -> {
            assertThat(fault.problem()).isEqualTo("is not UTF-8 text: byte 0xE9");
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.column()).isEqualTo(9);
        });
        Path utf16 = Files.write(directory.resolve("utf16.yaml"), "trial: T".getBytes(StandardCharsets.UTF_16));
        assertThat(fault(utf16).remedy()).isEqualTo("save the file as UTF-8");
        Path cut = Files.write(directory.resolve("cut.yaml"), new byte[] {'a', ':', ' ', (byte) 0xC3});
        assertThat(fault(cut).problem()).isEqualTo("is not UTF-8 text: byte 0xC3");
    }
}
