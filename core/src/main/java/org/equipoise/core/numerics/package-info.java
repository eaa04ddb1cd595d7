/**
 * Quadrature, root finding, step functions, and the normal distribution in one and several dimensions. The one place
 * that sees Commons Math; what samplers depend on gives the same bits on every machine.
 */
@NullMarked
package org.equipoise.core.numerics;

import org.jspecify.annotations.NullMarked;
