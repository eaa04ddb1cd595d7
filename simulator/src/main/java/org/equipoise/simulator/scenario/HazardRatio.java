package org.equipoise.simulator.scenario;

import java.util.List;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.ProportionalHazards;

/** A hazard ratio against the control arm: one number, or one for each piece of time. */
@Doc(
        "A hazard ratio against the control arm: one number, or a list of {from, is} for an effect that changes over time.")
public sealed interface HazardRatio permits HazardRatio.Constant, HazardRatio.Piecewise {
    /** The distribution whose hazard is the control's times this ratio. */
    EventTimeDistribution appliedTo(EventTimeDistribution control);

    /** The ratios that occur, in order of time. */
    List<Double> values();

    /** The same ratios, each change of them at a time multiplied by {@code factor}, above 0. */
    HazardRatio stretched(double factor);

    /**
     * The same ratio at all times.
     *
     * @param ratio experimental over control
     */
    @Inline
    record Constant(@Range(above = 0, atMost = 1000) double ratio) implements HazardRatio {
        /** Validates the ratio. */
        public Constant {
            Faults.of(Constant.class, ratio).throwIfAny();
        }

        @Override
        public EventTimeDistribution appliedTo(EventTimeDistribution control) {
            return ProportionalHazards.of(control, ratio);
        }

        @Override
        public List<Double> values() {
            return List.of(ratio);
        }

        @Override
        public Constant stretched(double factor) {
            return this;
        }
    }

    /**
     * A ratio for each piece of time.
     *
     * @param pieces ascending from 0
     */
    @Inline
    record Piecewise(List<RatioPiece> pieces) implements HazardRatio {
        /** Validates the pieces. */
        public Piecewise {
            pieces = List.copyOf(pieces);
            List<RatioPiece> given = pieces;
            Faults.of(Piecewise.class, pieces)
                    .and(f -> Steps.check(f, "", given, RatioPiece::from))
                    .throwIfAny();
        }

        @Override
        public EventTimeDistribution appliedTo(EventTimeDistribution control) {
            return ProportionalHazards.of(
                    control, Steps.column(pieces, RatioPiece::from), Steps.column(pieces, RatioPiece::is));
        }

        @Override
        public List<Double> values() {
            return pieces.stream().map(RatioPiece::is).toList();
        }

        @Override
        public Piecewise stretched(double factor) {
            return new Piecewise(pieces.stream()
                    .map(piece -> new RatioPiece(factor * piece.from(), piece.is()))
                    .toList());
        }
    }
}
