package org.equipoise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Examples that books, manuals and vignettes print with their results: each a test, and a case of the census. */
public final class WorkedExamples {
    /** An example, and why it differs; empty where it must agree. */
    private record Example(String name, Consumer<Differences> figures, String why) {
        Differences differences() {
            Differences differences = new Differences();
            figures.accept(differences);
            return differences;
        }
    }

    private final List<Example> examples = new ArrayList<>();

    /** Adds an example; {@code figures} compares ours with what is printed. */
    public WorkedExamples add(String name, Consumer<Differences> figures) {
        examples.add(new Example(name, figures, ""));
        return this;
    }

    /** Adds an example that differs, with the reason. */
    public WorkedExamples addDiffering(String name, String why, Consumer<Differences> figures) {
        examples.add(new Example(name, figures, why));
        return this;
    }

    /** A test of each. */
    public Stream<DynamicTest> tests() {
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.name(),
                        () -> assertThat(example.differences().differing().isEmpty())
                                .as("%s", example.differences().differing())
                                .isEqualTo(example.why().isEmpty())));
    }

    /** All of them, under the topic {@code published}. */
    public Census census(Class<?> test) {
        Census census = new Census(test);
        examples.forEach(each -> census.compared("published", each.name(), each.differences(), each.why()));
        return census;
    }
}
