package org.equipoise.simulator.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void the_first_column_stands_left_the_others_right() {
        assertThat(new TextTable("  ")
                        .row("", "mean")
                        .row("Power", "0.8", "x")
                        .row("Z")
                        .lines())
                .containsExactly("         mean", "  Power   0.8  x", "  Z");
    }

    @Test
    void wide_and_combining_characters_keep_columns_aligned() {
        assertThat(new TextTable("")
                        .row("肝", "1")
                        .row("e\u0301", "2")
                        .row("abc", "3")
                        .lines())
                .containsExactly("肝   1", "e\u0301    2", "abc  3");
    }

    @Test
    void what_is_too_wide_goes_on_below() {
        String[] heading = new String[15];
        String[] row = new String[15];
        Arrays.setAll(heading, i -> "column-" + (10 + i));
        Arrays.setAll(row, i -> Integer.toString(i));
        List<String> lines = new TextTable("").row(heading).row(row).lines();
        assertThat(lines).hasSize(5).allMatch(line -> line.length() <= 100);
        assertThat(lines.get(2)).isEmpty();
        assertThat(lines.get(0)).startsWith("column-10  column-11").endsWith("column-18");
        assertThat(lines.get(3)).startsWith("column-10  column-19").endsWith("column-24");
        assertThat(lines.get(4)).startsWith("0").endsWith("14");
    }

    @Test
    void an_empty_table_is_empty() {
        assertThat(new TextTable("  ").lines()).isEmpty();
    }
}
