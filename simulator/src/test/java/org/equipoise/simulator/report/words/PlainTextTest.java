package org.equipoise.simulator.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void nothing_that_a_terminal_obeys_is_left() {
        assertThat(PlainText.oneLine("a\u001b[31mb\r\nc\u202ed\u2028e\ud800f")).isEqualTo("a [31mb  c d e f");
        assertThat(PlainText.oneLine("e" + "\u0301".repeat(500))).isEqualTo("e\u0301\u0301\u0301");
    }

    @Test
    void a_long_name_keeps_both_ends() {
        assertThat(PlainText.atMost(10, "experimental arm 1"))
                .isEqualTo("experi…m 1")
                .hasSizeLessThanOrEqualTo(10);
        assertThat(PlainText.atMost(18, "experimental arm 1")).isEqualTo("experimental arm 1");
        assertThat(PlainText.atMost(10, "\u202e \u200f")).isEqualTo("(blank)");
    }

    @Test
    void words_are_broken_at_blanks_and_ties_are_not() {
        String text = "word ".repeat(19) + "end of " + PlainText.tied("Z ≥ 1.960");
        assertThat(PlainText.wrapped(text, "  ")).containsExactly("word ".repeat(19) + "end", "  of Z ≥ 1.960");
        String tied = "word ".repeat(18) + PlainText.tied("Z ≥ 1.960 (p ≤ 0.025)");
        assertThat(PlainText.wrapped(tied, "  "))
                .containsExactly("word ".repeat(18).strip(), "  Z ≥ 1.960 (p ≤ 0.025)");
    }

    @Test
    void a_label_longer_than_its_margin_pushes_its_line() {
        assertThat(PlainText.labelled("Arms", 7, "A, B")).containsExactly("Arms   A, B");
        assertThat(PlainText.labelled("Enrolment", 7, "word ".repeat(30)))
                .first()
                .asString()
                .startsWith("Enrolment  word");
        assertThat(PlainText.labelled("x".repeat(40), 7, "y".repeat(300))).allMatch(line -> line.length() <= 100);
    }

    @Test
    void lines_fit_whatever_the_text() {
        SplittableRandom random = new SplittableRandom(11);
        int[] alphabet = {'a', ' ', '肝', 0x1F600, 0x301, '-', PlainText.TIE, 0x200D, '\n'};
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(600); k > 0; k--) {
                text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
            assertThat(PlainText.wrapped(text.toString(), "  "))
                    .as("text %d", i)
                    .isNotEmpty()
                    .allMatch(line -> Columns.of(line) <= PlainText.WIDTH);
            int most = 1 + random.nextInt(50);
            assertThat(Columns.of(PlainText.atMost(Math.max(7, most), text.toString())))
                    .isLessThanOrEqualTo(Math.max(7, most));
        }
    }
}
