package org.equipoise.simulator.scenario;

/** What is assumed of an endpoint in one arm. */
@Doc("What is assumed of an endpoint in one arm: a time-to-event model, a probability, or a mean with its spread.")
public sealed interface EndpointModel permits EventModel, OutcomeModel {}
