package org.equipoise.core.planning.curves;

/** Mean, variance and third cumulant of Z. */
record ZCumulants(double mean, double variance, double third) {}
