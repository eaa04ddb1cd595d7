package org.equipoise.simulator.analytic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.equipoise.core.planning.fixed.PowerMethod;

/** The name of a way to compute power, in commands and results. */
public final class MethodName {
    private MethodName() {}

    /** The name. */
    public static String of(PowerMethod method) {
        return switch (method) {
            case SECOND_ORDER -> "secondOrder";
            case FIRST_ORDER -> "yungLiu";
            case AVERAGE_HAZARD_RATIO -> "averageHazardRatio";
            case SCHOENFELD -> "schoenfeld";
            case FREEDMAN -> "freedman";
            case HSIEH_FREEDMAN -> "hsiehFreedman";
            case RUBINSTEIN -> "rubinstein";
            case LACHIN_FOULKES -> "lachinFoulkes";
            case BERNSTEIN_LAGAKOS -> "bernsteinLagakos";
        };
    }

    /** All names, the default first. */
    public static List<String> all() {
        return Arrays.stream(PowerMethod.values()).map(MethodName::of).toList();
    }

    /** The method of that name. */
    public static Optional<PowerMethod> method(String name) {
        return Arrays.stream(PowerMethod.values())
                .filter(each -> of(each).equals(name))
                .findFirst();
    }
}
