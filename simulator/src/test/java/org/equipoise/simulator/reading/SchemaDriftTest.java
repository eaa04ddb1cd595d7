package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed schemas are those that the records give. To write them anew: {@code mvn -pl core,simulator test
 * -Dtest=SchemaDriftTest -Dschema.update=true}.
 */
class SchemaDriftTest {
    private static final Path COMMITTED = Path.of("..", "configs", "schema");

    @Test
    void committed_schema_of_scenarios_says_what_the_records_say() throws IOException {
        check("scenario.schema.json", SchemaGeneration.text());
    }

    @Test
    void committed_schema_of_sweeps_says_what_the_records_say() throws IOException {
        check("sweep.schema.json", SchemaGeneration.ofSweeps());
    }

    private static void check(String name, String generated) throws IOException {
        Path committed = COMMITTED.resolve(name);
        if (Boolean.getBoolean("schema.update")) {
            Files.writeString(committed, generated);
        }
        assertThat(Files.readString(committed))
                .as("run this test with -Dschema.update=true after a change of the records of the language")
                .isEqualTo(generated);
    }

    @Test
    void schemas_travel_with_the_program() throws IOException {
        assertThat(ScenarioSchema.text()).isEqualTo(Files.readString(COMMITTED.resolve("scenario.schema.json")));
        assertThat(ScenarioSchema.ofSweeps()).isEqualTo(Files.readString(COMMITTED.resolve("sweep.schema.json")));
    }
}
