package org.equipoise.simulator.report.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ElementTest {
    @Test
    void text_and_attributes_stay_text() {
        Element element =
                Element.of("p", "<script>alert('x')</script> & \"so\"").with("title", "\"><b>&'");
        assertThat(element.markup())
                .isEqualTo(
                        "<p title=\"&quot;&gt;&lt;b&gt;&amp;&#39;\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp;"
                                + " &quot;so&quot;</p>\n");
    }

    @Test
    void characters_that_xml_does_not_know_are_replaced() {
        assertThat(Element.of("b", "a\u0000b\uD800c\uFFFFd😀").markup()).isEqualTo("<b>a\uFFFDb\uFFFDc\uFFFDd😀</b>");
    }

    @Test
    void names_cannot_smuggle_markup() {
        assertThatThrownBy(() -> Element.of("b onclick=x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Attribute.of("a\"", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_style_that_a_browser_would_misread_is_refused() {
        assertThat(Element.of("style", "p { font: \"A\" }").markup()).contains("\"A\"");
        assertThatThrownBy(() -> Element.of("style", "</style>")).isInstanceOf(IllegalArgumentException.class);
    }
}
