/**
 * Planning of comparisons of survival curves at one patient time: restricted mean survival times and shares without
 * event at a milestone, with the large-sample variances of their Kaplan-Meier estimates.
 */
@NullMarked
package org.equipoise.core.planning.curves;

import org.jspecify.annotations.NullMarked;
