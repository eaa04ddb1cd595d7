/** Planning of comparisons of two proportions and of two means: power and sample size. */
@NullMarked
package org.equipoise.core.planning.twosample;

import org.jspecify.annotations.NullMarked;
