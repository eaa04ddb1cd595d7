package org.equipoise.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16, 40})
    void integratesPolynomialsExactly(int nodes) {
        GaussLegendre rule = GaussLegendre.ofNodes(nodes);
        for (int degree = 0; degree < 2 * nodes; degree++) {
            double sum = 0;
            for (int i = 0; i < rule.nodes(); i++) {
                sum += rule.weight(i) * Math.pow(rule.point(i), degree);
            }
            assertThat(sum).isCloseTo(degree % 2 == 0 ? 2.0 / (degree + 1) : 0, within(1e-14));
        }
    }

    @Test
    void needsANode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussLegendre.ofNodes(0))
                .withMessage("nodes must be at least 1, was 0");
    }
}
