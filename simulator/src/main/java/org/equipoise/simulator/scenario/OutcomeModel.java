package org.equipoise.simulator.scenario;

/** The distribution, in one arm, of an outcome that is known at a given time. Higher is better. */
@Doc("The distribution of an outcome that is known at a given time; higher is better.")
public sealed interface OutcomeModel extends EndpointModel permits OutcomeModel.Proportion, OutcomeModel.Normal {
    /** Expected outcome of a patient; of a response, its probability. */
    double mean();

    /** Standard deviation of the outcome between patients. */
    double sd();

    /**
     * The same with another mean.
     *
     * @throws InvalidScenarioException when it leaves its range
     */
    OutcomeModel withMean(double other);

    /**
     * A response or none.
     *
     * @param probability of a response
     */
    @Doc("A response or none, with this probability.")
    record Proportion(
            @Doc("Probability of a response.") @Range(above = 0, below = 1)
            double probability) implements OutcomeModel {
        /** Validates the probability. */
        public Proportion {
            Faults.of(Proportion.class, probability).throwIfAny();
        }

        @Override
        public double mean() {
            return probability;
        }

        @Override
        public double sd() {
            return Math.sqrt(probability * (1 - probability));
        }

        @Override
        public Proportion withMean(double other) {
            return new Proportion(other);
        }
    }

    /**
     * A number, normally distributed.
     *
     * @param mean of the patients
     * @param sd standard deviation between patients
     */
    @Doc("A number, normally distributed with this mean and standard deviation.")
    record Normal(
            @Doc("Mean of the patients.") @Range(atLeast = -1e9, atMost = 1e9)
            double mean,

            @Doc("Standard deviation between patients.") @Range(above = 0, atMost = 1e9)
            double sd)
            implements OutcomeModel {
        /** Validates both numbers. */
        public Normal {
            Faults.of(Normal.class, mean, sd).throwIfAny();
        }

        @Override
        public Normal withMean(double other) {
            return new Normal(other, sd);
        }
    }
}
