package org.equipoise.simulator.scenario;

import java.util.List;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.equipoise.core.distribution.Exponential;
import org.equipoise.core.distribution.Gompertz;
import org.equipoise.core.distribution.LogLogistic;
import org.equipoise.core.distribution.LogNormal;
import org.equipoise.core.distribution.MixtureCure;
import org.equipoise.core.distribution.PiecewiseExponential;
import org.equipoise.core.distribution.Weibull;
import org.jspecify.annotations.Nullable;

/**
 * A time-to-event model of one arm. The key that comes first in each record is the one that a file is recognised by.
 */
@Doc("A time-to-event model of one arm.")
public sealed interface EventModel extends DropoutModel, EndpointModel
        permits EventModel.ByMedian,
                EventModel.ByHazard,
                EventModel.BySurvival,
                EventModel.Piecewise,
                EventModel.WeibullModel,
                EventModel.LogNormalModel,
                EventModel.LogLogisticModel,
                EventModel.GompertzModel,
                EventModel.Cure,
                EventModel.Relative {

    @Override
    EventModel stretched(double factor);

    /** Constant hazard; never an event when it is 0. */
    static EventTimeDistribution exponential(double hazard) {
        return hazard > 0
                ? Exponential.ofRate(hazard)
                : PiecewiseExponential.of(new double[] {0}, new double[] {hazard});
    }

    private static @Nullable Double times(double factor, @Nullable Double number) {
        return number == null ? null : (Double) (factor * number);
    }

    /**
     * Exponential by its median.
     *
     * @param median time by which half have had the event
     */
    @Doc("Exponential with this median.")
    record ByMedian(
            @Doc("Time by which half have had the event.") @Range(above = 0, atMost = 1e6)
            double median) implements EventModel {
        /** Validates the median. */
        public ByMedian {
            Faults.of(ByMedian.class, median).throwIfAny();
        }

        @Override
        public EventTimeDistribution distribution(@Nullable EventTimeDistribution control) {
            return Exponential.ofMedian(median);
        }

        @Override
        public ByMedian stretched(double factor) {
            return new ByMedian(factor * median);
        }
    }

    /**
     * Exponential by its rate.
     *
     * @param hazard events per patient and time unit
     */
    @Doc("Exponential with this rate.")
    record ByHazard(
            @Doc("Events per patient and time unit.") @Range(above = 0, atMost = 1e6)
            double hazard) implements EventModel {
        /** Validates the hazard. */
        public ByHazard {
            Faults.of(ByHazard.class, hazard).throwIfAny();
        }

        @Override
        public EventTimeDistribution distribution(@Nullable EventTimeDistribution control) {
            return exponential(hazard);
        }

        @Override
        public ByHazard stretched(double factor) {
            return new ByHazard(hazard / factor);
        }
    }

    /**
     * Exponential through one point of its survival curve.
     *
     * @param survival share without event at that time
     * @param at time since randomisation
     */
    @Doc("Exponential through one point of the survival curve.")
    record BySurvival(
            @Doc("Share without event at that time.") @Range(above = 0, below = 1)
            double survival,

            @Doc("Time since randomisation.") @Range(above = 0, atMost = 1e6)
            double at)
            implements EventModel {
        /** Validates the point. */
        public BySurvival {
            Faults.of(BySurvival.class, survival, at).throwIfAny();
        }

        @Override
        public EventTimeDistribution distribution(@Nullable EventTimeDistribution control) {
            return Exponential.ofSurvival(survival, at);
        }

        @Override
        public BySurvival stretched(double factor) {
            return new BySurvival(survival, factor * at);
        }
    }

    /**
     * Piecewise exponential.
     *
     * @param piecewise ascending from 0; the last hazard goes on
     */
    @Doc("Piecewise exponential; the last hazard goes on.")
    record Piecewise(
            @Doc("Hazards by time since randomisation, ascending from 0.")
            List<HazardPiece> piecewise) implements EventModel {
        /** Validates the pieces. */
        public Piecewise {
            piecewise = List.copyOf(piecewise);
            List<HazardPiece> given = piecewise;
            Faults.of(Piecewise.class, piecewise).and(f -> check(f, given)).throwIfAny();
        }

        static void check(Faults faults, @Nullable List<HazardPiece> piecewise) {
            if (piecewise != null) {
                Steps.check(faults, "piecewise", piecewise, HazardPiece::from);
            }
        }

        @Override
        public EventTimeDistribution distribution(@Nullable EventTimeDistribution control) {
            return PiecewiseExponential.of(
                    Steps.column(piecewise, HazardPiece::from), Steps.column(piecewise, HazardPiece::hazard));
        }

        @Override
        public Piecewise stretched(double factor) {
            return new Piecewise(piecewise.stream()
                    .map(piece -> new HazardPiece(factor * piece.from(), piece.hazard() / factor))
                    .toList());
        }
    }

    /**
     * Weibull.
     *
     * @param weibull its parameters
     */
    @Doc("Weibull: survival exp(-(t / scale)^shape).")
    record WeibullModel(@Doc("Shape, and scale or median.") WeibullParameters weibull) implements EventModel {
        @Override
        public EventTimeDistribution distribution(@Nullable EventTimeDistribution control) {
            return weibull.median() != null
                    ? Weibull.ofMedian(weibull.shape(), weibull.median())
                    : Weibull.of(weibull.shape(), weibull.scaleOrThrow());
        }

        @Override
        public WeibullModel stretched(double factor) {
            return new WeibullModel(new WeibullParameters(
                    weibull.shape(), times(factor, weibull.median()), times(factor, weibull.scale())));
        }
    }

    /**
     * Log-normal.
     *
     * @param logNormal its parameters
     */
    @Doc("Log-normal: the logarithm of the time is normal.")
    record LogNormalModel(@Doc("Median and sigma.") LogNormalParameters logNormal) implements EventModel {
        @Override
        public EventTimeDistribution distribution(@Nullable EventTimeDistribution control) {
            return LogNormal.of(logNormal.median(), logNormal.sigma());
        }

        @Override
        public LogNormalModel stretched(double factor) {
            return new LogNormalModel(new LogNormalParameters(factor * logNormal.median(), logNormal.sigma()));
        }
    }

    /**
     * Log-logistic.
     *
     * @param logLogistic its parameters
     */
    @Doc("Log-logistic: survival 1 / (1 + (t / median)^shape).")
    record LogLogisticModel(@Doc("Median and shape.") LogLogisticParameters logLogistic) implements EventModel {
        @Override
        public EventTimeDistribution distribution(@Nullable EventTimeDistribution control) {
            return LogLogistic.of(logLogistic.median(), logLogistic.shape());
        }

        @Override
        public LogLogisticModel stretched(double factor) {
            return new LogLogisticModel(new LogLogisticParameters(factor * logLogistic.median(), logLogistic.shape()));
        }
    }

    /**
     * Gompertz.
     *
     * @param gompertz its parameters
     */
    @Doc("Gompertz: hazard rate·exp(shape·t).")
    record GompertzModel(@Doc("Shape, and rate or median.") GompertzParameters gompertz) implements EventModel {
        @Override
        public EventTimeDistribution distribution(@Nullable EventTimeDistribution control) {
            return gompertz.median() != null
                    ? Gompertz.ofMedian(gompertz.shape(), gompertz.median())
                    : Gompertz.of(gompertz.shape(), gompertz.rateOrThrow());
        }

        @Override
        public GompertzModel stretched(double factor) {
            return new GompertzModel(new GompertzParameters(
                    gompertz.shape() / factor, times(factor, gompertz.median()), times(1 / factor, gompertz.rate())));
        }
    }

    /**
     * Mixture cure: a share never has the event.
     *
     * @param cure share that never has the event
     * @param of model of the others
     */
    @Doc("Mixture cure: a share never has the event, the others follow another model.")
    record Cure(
            @Doc("Share that never has the event.") @Range(atLeast = 0, below = 1)
            double cure,

            @Doc("Model of those who are not cured.") EventModel of)
            implements EventModel {
        /** Validates the share, and that the others have a model of their own. */
        public Cure {
            Faults.of(Cure.class, cure, of).and(f -> check(f, cure, of)).throwIfAny();
        }

        static void check(Faults faults, @Nullable Double cure, @Nullable EventModel of) {
            if (of != null && of.refersToControl()) {
                faults.add("of", "a hazard ratio cannot stand inside a cure model", "give the model in full");
            }
        }

        @Override
        public EventTimeDistribution distribution(@Nullable EventTimeDistribution control) {
            return MixtureCure.of(cure, of.distribution(null));
        }

        @Override
        public Cure stretched(double factor) {
            return new Cure(cure, of.stretched(factor));
        }
    }

    /**
     * Relative to the control arm.
     *
     * @param hazardRatio against the control arm
     */
    @Doc("The control arm's model with its hazard multiplied.")
    record Relative(
            @Doc("Hazard ratio against the control arm.") HazardRatio hazardRatio) implements EventModel {
        @Override
        public EventTimeDistribution distribution(@Nullable EventTimeDistribution control) {
            if (control == null) {
                throw new IllegalArgumentException("a hazard ratio needs the control arm's distribution");
            }
            return hazardRatio.appliedTo(control);
        }

        @Override
        public Relative stretched(double factor) {
            return new Relative(hazardRatio.stretched(factor));
        }

        @Override
        public boolean refersToControl() {
            return true;
        }
    }
}
