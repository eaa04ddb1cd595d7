package org.equipoise.core.planning.twosample;

/** Proportions of greatest likelihood among those with a given difference. */
final class RestrictedProportion {
    private RestrictedProportion() {}

    /**
     * First proportion of greatest likelihood when it exceeds the second by {@code difference}: the root of a cubic in
     * trigonometric form (Farrington and Manning 1990, Statistics in Medicine 9:1447-1454, appendix 1).
     *
     * @param first observed proportion
     * @param second observed proportion
     * @param ratio patients with the second proportion per patient with the first
     * @param difference in (-1, 1)
     */
    static double experimental(double first, double second, double ratio, double difference) {
        if (difference == 0) {
            return (first + ratio * second) / (1 + ratio);
        }
        double a = 1 + ratio;
        double b = -(1 + ratio + first + ratio * second + difference * (ratio + 2));
        double c = difference * difference + difference * (2 * first + ratio + 1) + first + ratio * second;
        double d = -first * difference * (1 + difference);
        double third = b / (3 * a);
        double v = third * third * third - b * c / (6 * a * a) + d / (2 * a);
        double u = Math.copySign(Math.sqrt(Math.max(third * third - c / (3 * a), 0)), v);
        double cosine = u == 0 ? 0 : Math.max(-1, Math.min(1, v / (u * u * u)));
        double w = (Math.PI + Math.acos(cosine)) / 3;
        double lower = Math.max(0, difference);
        double upper = Math.min(1, 1 + difference);
        return Math.max(lower, Math.min(upper, 2 * u * Math.cos(w) - third));
    }
}
