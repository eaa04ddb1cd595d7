package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The workflow that the guide shows for a gate: it is YAML, its steps fit together, and its command gates. */
class WorkflowExampleTest {
    private static final Path GUIDE = Path.of("docs", "guide.md");
    private static final Pattern WORKFLOW =
            Pattern.compile("^```yml\\n(name: .*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String PROGRAM = "equipoise/equipoise";

    @TempDir
    private Path directory;

    private static JsonNode steps() throws IOException {
        Matcher workflow = WORKFLOW.matcher(Files.readString(GUIDE));
        assertThat(workflow.find()).isTrue();
        JsonNode read = new YAMLMapper().readTree(workflow.group(1));
        assertThat(read.get("on")).extracting(JsonNode::asString).contains("push", "pull_request");
        assertThat(read.get("jobs").get("gate").get("runs-on").asString()).startsWith("ubuntu-");
        return read.get("jobs").get("gate").get("steps");
    }

    @Test
    void each_step_is_an_action_or_a_command_and_what_is_uploaded_is_what_was_written() throws IOException {
        List<String> checkedOut = new ArrayList<>();
        String command = "";
        String uploaded = "";
        for (JsonNode step : steps()) {
            assertThat(step.has("uses")).as(step.toString()).isNotEqualTo(step.has("run"));
            if (step.has("run")) {
                command = step.get("run").asString();
            } else if (step.get("uses").asString().startsWith("actions/checkout@")) {
                checkedOut.add(step.get("with").get("path").asString());
            } else if (step.get("uses").asString().startsWith("actions/upload-artifact@")) {
                uploaded = step.get("with").get("path").asString();
                assertThat(step.get("if").asString()).isEqualTo("always()");
            }
        }
        assertThat(checkedOut).containsExactly("design", "equipoise");
        assertThat(command).startsWith(PROGRAM + " run design/").endsWith("--json " + uploaded);
    }

    @Test
    void its_command_passes_a_good_design_and_stops_a_bad_one() throws IOException {
        assertThat(gate("{power: {atLeast: 0.7}}")).isEqualTo(ExitStatus.DONE);
        assertThat(directory.resolve("result.json")).isNotEmptyFile();
        assertThat(gate("{power: {atLeast: 0.9}}")).isEqualTo(ExitStatus.NOT_AS_EXPECTED);
        assertThat(gate("{pwer: {atLeast: 0.7}}")).isEqualTo(ExitStatus.INVALID_INPUT);
    }

    /** The command of the workflow, with the directory in place of that in which a workflow runs. */
    private int gate(String expect) throws IOException {
        Path design = Files.createDirectories(directory.resolve("design"));
        Files.writeString(
                design.resolve("trial.yaml"),
                Told.text(Path.of(Told.BASE)).replace("replicates: 100000", "replicates: 2000") + "\nexpect: " + expect
                        + "\n");
        for (JsonNode step : steps()) {
            if (step.has("run")) {
                String[] words = Arrays.stream(step.get("run").asString().split(" "))
                        .skip(1)
                        .map(word ->
                                word.contains(".") ? directory.resolve(word).toString() : word)
                        .toArray(String[]::new);
                return Told.by(words).status();
            }
        }
        throw new AssertionError("the workflow has no command");
    }
}
