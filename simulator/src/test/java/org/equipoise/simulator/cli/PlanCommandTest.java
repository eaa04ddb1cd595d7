package org.equipoise.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What {@code plan} finds, as programs read it. */
class PlanCommandTest {
    private static final String SPEED = Told.CONFIGS.resolve("speed-176.yaml").toString();
    private static final String TWO_TO_ONE =
            Told.CONFIGS.resolve("two-to-one.yaml").toString();

    private static Told plan(String... arguments) {
        List<String> all = new ArrayList<>(List.of("plan"));
        all.addAll(List.of(arguments));
        Told told = Told.by(all.toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isZero();
        return told;
    }

    private static JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", "-"));
        return plan(all.toArray(String[]::new)).json();
    }

    private static double at(JsonNode json, String pointer) {
        assertThat(json.at(pointer).isNumber()).as(pointer).isTrue();
        return json.at(pointer).asDouble();
    }

    private static String refused(String... arguments) {
        List<String> all = new ArrayList<>(List.of("plan"));
        all.addAll(List.of(arguments));
        Told told = Told.by(all.toArray(String[]::new));
        assertThat(told.status()).as(told.err()).isEqualTo(ExitStatus.INVALID_INPUT);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).doesNotContain("Exception");
        return told.err();
    }

    @Test
    void powerIsByTheSecondOrderUnlessAnotherMethodIsNamed() {
        JsonNode json = json(SPEED);
        assertThat(json.at("/solved").asString()).isEqualTo("power");
        assertThat(json.at("/method").asString()).isEqualTo("secondOrder");
        // A million simulated trials each: 0.8191, 0.8189 (standard error 0.0004).
        assertThat(at(json, "/power")).isCloseTo(0.8187, within(0.0005));
        assertThat(at(json, "/methods/schoenfeld")).isCloseTo(0.8237373307, within(1e-9));
        assertThat(at(json, "/methods/freedman")).isCloseTo(0.80743, within(1e-5));
        assertThat(at(json, "/methods/yungLiu")).isCloseTo(0.82205, within(1e-4));
        assertThat(at(json, "/methods/averageHazardRatio")).isCloseTo(0.82225, within(1e-4));
        assertThat(at(json(SPEED, "--method", "schoenfeld"), "/power")).isCloseTo(0.8237373307, within(1e-9));
    }

    @Test
    void eventsOfTheBaseScenario() {
        JsonNode json = json(Told.BASE, "--solve", "events", "--power", "0.8", "--method", "schoenfeld");
        assertThat(at(json, "/events")).isCloseTo(137.387373, within(1e-5));
        assertThat(at(json, "/methods/schoenfeld")).isEqualTo(at(json, "/events"));
        assertThat(at(json, "/methods/freedman")).isCloseTo(142.649584, within(1e-5));
        assertThat(at(json, "/power")).isCloseTo(0.8, within(1e-9));
        assertThat(at(json, "/hazardRatio")).isCloseTo(0.62, within(1e-12));
        assertThat(at(json, "/alpha")).isEqualTo(0.025);
        assertThat(at(json, "/patients")).isEqualTo(176);
        assertThat(at(json, "/inflation")).isEqualTo(1);
        assertThat(at(json, "/looks/0/efficacy/z")).isCloseTo(1.959964, within(1e-6));
        assertThat(at(json, "/looks/0/efficacy/crossH0")).isCloseTo(0.025, within(1e-12));
        assertThat(at(json, "/expectedEvents/h0")).isEqualTo(at(json, "/expectedEvents/h1"));
        assertThat(json.at("/looks/0/futility").isNull()).isTrue();
        assertThat(at(json, "/rounded/events")).isEqualTo(138);
        assertThat(at(json, "/rounded/power")).isGreaterThan(0.8);
        assertThat(json.at("/overrides/0").asString()).isEqualTo("analysis.looks.0={events: 138}");
    }

    @Test
    void theContractsKeysAreAllThere() {
        JsonNode json = json(Told.CONFIGS.resolve("three-looks.yaml").toString());
        assertThat(new TreeSet<>(json.propertyNames()))
                .contains(
                        "solved",
                        "method",
                        "events",
                        "patients",
                        "power",
                        "hazardRatio",
                        "alpha",
                        "calendarTime",
                        "looks",
                        "expectedEvents",
                        "inflation",
                        "methods");
        for (JsonNode look : json.get("looks")) {
            assertThat(new TreeSet<>(look.propertyNames()))
                    .contains(
                            "look",
                            "informationFraction",
                            "events",
                            "calendarTime",
                            "patients",
                            "efficacy",
                            "futility");
            assertThat(new TreeSet<>(look.get("efficacy").propertyNames()))
                    .contains("z", "p", "hazardRatio", "alphaSpent", "crossH0", "crossH1");
        }
        assertThat(json.at("/looks/1/futility/z").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/looks/2/futility").isNull()).isTrue();
        assertThat(json.get("methods").size()).isEqualTo(9);
    }

    /**
     * rpact 4.5.0, getPowerSurvival with asOF, 2 looks at 64 and 128 events: power 0.822367136750122 by Schoenfeld, of
     * which 0.178973117571236 at the first look, at months 14.8375567633471 and 25.7423008596702; expected events
     * 116.545720412299, duration 23.7906448016762, hazard ratios at the bounds 0.476805317565068 and 0.706097582125487.
     */
    @Test
    void twoLooksAgreeWithRpact() {
        JsonNode json = json(
                SPEED,
                "--method",
                "schoenfeld",
                "--set",
                "analysis.looks=[{information: 0.5}, {events: 128}]",
                "--set",
                "analysis.efficacy={z: [2.962588190, 1.968596]}");
        assertThat(at(json, "/power")).isCloseTo(0.822367136750122, within(1e-6));
        assertThat(at(json, "/looks/0/efficacy/crossH1")).isCloseTo(0.178973117571236, within(1e-6));
        assertThat(at(json, "/looks/0/calendarTime")).isCloseTo(14.8375567633471, within(1e-6));
        assertThat(at(json, "/looks/1/calendarTime")).isCloseTo(25.7423008596702, within(1e-6));
        assertThat(at(json, "/expectedEvents/h1")).isCloseTo(116.545720412299, within(1e-4));
        assertThat(at(json, "/expectedDuration/h1")).isCloseTo(23.7906448016762, within(1e-4));
        assertThat(at(json, "/looks/0/efficacy/hazardRatio")).isCloseTo(0.476805317565068, within(1e-6));
        assertThat(at(json, "/looks/1/efficacy/hazardRatio")).isCloseTo(0.706097582125487, within(1e-6));
        // Lan-DeMets, O'Brien-Fleming type, at a half: 2 - 2 Φ(2.241403 / √0.5) = 0.00152537.
        assertThat(at(json, "/looks/0/efficacy/alphaSpent")).isCloseTo(0.00152532, within(1e-7));
        assertThat(at(json, "/looks/1/efficacy/alphaSpent")).isCloseTo(0.025, within(1e-6));
        assertThat(at(json, "/typeIError")).isCloseTo(0.025, within(1e-6));
    }

    /**
     * gsDesign 3.11, gsSurv with sfLDOF, sfHSD(-2) that does not bind, 3 looks, Schoenfeld, power 0.9: 171.774181548669
     * events, 57.2580605162229 of them at the first look, hazard ratio at the bounds 0.375061289846582 and so on;
     * expected events 100.533330289999 and 132.601317191184.
     */
    @Test
    void eventsOfThreeLooksWithFutilityAgreeWithGsDesign() {
        JsonNode json = json(
                SPEED,
                "--solve",
                "events",
                "--power",
                "0.9",
                "--method",
                "schoenfeld",
                "--set",
                "enrolment.patients=216",
                "--set",
                "analysis.looks=[{information: 0.3333333333333333}, {information: 0.6666666666666667}, {events: 150}]",
                "--set",
                "analysis.efficacy={z: [3.7103028732625, 2.51140703836333, 1.9929701986462]}",
                "--set",
                "analysis.futility={z: [-0.241817837389303, 0.936604482714147]}");
        assertThat(at(json, "/events")).isCloseTo(171.774181548669, within(2e-3));
        assertThat(at(json, "/looks/0/events")).isCloseTo(57.2580605162229, within(1e-3));
        assertThat(at(json, "/looks/1/informationFraction")).isCloseTo(2 / 3.0, within(1e-6));
        assertThat(at(json, "/looks/0/efficacy/hazardRatio")).isCloseTo(0.375061289846582, within(1e-5));
        assertThat(at(json, "/expectedEvents/h0")).isCloseTo(100.533330289999, within(2e-3));
        assertThat(at(json, "/expectedEvents/h1")).isCloseTo(132.601317191184, within(2e-3));
        assertThat(at(json, "/looks/2/efficacy/crossH0")).isCloseTo(0.025, within(1e-5));
        assertThat(at(json, "/typeIError")).isCloseTo(0.025, within(1e-5));
        assertThat(at(json, "/looks/1/futility/betaSpent")).isCloseTo(0.0437258, within(1e-5));
    }

    /** Whatever is found gives the power, and so does the trial with it put in, rounded. */
    @ParameterizedTest
    @CsvSource({
        "haic-tace-176.yaml, events",
        "haic-tace-176.yaml, patients",
        "haic-tace-176.yaml, followUp",
        "haic-tace-176.yaml, enrolmentDuration",
        "haic-tace-176.yaml, hazardRatio",
        "two-to-one.yaml, events",
        "two-to-one.yaml, followUp",
        "two-to-one.yaml, hazardRatio",
        "delayed-effect.yaml, events",
        "delayed-effect.yaml, patients",
        "delayed-effect.yaml, hazardRatio",
        "three-looks.yaml, patients",
        "cure-weibull.yaml, patients"
    })
    void whatIsFoundGivesThePower(String file, String unknown) {
        String scenario = Told.CONFIGS.resolve(file).toString();
        JsonNode json = json(scenario, "--solve", unknown, "--power", "0.85");
        assertThat(at(json, "/power")).isCloseTo(0.85, within(1e-8));
        assertThat(at(json, "/methods/secondOrder")).isCloseTo(at(json, "/" + unknown), withinPercentage(1e-9));
        assertThat(at(json, "/rounded/power")).isBetween(0.8499, 0.87);
        List<String> again = new ArrayList<>(List.of(scenario));
        for (JsonNode override : json.get("overrides")) {
            again.addAll(List.of("--set", override.asString()));
        }
        JsonNode rounded = json(again.toArray(String[]::new));
        assertThat(at(rounded, "/power")).isCloseTo(at(json, "/rounded/power"), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rmst, tau: 9                     | patients          | 0.85
                    rmst, tau: 9                     | events            | 0.56
                    rmst, tau: 9                     | followUp          | 0.56
                    rmst, tau: 9                     | enrolmentDuration | 0.85
                    milestone, at: 9                 | hazardRatio       | 0.85
                    milestone, at: 9, scale: logLog  | patients          | 0.85
                    """)
    void whatIsFoundGivesThePowerOfSurvivalCurves(String test, String unknown, double power) {
        List<String> arguments = List.of(Told.BASE, "--set", "analysis.test={method: " + test + "}");
        List<String> solving = new ArrayList<>(arguments);
        solving.addAll(List.of("--solve", unknown, "--power", Double.toString(power)));
        JsonNode json = json(solving.toArray(String[]::new));
        assertThat(at(json, "/power")).isCloseTo(power, within(1e-8));
        List<String> again = new ArrayList<>(arguments);
        for (JsonNode override : json.get("overrides")) {
            again.addAll(List.of("--set", override.asString()));
        }
        assertThat(at(json(again.toArray(String[]::new)), "/power")).isBetween(power - 1e-4, power + 0.02);
    }

    /** fixed_design_milestone of gsDesign2 1.1.8. */
    @Test
    void patientsForSurvivalCurvesAgreeWithGsDesign2ToFirstOrder() {
        String[] milestone = {
            SPEED,
            "--set",
            "analysis={test: {method: milestone, at: 12}, looks: [{calendarTime: 36}]}",
            "--power",
            "0.9",
            "--solve",
            "patients",
            "--method",
            "yungLiu"
        };
        assertThat(at(json(milestone), "/patients")).isCloseTo(273.413140914722, within(1e-4));
    }

    @Test
    void survivalCurvesAreExplainedByPatients() {
        String[] means = {SPEED, "--set", "analysis={test: {method: rmst, tau: 12}, looks: [{calendarTime: 36}]}"};
        JsonNode json = json(means[0], means[1], means[2], "--explain", "--replicates", "20000");
        assertThat(at(json, "/explanation/neededPatients/yungLiu"))
                .isLessThan(at(json, "/explanation/neededPatients/secondOrder"));
        assertThat(at(json, "/explanation/power/secondOrder"))
                .isCloseTo(
                        at(json, "/explanation/simulatedPower/estimate"),
                        within(0.002 + 3 * at(json, "/explanation/simulatedPower/standardError")));
        assertThat(plan(means[0], means[1], means[2], "--explain", "--replicates", "1000")
                        .out())
                .contains("Patients needed for power 0.8")
                .doesNotContain("Schoenfeld");
        assertThat(refused(means[0], means[1], means[2], "--solve", "followUp", "--power", "0.9"))
                .contains("patients would do");
        assertThat(refused(means[0], means[1], means[2], "--method", "freedman"))
                .contains("without weights");
        assertThat(refused(
                        SPEED,
                        "--set",
                        "analysis={test: {method: milestone, at: 3},"
                                + " looks: [{calendarTime: 24}, {calendarTime: 36}], efficacy: {z: [2.5, 2]}}"))
                .contains("look 2 tells nothing that look 1 did not");
    }

    @Test
    void patientsComeFasterOrLonger() {
        JsonNode faster = json(Told.BASE, "--solve", "patients", "--power", "0.9");
        JsonNode longer = json(Told.BASE, "--solve", "patients", "--power", "0.9", "--keep", "rates");
        assertThat(at(faster, "/enrolmentDuration")).isCloseTo(53 / 3.0, within(1e-9));
        assertThat(at(longer, "/enrolmentDuration")).isGreaterThan(20);
        assertThat(at(longer, "/patients"))
                .isCloseTo(12 + 24 + 12 * (at(longer, "/enrolmentDuration") - 6), within(1e-6));
        assertThat(at(longer, "/methods/secondOrder")).isEqualTo(at(longer, "/patients"));
    }

    @Test
    void twoSidesShareAlpha() {
        JsonNode one = json(Told.BASE);
        JsonNode two = json(Told.BASE, "--set", "analysis.sides=2", "--set", "analysis.alpha=0.05");
        assertThat(at(two, "/alpha")).isEqualTo(0.05);
        assertThat(at(two, "/looks/0/efficacy/p")).isCloseTo(0.05, within(1e-12));
        assertThat(at(two, "/looks/0/efficacy/alphaSpent")).isCloseTo(0.05, within(1e-12));
        assertThat(at(two, "/power") - at(one, "/power")).isBetween(0.0, 1e-5);
    }

    /** One design, three published answers, and the truth. */
    @Test
    void theKnownConfusionIsExplained() {
        Told told = plan(TWO_TO_ONE, "--solve", "events", "--explain", "--replicates", "20000");
        assertThat(told.out())
                .containsPattern("Schoenfeld +70\\.2 / 100\\.3 +71 / 101 ")
                .containsPattern("Lachin-Foulkes +67\\.4 / 96\\.3 +68 / 97 ")
                .containsPattern("Second order +64\\.1 / 91\\.5 +65 / 92 ")
                .contains("20,000 replicates");
        assertThat(told.lines()).hasSizeLessThanOrEqualTo(45);
        JsonNode json = json(TWO_TO_ONE, "--solve", "events", "--explain", "--replicates", "20000");
        double truth = at(json, "/explanation/simulatedPower/estimate");
        double error = at(json, "/explanation/simulatedPower/standardError");
        assertThat(at(json, "/explanation/power/secondOrder")).isCloseTo(truth, within(0.002 + 3 * error));
        assertThat(at(json, "/explanation/power/schoenfeld")).isLessThan(truth - 0.02);
        assertThat(at(json, "/explanation/neededEvents/schoenfeld")).isCloseTo(100.295212, within(1e-4));
    }

    @Test
    void theImpossibleIsExplained() {
        String[] small = {"--set", "enrolment.patients=100", "--set", "analysis.looks.0.events=90"};
        assertThat(refused(Told.BASE, "--solve", "events", small[0], small[1], small[2], small[3]))
                .contains("needs 142 events")
                .contains("patients can give 95")
                .contains("150 patients would do");
        assertThat(refused(Told.BASE, "--solve", "followUp", "--power", "0.99"))
                .contains("events, and the patients can give")
                .contains("patients would do");
        assertThat(refused(Told.BASE, "--solve", "patients", "--set", "endpoints.PFS.model.HAIC.hazardRatio=1"))
                .contains("not better than the null hypothesis");
        assertThat(refused(Told.BASE, "--set", "analysis.looks.0.events=175"))
                .contains("look 1 waits for 175 events")
                .contains("167.3");
        assertThat(refused(Told.BASE, "--solve", "events", "--power", "0.02")).contains("level");
        assertThat(refused(TWO_TO_ONE, "--set", "analysis.efficacy.z.1=null")).contains("the last look");
    }

    @Test
    void everyBadOptionIsNamed() {
        assertThat(refused(
                        Told.BASE, "--solve", "evnts", "--method", "schoenfield", "--keep", "it", "--replicates", "5"))
                .contains("--solve: there is no 'evnts'; did you mean 'events'?")
                .contains("--method: there is no 'schoenfield'; did you mean 'schoenfeld'?")
                .contains("--keep: there is no 'it'; one of duration, rates")
                .contains("--replicates: nothing is simulated without --explain");
        assertThat(refused(Told.BASE, "--power", "0.9")).contains("--power").contains("--solve");
        assertThat(refused(Told.BASE, "--keep", "rates")).contains("--solve patients");
        assertThat(refused(Told.BASE, "--solve", "events", "--power", "1.5")).contains("--power 1.5");
        assertThat(refused(Told.BASE, "--explain", "--replicates", "0")).contains("--replicates 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analysis.looks=[{calendarTime: 24}]",
                "analysis.looks=[{afterLastPatient: 0}]",
                "analysis.looks=[{anyOf: [{events: 137}, {allOf: [{calendarTime: 24}, {events: 20}]}, {afterLastPatient: 6}]}]",
                "analysis.looks=[{events: 1}]",
                "dropout.all={hazardRatio: 0.1}",
                "dropout.all={weibull: {shape: 0.5, scale: 30}}",
                "endpoints.PFS.model.TACE={cure: 0.6, of: {gompertz: {shape: 0.05, median: 6.5}}}",
                "endpoints.PFS.model.TACE={piecewise: [{from: 0, hazard: 0.1}, {from: 4, hazard: 0}]}",
                "endpoints.PFS.model.HAIC={logLogistic: {median: 9, shape: 1.4}}",
                "enrolment={patients: 176, duration: 0.001}",
                "enrolment={patients: 176, duration: 100000}",
                "timeUnit=day",
                "endpoints.PFS.model.TACE.median=0.00001",
                "endpoints.PFS.model.TACE.median=1000000"
            })
    void oddScenariosArePlannedOrRefused(String override) {
        for (String unknown : List.of("power", "events", "patients", "followUp")) {
            Told told = Told.by("plan", Told.BASE, "--set", override, "--solve", unknown);
            assertThat(told.status()).as("%s: %s", unknown, told.err()).isIn(0, 2);
            assertThat(told.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
            assertThat(told.out()).doesNotContain("NaN").doesNotContain("Infinity");
        }
    }

    @Test
    void theExamplesOfEachMethodHaveNames() {
        for (Map.Entry<String, String> each : Map.of(
                        "rubinstein", "Rubinstein, Gail and Santner 1981", "lachinFoulkes", "Lachin and Foulkes 1986")
                .entrySet()) {
            assertThat(plan(Told.BASE, "--method", each.getKey()).out()).contains(each.getValue());
        }
    }
}
