/** Designs without simulation: expected events over calendar time, and the power they give. */
@NullMarked
package org.equipoise.core.planning;

import org.jspecify.annotations.NullMarked;
