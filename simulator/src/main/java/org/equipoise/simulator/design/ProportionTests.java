package org.equipoise.simulator.design;

import org.equipoise.core.planning.twosample.ProportionTest;
import org.equipoise.simulator.scenario.TestPlan;

/** Tests of binary endpoints in the terms of {@code core}. */
public final class ProportionTests {
    private ProportionTests() {}

    /** @throws IllegalArgumentException when the method does not test proportions */
    public static ProportionTest of(TestPlan.Method method) {
        return switch (method) {
            case CHI_SQUARE -> ProportionTest.POOLED;
            case UNPOOLED -> ProportionTest.UNPOOLED;
            case FISHER_EXACT -> ProportionTest.FISHER_EXACT;
            case MIETTINEN_NURMINEN -> ProportionTest.MIETTINEN_NURMINEN;
            case FARRINGTON_MANNING -> ProportionTest.FARRINGTON_MANNING;
            default -> throw new IllegalArgumentException("not a test of proportions: " + method);
        };
    }
}
