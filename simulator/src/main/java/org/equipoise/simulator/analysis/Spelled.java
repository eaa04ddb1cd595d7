package org.equipoise.simulator.analysis;

import java.math.BigDecimal;

/** Numbers as they are written in the name of a test. */
final class Spelled {
    private Spelled() {}

    /** The shortest decimal that is the number, without an exponent: {@code 12}, {@code 0.5}. */
    static String number(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
