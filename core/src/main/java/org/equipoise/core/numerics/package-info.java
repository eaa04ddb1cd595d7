/**
 * Quadrature, root finding, step functions and the tails of the normal distribution. The one place that sees Commons
 * Math; what samplers depend on gives the same bits on every machine.
 */
@NullMarked
package org.equipoise.core.numerics;

import org.jspecify.annotations.NullMarked;
