package org.equipoise.simulator.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.equipoise.core.distribution.EventTimeDistribution;
import org.jspecify.annotations.Nullable;

/**
 * One trial and what is asked of it.
 *
 * @param trial identifier
 * @param title name for people
 * @param description anything worth keeping with the file
 * @param timeUnit unit of every time and rate
 * @param arms by name, in the order of the file
 * @param enrolment how many patients enter, and how fast
 * @param strata factors that divide the patients, by name, and their levels; null for none. In alphabetical order
 * @param randomisation how they are allocated
 * @param endpoints by name
 * @param dropout by arm name, or {@code all}
 * @param analysis what is tested, and when
 * @param simulation how it is simulated
 * @param expect what the result must show, by {@link Figure}
 * @param sources where values come from, by their dotted paths
 */
@Doc("One clinical trial and what is asked of it.")
public record Scenario(
        @Doc("Identifier: letters, digits, '.', '_', '-'.") String trial,
        @Doc("Name for people.") @Nullable String title,

        @Doc("Anything worth keeping with the file.") @Nullable
        String description,

        @Doc("Unit of every time and rate.") @Default("month")
        TimeUnit timeUnit,

        @Doc("The arms, by name; exactly one is the control.")
        Map<String, Arm> arms,

        @Doc("How many patients enter the trial, and how fast.")
        EnrolmentPlan enrolment,

        @Doc("Factors that divide the patients, and their levels, by name.") @Nullable
        Map<String, Map<String, StratumLevel>> strata,

        @Doc("How patients are allocated to arms.") @Default("{}")
        Randomisation randomisation,

        @Doc("What is measured, by name.") Map<String, Endpoint> endpoints,

        @Doc("Loss to follow-up, by arm name, or all; none when left out.") @Default("{}")
        Map<String, DropoutModel> dropout,

        @Doc("What is tested, when, and against which bounds.")
        Analysis analysis,

        @Doc("How the trial is simulated.") @Default("{}") SimulationPlan simulation,

        @Doc("What the result must show, by the path of a figure, such as power or looks.0.calendarTime.")
        @Default("{}")
        Map<String, Criterion> expect,

        @Doc("Where values come from, by their paths, such as enrolment.patients: text for people, without effect.")
        @Default("{}")
        Map<String, String> sources) {

    /** The name that stands for every arm under {@code dropout}. */
    public static final String ALL_ARMS = "all";

    /** Validates everything that concerns more than one part. */
    public Scenario {
        arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
        strata = strata == null || strata.isEmpty() ? null : Factors.inOrder(strata);
        endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
        dropout = Collections.unmodifiableMap(new LinkedHashMap<>(dropout));
        expect = Collections.unmodifiableMap(new LinkedHashMap<>(expect));
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        Faults faults = Faults.of(
                Scenario.class,
                trial,
                title,
                description,
                timeUnit,
                arms,
                enrolment,
                strata,
                randomisation,
                endpoints,
                dropout,
                analysis,
                simulation,
                expect,
                sources);
        check(
                faults,
                trial,
                title,
                description,
                timeUnit,
                arms,
                enrolment,
                strata,
                randomisation,
                endpoints,
                dropout,
                analysis,
                simulation,
                expect,
                sources);
        faults.throwIfAny();
    }

    static void check(
            Faults faults,
            @Nullable String trial,
            @Nullable String title,
            @Nullable String description,
            @Nullable TimeUnit timeUnit,
            @Nullable Map<String, Arm> arms,
            @Nullable EnrolmentPlan enrolment,
            @Nullable Map<String, Map<String, StratumLevel>> strata,
            @Nullable Randomisation randomisation,
            @Nullable Map<String, Endpoint> endpoints,
            @Nullable Map<String, DropoutModel> dropout,
            @Nullable Analysis analysis,
            @Nullable SimulationPlan simulation,
            @Nullable Map<String, Criterion> expect,
            @Nullable Map<String, String> sources) {
        if (trial != null && !trial.matches("[A-Za-z0-9._-]{1,200}")) {
            faults.add(
                    "trial",
                    "is not an identifier: '" + trial + "'",
                    "use up to 200 letters, digits, '.', '_' and '-'; words for people go under title");
        }
        if (arms != null) {
            ArmRules.check(faults, arms, randomisation);
        }
        if (endpoints != null) {
            EndpointRules.check(faults, arms, endpoints, analysis);
        }
        StratumRules.check(faults, arms, strata, randomisation, analysis == null ? null : analysis.test());
        if (dropout != null && arms != null) {
            DropoutRules.check(faults, arms, dropout);
        }
        if (enrolment != null && analysis != null) {
            LookRules.checkEvents(faults, enrolment.patients(), analysis.looks());
        }
        if (arms != null && endpoints != null && analysis != null) {
            OutcomeRules.check(faults, arms, strata, endpoints, analysis);
        }
        if (expect != null && arms != null) {
            CriterionRules.check(faults, arms, analysis, simulation, expect);
        }
    }

    /** Name of the control arm. */
    public String controlArm() {
        return arms.entrySet().stream()
                .filter(arm -> arm.getValue().role() == Arm.Role.CONTROL)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** Names of the experimental arms, in the order of the file; at least one. */
    public List<String> experimentalArms() {
        return arms.entrySet().stream()
                .filter(arm -> arm.getValue().role() == Arm.Role.EXPERIMENTAL)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Names of all arms, the control first. */
    public List<String> armsControlFirst() {
        List<String> names = new ArrayList<>(List.of(controlArm()));
        names.addAll(experimentalArms());
        return names;
    }

    /** Name of the endpoint that is tested. */
    public String testedEndpoint() {
        return analysis.endpoint() != null
                ? analysis.endpoint()
                : endpoints.keySet().iterator().next();
    }

    /** The endpoint that is tested. */
    public Endpoint endpoint() {
        return Objects.requireNonNull(endpoints.get(testedEndpoint()));
    }

    /**
     * The model of an arm, as the file spells it, for a time to event that is tested.
     *
     * @throws IllegalStateException when an outcome is tested
     */
    public EventModel model(String arm) {
        if (endpoint().model().get(arm) instanceof EventModel model) {
            return model;
        }
        throw new IllegalStateException("there is no time-to-event model of '" + arm + "'");
    }

    /**
     * The model of an arm for an outcome that is tested.
     *
     * @throws IllegalStateException when a time to event is tested
     */
    public OutcomeModel outcome(String arm) {
        if (endpoint().model().get(arm) instanceof OutcomeModel model) {
            return model;
        }
        throw new IllegalStateException("there is no outcome model of '" + arm + "'");
    }

    /** Strata of all factors crossed; one of all patients where there are none. */
    public List<Stratum> allStrata() {
        return strata == null ? Stratum.of(Map.of(), List.of()) : Stratum.of(strata, List.copyOf(strata.keySet()));
    }

    /** Strata within which blocks are permuted; one of all patients where blocks run over all. */
    public List<Stratum> randomisationStrata() {
        return strata == null || randomisation.strata() == null
                ? Stratum.of(Map.of(), List.of())
                : Stratum.of(
                        strata,
                        strata.keySet().stream()
                                .filter(randomisation.strata()::contains)
                                .toList());
    }

    /** Distribution of the time to the tested endpoint in an arm, over all strata. */
    public EventTimeDistribution eventTime(String arm) {
        return eventTime(arm, Stratum.of(Map.of(), List.of()).get(0));
    }

    /** Distribution of the time to the tested endpoint in an arm and a stratum, which may be of some of the factors. */
    public EventTimeDistribution eventTime(String arm, Stratum stratum) {
        return StratumTimes.of(this, arm, stratum);
    }

    /** The dropout model of an arm as the file spells it, or null when nobody drops out. */
    public @Nullable DropoutModel dropoutModel(String arm) {
        DropoutModel own = dropout.get(arm);
        return own != null ? own : dropout.get(ALL_ARMS);
    }

    /** Distribution of the time to dropout in an arm, or null when nobody drops out. */
    public @Nullable EventTimeDistribution dropoutTime(String arm) {
        DropoutModel model = dropoutModel(arm);
        if (model == null) {
            return null;
        }
        if (!model.refersToControl()) {
            return model.distribution(null);
        }
        return model.distribution(
                Objects.requireNonNull(dropoutModel(controlArm())).distribution(null));
    }

    /** Patients in a permuted block. */
    public int blockSize() {
        return randomisation.blockSize() != null ? randomisation.blockSize() : 2 * allocationSum();
    }

    /** Sum of the allocation ratio. */
    public int allocationSum() {
        return arms.values().stream().mapToInt(Arm::allocation).sum();
    }

    /**
     * The same trial under the null hypothesis: every experimental arm has the control arm's hazard times
     * {@code hazardRatioH0}, or its mean less the margin; these are 1 and 0 unless the test is for non-inferiority.
     * Enrolment and dropout stay.
     */
    public Scenario underNull() {
        return withModels(NullHypothesis.models(this));
    }

    /** The same trial with other models of the tested endpoint in some arms. */
    public Scenario withModels(Map<String, ? extends EndpointModel> models) {
        Endpoint tested = endpoint();
        Map<String, EndpointModel> all = new LinkedHashMap<>(tested.model());
        all.putAll(models);
        Map<String, Endpoint> changed = new LinkedHashMap<>(endpoints);
        changed.put(testedEndpoint(), new Endpoint(tested.type(), all, tested.at()));
        return with(
                enrolment,
                strata == null ? null : Factors.without(strata, models.keySet()),
                changed,
                dropout,
                analysis,
                simulation);
    }

    /** The same trial with another dropout. */
    public Scenario withDropout(Map<String, DropoutModel> models) {
        return with(enrolment, strata, endpoints, models, analysis, simulation);
    }

    /** The same trial with another enrolment and other looks. */
    public Scenario with(EnrolmentPlan plan, List<Look> looks) {
        return with(plan, strata, endpoints, dropout, analysis.withLooks(looks), simulation);
    }

    /** Whether every experimental arm is assumed to be as under the null hypothesis, so that power is type I error. */
    public boolean assumesNull() {
        return NullHypothesis.isAssumedBy(this);
    }

    /** Whether some arm has a model of its own in some stratum. */
    public boolean hasModelsInStrata() {
        return strata != null && Factors.anyLevel(strata, level -> level.model() != null);
    }

    /** The same trial, simulated otherwise. */
    public Scenario withSimulation(SimulationPlan plan) {
        return with(enrolment, strata, endpoints, dropout, analysis, plan);
    }

    private Scenario with(
            EnrolmentPlan otherEnrolment,
            @Nullable Map<String, Map<String, StratumLevel>> otherStrata,
            Map<String, Endpoint> otherEndpoints,
            Map<String, DropoutModel> otherDropout,
            Analysis otherAnalysis,
            SimulationPlan otherSimulation) {
        return new Scenario(
                trial,
                title,
                description,
                timeUnit,
                arms,
                otherEnrolment,
                otherStrata,
                randomisation,
                otherEndpoints,
                otherDropout,
                otherAnalysis,
                otherSimulation,
                expect,
                sources);
    }
}
