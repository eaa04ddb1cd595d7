import java.io.File;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks what {@code equipoise run configs/haic-tace-176.yaml --json FILE} wrote: the keys that other programs read, and the
 * figures against an independent simulation of the same trial with a million replicates.
 *
 * <p>Run as {@code java -cp simulator/target/equipoise.jar .ci/CheckResult.java FILE}.
 */
public class CheckResult {
    /** Both simulations err by chance; 4 standard errors of the difference are exceeded once in 16,000 comparisons. */
    private static final double TOLERANCE = 4;

    private static final double REFERENCE_REPLICATES = 1e6;

    private static final String[] KEYS = {
        "/trial",
        "/scenarioHash",
        "/version",
        "/replicates",
        "/seed",
        "/elapsedSeconds",
        "/power/estimate",
        "/power/standardError",
        "/power/low",
        "/power/high",
        "/duration/estimate",
        "/enrolled/estimate",
        "/dropouts/estimate",
        "/looks/0/look",
        "/looks/0/reached/estimate",
        "/looks/0/rejected/estimate",
        "/looks/0/cumulativeRejected/estimate",
        "/looks/0/futile/estimate",
        "/looks/0/events/estimate",
        "/looks/0/eventsByArm/TACE/estimate",
        "/looks/0/eventsByArm/HAIC/estimate",
        "/looks/0/calendarTime/estimate",
        "/looks/0/calendarTime/sd",
        "/looks/0/calendarTime/quantiles/0.05",
        "/looks/0/calendarTime/quantiles/0.5",
        "/looks/0/calendarTime/quantiles/0.95",
        "/looks/0/z/estimate",
        "/looks/0/z/sd",
        "/looks/0/hazardRatio/median",
        "/looks/0/hazardRatio/quantiles/0.05",
        "/looks/0/hazardRatio/quantiles/0.95",
        "/analytic/power/schoenfeld",
        "/analytic/expectedCalendarTime",
        "/warnings"
    };

    private final JsonNode result;
    private final List<String> faults = new ArrayList<>();

    private CheckResult(JsonNode result) {
        this.result = result;
    }

    public static void main(String[] arguments) {
        CheckResult check = new CheckResult(JsonMapper.builder().build().readTree(new File(arguments[0])));
        check.keys();
        if (check.faults.isEmpty()) {
            check.figures();
        }
        check.faults.forEach(fault -> System.out.println("WRONG: " + fault));
        System.exit(check.faults.isEmpty() ? 0 : 1);
    }

    private void keys() {
        for (String key : KEYS) {
            if (result.at(key).isMissingNode()) {
                faults.add(key + " is missing");
            }
        }
    }

    private void figures() {
        // Reference value, and half a unit of its last printed digit.
        near("/power", 0.7950, 0.00005);
        near("/looks/0/z", 2.789, 0.0005);
        near("/looks/0/calendarTime", 30.62, 0.005);
        near("/looks/0/eventsByArm/TACE", 74.79, 0.005);
        near("/looks/0/eventsByArm/HAIC", 62.21, 0.005);
        near("/dropouts", 7.02, 0.005);
        exact("/enrolled/estimate", 176, 1e-9);
        exact("/looks/0/events/estimate", 137, 1e-9);
        exact("/looks/0/reached/estimate", 1, 1e-9);
        exact("/analytic/power/schoenfeld", 0.7989, 0.00005);
    }

    private void near(String figure, double reference, double halfUnit) {
        JsonNode node = result.at(figure);
        double replicates = result.at("/replicates").doubleValue();
        double standardError = node.has("standardError")
                ? node.get("standardError").doubleValue()
                : node.path("sd").asDouble(Double.NaN) / Math.sqrt(replicates);
        double estimate = node.at("/estimate").doubleValue();
        // Variances: ours, the reference's at its number of replicates, and that of rounding (uniform).
        double combined = Math.sqrt(
                standardError * standardError * (1 + replicates / REFERENCE_REPLICATES) + halfUnit * halfUnit / 3);
        double away = (estimate - reference) / combined;
        System.out.printf(
                "%-28s %10.5f  reference %8.4f  %+5.2f standard errors%n", figure, estimate, reference, away);
        if (!(standardError > 0) || !(Math.abs(away) <= TOLERANCE)) {
            faults.add(figure + " is " + estimate + " ± " + standardError + ", the reference " + reference);
        }
    }

    private void exact(String figure, double reference, double tolerance) {
        double value = result.at(figure).doubleValue();
        System.out.printf("%-28s %10.5f  exactly   %8.4f%n", figure, value, reference);
        if (!(Math.abs(value - reference) <= tolerance)) {
            faults.add(figure + " is " + value + ", must be " + reference + " ± " + tolerance);
        }
    }
}
