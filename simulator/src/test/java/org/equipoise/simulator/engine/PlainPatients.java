package org.equipoise.simulator.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equipoise.core.random.ExponentialSampler;
import org.equipoise.core.random.RandomStream;
import org.equipoise.core.random.WordBuffer;
import org.equipoise.simulator.engine.cohort.Purpose;
import org.equipoise.simulator.scenario.Arm;
import org.equipoise.simulator.scenario.DropoutModel;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.RatioPiece;
import org.equipoise.simulator.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** The patients of a replicate and their true histories, written plainly. */
final class PlainPatients {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /** A patient's true history; times to event and dropout count from entry. */
    record Patient(int arm, List<String> stratum, double entry, double toEvent, double toDropout) {
        boolean hasEvent() {
            return toEvent <= toDropout && toEvent < NEVER;
        }

        double eventCalendar() {
            return entry + toEvent;
        }
    }

    private final Scenario scenario;
    private final long replicate;
    private final PlainStrata strata;

    private PlainPatients(Scenario scenario, long replicate) {
        this.scenario = scenario;
        this.replicate = replicate;
        this.strata = new PlainStrata(scenario);
    }

    /** In the order in which they enter. */
    static List<Patient> of(Scenario scenario, long replicate) {
        return new PlainPatients(scenario, replicate).all();
    }

    private List<Patient> all() {
        List<Double> entries = PlainEnrolment.entries(scenario.enrolment(), stream(Purpose.ENROLMENT, 0));
        List<List<String>> levels = strata.levels(replicate, entries.size());
        List<Integer> armOf = allocation(levels);
        List<PlainModel> dropouts = dropoutModels();
        int[] draws = new int[scenario.arms().size()];
        List<Patient> patients = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            int arm = armOf.get(i);
            int draw = draws[arm]++;
            PlainModel model = eventModels(levels.get(i)).get(arm);
            double toEvent = time(model, stream(Purpose.EVENT, arm), draw);
            double toDropout = time(dropouts.get(arm), stream(Purpose.DROPOUT, arm), draw);
            patients.add(new Patient(arm, levels.get(i), entries.get(i), toEvent, toDropout));
        }
        return patients;
    }

    private RandomStream stream(Purpose purpose, int number) {
        return stream(scenario, purpose, number, replicate);
    }

    /** The words of one purpose, of one arm, stratum or factor, in one replicate. */
    static RandomStream stream(Scenario scenario, Purpose purpose, int number, long replicate) {
        RandomStream stream = purpose.stream(scenario.simulation().seed(), number, new WordBuffer(0));
        stream.select(replicate);
        return stream;
    }

    private static double time(@Nullable PlainModel model, RandomStream stream, int draw) {
        return model == null ? NEVER : model.timeAt(ExponentialSampler.of(stream.word(draw)));
    }

    /** Within each stratum of the randomisation, by its own stream. */
    private List<Integer> allocation(List<List<String>> levels) {
        List<Arm> arms = new ArrayList<>(scenario.arms().values());
        arms.sort(Comparator.comparing(Arm::role)); // stable
        List<List<String>> randomised = strata.randomised();
        List<List<Integer>> byStratum = new ArrayList<>();
        for (int s = 0; s < randomised.size(); s++) {
            byStratum.add(
                    new ArrayList<>(PlainRandomisation.allocation(scenario, arms, stream(Purpose.ALLOCATION, s))));
        }
        List<Integer> all = new ArrayList<>();
        for (List<String> each : levels) {
            all.add(byStratum.get(randomised.indexOf(strata.known(each))).remove(0));
        }
        return all;
    }

    /** Hazards of all levels multiply; a model of a level takes the arm's place. */
    private List<PlainModel> eventModels(List<String> levels) {
        List<String> factors = strata.factors();
        Map<String, EventModel> byArm = new HashMap<>();
        scenario.endpoints()
                .values()
                .iterator()
                .next()
                .model()
                .forEach((arm, model) -> byArm.put(arm, (EventModel) model));
        double ratio = 1;
        for (int f = 0; f < factors.size(); f++) {
            var level = scenario.strata().get(factors.get(f)).get(levels.get(f));
            ratio *= level.hazardRatio() == null ? 1 : level.hazardRatio();
            if (level.model() != null) {
                byArm.putAll(level.model());
            }
        }
        List<PlainModel> models = new ArrayList<>();
        for (String name : namesControlFirst()) {
            models.add(PlainModel.of(byArm.get(name), models.isEmpty() ? null : models.get(0)));
        }
        double factor = ratio;
        models.replaceAll(model -> new PlainModel.Relative(model, List.of(new RatioPiece(0, factor))));
        return models;
    }

    private List<PlainModel> dropoutModels() {
        List<PlainModel> models = new ArrayList<>();
        for (String name : namesControlFirst()) {
            DropoutModel model =
                    scenario.dropout().getOrDefault(name, scenario.dropout().get("all"));
            models.add(model == null ? null : PlainModel.of(model, models.isEmpty() ? null : models.get(0)));
        }
        return models;
    }

    private List<String> namesControlFirst() {
        List<String> names = new ArrayList<>(scenario.arms().keySet());
        names.sort(Comparator.comparing(name -> scenario.arms().get(name).role()));
        return names;
    }
}
