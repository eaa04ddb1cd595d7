/**
 * Quadrature and root finding for smooth functions of one variable; the one place that sees Commons Math.
 */
@NullMarked
package org.equipoise.core.numerics;

import org.jspecify.annotations.NullMarked;
