package org.equipoise.simulator.analytic;

/**
 * One bound of one look. Probabilities are of having crossed such a bound by this look, and of both sides together in a
 * two-sided test.
 *
 * @param z the bound
 * @param p nominal p-value of the bound: two-sided in a two-sided test
 * @param estimate hazard ratio, or difference, at which Z is about at the bound
 * @param spent error spent by this look: α of an efficacy bound, β of a futility bound
 * @param crossH0 under the null hypothesis; for an efficacy bound, futility is ignored unless it binds
 * @param crossH1 under the alternative, futility obeyed
 */
public record BoundPlan(double z, double p, double estimate, double spent, double crossH0, double crossH1) {}
