package org.equipoise.core.sequential;

import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Designs and results of other packages under {@code reference/sequential}; the README there states their origin. */
public final class ReferenceDesigns {
    private ReferenceDesigns() {}

    public static GroupSequentialDesign design(JsonNode node) {
        DesignBuilder builder = GroupSequentialDesign.at(numbers(node.get("looks")))
                .power(node.get("power").asDouble())
                .efficacy(boundary(node.get("efficacy")));
        double alpha = node.get("alpha").asDouble();
        if (node.get("sides").asInt() == 1) {
            builder.alpha(alpha);
        } else {
            builder.alphaTwoSided(2 * alpha);
        }
        if (node.has("withoutEfficacyAt")) {
            builder.withoutEfficacyAt(
                    StreamSupport.stream(node.get("withoutEfficacyAt").spliterator(), false)
                            .mapToInt(JsonNode::asInt)
                            .toArray());
        }
        if (node.has("futility")) {
            boolean binding = node.get("binding").asBoolean();
            Boundary futility = boundary(node.get("futility"));
            if (node.has("harm")) {
                Spending spending = ((Boundary.ErrorSpending) futility).function();
                double total = node.get("harm").asDouble();
                if (binding) {
                    builder.bindingHarm(spending, total);
                } else {
                    builder.harm(spending, total);
                }
            } else if (binding) {
                builder.bindingFutility(futility);
            } else {
                builder.futility(futility);
            }
        }
        return builder.build();
    }

    private static Boundary boundary(JsonNode node) {
        if (node.has("boundary")) {
            return node.get("boundary").asString().equals("haybittlePeto")
                    ? Boundary.haybittlePeto(node.get("z").asDouble())
                    : Boundary.wangTsiatis(node.get("delta").asDouble());
        }
        if (node.has("z")) {
            return Boundary.z(numbers(node.get("z")));
        }
        return node.get("spending").asString().equals("values")
                ? Boundary.cumulative(numbers(node.get("cumulative")))
                : Boundary.spending(spending(node));
    }

    static Spending spending(JsonNode node) {
        return switch (node.get("spending").asString()) {
            case "obrienFleming" -> Spending.lanDeMetsOBrienFleming();
            case "pocock" -> Spending.lanDeMetsPocock();
            case "hwangShihDeCani" -> Spending.hwangShihDeCani(node.get("gamma").asDouble());
            case "power" -> Spending.kimDeMets(node.get("rho").asDouble());
            default -> throw new IllegalStateException("unknown spending " + node);
        };
    }

    /** A number or a list; null is NaN, "Inf" infinite. */
    public static double[] numbers(JsonNode node) {
        if (!node.isArray()) {
            return new double[] {number(node)};
        }
        return StreamSupport.stream(node.spliterator(), false)
                .mapToDouble(ReferenceDesigns::number)
                .toArray();
    }

    private static double number(JsonNode node) {
        if (node.isNull()) {
            return Double.NaN;
        }
        return switch (node.asString()) {
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> node.asDouble();
        };
    }
}
