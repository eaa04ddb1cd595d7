package org.equipoise.simulator.reading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.equipoise.simulator.scenario.Doc;
import org.equipoise.simulator.scenario.Faults;
import org.equipoise.simulator.scenario.Inline;
import org.equipoise.simulator.scenario.Range;
import org.jspecify.annotations.Nullable;

/** The values that a path takes in a sweep. */
@Doc("A list of values, or a range of numbers: {from, to, step} or {from, to, count}.")
sealed interface SweepValues permits SweepValues.Listed, SweepValues.Spaced {
    /** How many there are. */
    BigInteger size();

    /** The values, in order. */
    List<Node> nodes(Place place);

    /**
     * One by one.
     *
     * @param values numbers, text, lists or whole blocks
     */
    @Inline
    record Listed(List<Node> values) implements SweepValues, AssumedValues {
        /** Validates the values. */
        public Listed {
            values = List.copyOf(values);
            Faults faults = Faults.of(Listed.class, values);
            if (values.isEmpty()) {
                faults.add("", "is an empty list", "give at least one value");
            }
            faults.throwIfAny();
        }

        @Override
        public BigInteger size() {
            return BigInteger.valueOf(values.size());
        }

        @Override
        public List<Node> nodes(Place place) {
            return values;
        }

        @Override
        public Node at(double u, Place place) {
            return values.get((int) (u * values.size()));
        }
    }

    /**
     * Evenly spaced numbers. Decimal arithmetic: from 0.55 in steps of 0.05 the fourth is 0.7, not 0.7000000000000001.
     *
     * @param from the first
     * @param to the last, which steps may miss and never pass
     * @param step distance of one from the next, exact; or null
     * @param count how many, the last one being {@code to}; rounded to six digits, or two more than from and to have.
     *     Or null
     */
    @Doc("Evenly spaced numbers: a step, or how many.")
    record Spaced(
            @Doc("The first.") BigDecimal from,

            @Doc("The last; steps may miss it and never pass it.")
            BigDecimal to,

            @Doc("Distance of one from the next; this or count.") @Range(above = 0) @Nullable
            BigDecimal step,

            @Doc("How many, the last being 'to'; this or step.") @Range(atLeast = 2) @Nullable
            Integer count)
            implements SweepValues {
        /** Validates the values. */
        public Spaced {
            Faults.of(Spaced.class, from, to, step, count)
                    .and(f -> check(f, from, to, step, count))
                    .throwIfAny();
        }

        static void check(
                Faults faults,
                @Nullable BigDecimal from,
                @Nullable BigDecimal to,
                @Nullable BigDecimal step,
                @Nullable Integer count) {
            faults.requireOneOf("step", step, "count", count);
            if (from == null || to == null) {
                return;
            }
            if (from.compareTo(to) >= 0) {
                faults.add("to", "must be above from, " + plain(from) + ", was " + plain(to), "ranges ascend");
            } else if (step != null && step.compareTo(to.subtract(from)) > 0) {
                faults.add(
                        "step",
                        "is longer than the way from " + plain(from) + " to " + plain(to) + ": " + plain(step),
                        "one value alone stands in a list: [" + plain(from) + "]");
            }
        }

        @Override
        public BigInteger size() {
            return step == null
                    ? BigInteger.valueOf(count == null ? 0 : count)
                    : to.subtract(from)
                            .divideToIntegralValue(step)
                            .toBigInteger()
                            .add(BigInteger.ONE);
        }

        @Override
        public List<Node> nodes(Place place) {
            List<Node> nodes = new ArrayList<>();
            int size = size().intValueExact();
            for (int i = 0; i < size; i++) {
                nodes.add(new Node.Scalar(place, plain(step == null ? shared(i, size - 1) : stepped(step, i)), false));
            }
            return nodes;
        }

        private BigDecimal stepped(BigDecimal length, int i) {
            return from.add(length.multiply(BigDecimal.valueOf(i)));
        }

        /** The value after {@code i} of so many equal parts. */
        private BigDecimal shared(int i, int parts) {
            BigDecimal exact =
                    from.multiply(BigDecimal.valueOf(parts - (long) i)).add(to.multiply(BigDecimal.valueOf(i)));
            return exact.divide(BigDecimal.valueOf(parts), digits(from, to));
        }
    }

    /** Six digits, or two more than are given. */
    static MathContext digits(BigDecimal... given) {
        int digits = 6;
        for (BigDecimal each : given) {
            BigDecimal shortest = each.stripTrailingZeros();
            digits = Math.max(
                    digits, 2 + shortest.setScale(Math.max(0, shortest.scale())).precision());
        }
        return new MathContext(digits, RoundingMode.HALF_EVEN);
    }

    /** A number as a person writes it: without an exponent, and without zeros that say nothing. */
    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
