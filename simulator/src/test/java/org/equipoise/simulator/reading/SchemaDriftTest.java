package org.equipoise.simulator.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed schema is the one that the records give. To write it anew: {@code mvn -pl core,simulator test
 * -Dtest=SchemaDriftTest -Dschema.update=true}.
 */
class SchemaDriftTest {
    private static final Path COMMITTED = Path.of("..", "configs", "schema", "scenario.schema.json");

    @Test
    void committed_schema_says_what_the_records_say() throws IOException {
        String generated = SchemaGeneration.text();
        if (Boolean.getBoolean("schema.update")) {
            Files.writeString(COMMITTED, generated);
        }
        assertThat(Files.readString(COMMITTED))
                .as("run this test with -Dschema.update=true after a change of the scenario records")
                .isEqualTo(generated);
    }

    @Test
    void schema_travels_with_the_program() throws IOException {
        assertThat(ScenarioSchema.text()).isEqualTo(Files.readString(COMMITTED));
    }
}
