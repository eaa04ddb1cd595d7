package org.equipoise.simulator.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.equipoise.core.random.ExponentialSampler;
import org.equipoise.core.random.RandomStream;
import org.equipoise.core.random.WordBuffer;
import org.equipoise.simulator.engine.cohort.Purpose;
import org.equipoise.simulator.scenario.Analysis;
import org.equipoise.simulator.scenario.Arm;
import org.equipoise.simulator.scenario.DropoutModel;
import org.equipoise.simulator.scenario.EnrolmentPlan;
import org.equipoise.simulator.scenario.EventModel;
import org.equipoise.simulator.scenario.Look;
import org.equipoise.simulator.scenario.RatePiece;
import org.equipoise.simulator.scenario.RatioPiece;
import org.equipoise.simulator.scenario.Scenario;
import org.equipoise.simulator.scenario.TestPlan;
import org.jspecify.annotations.Nullable;

/**
 * A second, plain implementation of a replicate: patients are objects in lists, and every step is written as its
 * definition reads. It shares with the engine the scenario, and the addressed random words; nothing else.
 *
 * <p>One long file on purpose: whoever doubts the engine reads it from patient to decision, top to bottom, in one
 * place.
 */
final class PlainReplicate {
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

    /** A patient as seen at a cut. */
    record Seen(int arm, List<String> stratum, double time, boolean event, boolean lost) {}

    /** What a comparison shows at a look. */
    record Finding(double z, double logHazardRatio, double standardError) {}

    /** What a look shows. */
    record LookShown(
            double time, int enrolled, int dropouts, int events, List<Integer> eventsByArm, List<Finding> findings) {}

    private final Scenario scenario;
    private final List<Patient> patients;

    private PlainReplicate(Scenario scenario, List<Patient> patients) {
        this.scenario = scenario;
        this.patients = patients;
    }

    // ---- patients

    static PlainReplicate of(Scenario scenario, long replicate) {
        long seed = scenario.simulation().seed();
        List<Arm> arms = armsControlFirst(scenario);
        List<Double> entries = entries(scenario.enrolment(), stream(Purpose.ENROLMENT, seed, 0, replicate));
        List<List<String>> levels = levels(scenario, seed, replicate, entries.size());
        List<Integer> armOf = allocation(scenario, arms, levels, seed, replicate);
        List<PlainModel> dropouts = dropoutModels(scenario);
        int[] draws = new int[arms.size()];
        List<Patient> patients = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            int arm = armOf.get(i);
            int draw = draws[arm]++;
            PlainModel model = eventModels(scenario, levels.get(i)).get(arm);
            double toEvent = time(model, stream(Purpose.EVENT, seed, arm, replicate), draw);
            double toDropout = time(dropouts.get(arm), stream(Purpose.DROPOUT, seed, arm, replicate), draw);
            patients.add(new Patient(arm, levels.get(i), entries.get(i), toEvent, toDropout));
        }
        return new PlainReplicate(scenario, patients);
    }

    private static RandomStream stream(Purpose purpose, long seed, int arm, long replicate) {
        RandomStream stream = purpose.stream(seed, arm, new WordBuffer(0));
        stream.select(replicate);
        return stream;
    }

    private static double time(@Nullable PlainModel model, RandomStream stream, int draw) {
        return model == null ? NEVER : model.timeAt(ExponentialSampler.of(stream.word(draw)));
    }

    private static List<Arm> armsControlFirst(Scenario scenario) {
        List<Arm> arms = new ArrayList<>(scenario.arms().values());
        arms.sort(Comparator.comparing(Arm::role)); // stable
        return arms;
    }

    private static List<String> namesControlFirst(Scenario scenario) {
        List<String> names = new ArrayList<>(scenario.arms().keySet());
        names.sort(Comparator.comparing(name -> scenario.arms().get(name).role()));
        return names;
    }

    // ---- strata

    /** Factors in alphabetical order; none where there are no strata. */
    private static List<String> factors(Scenario scenario) {
        return scenario.strata() == null
                ? List.of()
                : new ArrayList<>(new TreeSet<>(scenario.strata().keySet()));
    }

    /** Each patient's level of each factor: a uniform number from the factor's own stream. */
    private static List<List<String>> levels(Scenario scenario, long seed, long replicate, int patients) {
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            List<String> levels = new ArrayList<>();
            List<String> factors = factors(scenario);
            for (int f = 0; f < factors.size(); f++) {
                double uniform = (stream(Purpose.STRATUM, seed, f, replicate).word(i) >>> 11) / Math.pow(2, 53);
                var ofFactor = scenario.strata().get(factors.get(f));
                String found = null;
                double sum = 0;
                for (String level : new TreeSet<>(ofFactor.keySet())) {
                    if (found == null || uniform >= sum) {
                        found = level;
                    }
                    sum += ofFactor.get(level).prevalence();
                }
                levels.add(found);
            }
            all.add(levels);
        }
        return all;
    }

    /** Hazards of all levels multiply; a model of a level takes the arm's place. */
    private static List<PlainModel> eventModels(Scenario scenario, List<String> levels) {
        List<String> factors = factors(scenario);
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
        for (String name : namesControlFirst(scenario)) {
            models.add(PlainModel.of(byArm.get(name), models.isEmpty() ? null : models.get(0)));
        }
        double factor = ratio;
        models.replaceAll(model -> new PlainModel.Relative(model, List.of(new RatioPiece(0, factor))));
        return models;
    }

    /** The levels of those factors that the randomisation knows. */
    private static List<String> known(Scenario scenario, List<String> levels) {
        List<String> factors = factors(scenario);
        List<String> known = new ArrayList<>();
        for (int f = 0; f < factors.size(); f++) {
            if (scenario.randomisation().strata() != null
                    && scenario.randomisation().strata().contains(factors.get(f))) {
                known.add(levels.get(f));
            }
        }
        return known;
    }

    private static List<PlainModel> dropoutModels(Scenario scenario) {
        List<PlainModel> models = new ArrayList<>();
        for (String name : namesControlFirst(scenario)) {
            DropoutModel model =
                    scenario.dropout().getOrDefault(name, scenario.dropout().get("all"));
            models.add(model == null ? null : PlainModel.of(model, models.isEmpty() ? null : models.get(0)));
        }
        return models;
    }

    // ---- arrivals

    private static List<Double> entries(EnrolmentPlan plan, RandomStream stream) {
        int n = plan.patients();
        List<Double> expected = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += ExponentialSampler.of(stream.word(i));
            expected.add(plan.arrivals() == EnrolmentPlan.Arrivals.EVEN ? i + 1.0 : sum);
        }
        if (plan.arrivals() == EnrolmentPlan.Arrivals.UNIFORM) {
            double total = sum + ExponentialSampler.of(stream.word(n));
            expected.replaceAll(points -> points / total * n);
        }
        List<Double> entries = new ArrayList<>();
        expected.forEach(e -> entries.add(calendarOf(e, plan)));
        return entries;
    }

    /** The calendar time by which a number of patients is expected. */
    private static double calendarOf(double expected, EnrolmentPlan plan) {
        if (plan.duration() != null) {
            return expected * plan.duration() / plan.patients();
        }
        double left = expected;
        List<RatePiece> rates = plan.rates();
        for (int k = 0; k + 1 < rates.size(); k++) {
            double piece = rates.get(k).rate()
                    * (rates.get(k + 1).from() - rates.get(k).from());
            if (left <= piece) {
                return rates.get(k).from() + left / rates.get(k).rate();
            }
            left -= piece;
        }
        RatePiece last = rates.get(rates.size() - 1);
        return last.from() + left / last.rate();
    }

    // ---- randomisation

    /** Within each stratum of the randomisation, by its own stream. */
    private static List<Integer> allocation(
            Scenario scenario, List<Arm> arms, List<List<String>> levels, long seed, long replicate) {
        List<List<String>> strata = randomised(scenario);
        List<List<Integer>> byStratum = new ArrayList<>();
        for (int s = 0; s < strata.size(); s++) {
            RandomStream stream = stream(Purpose.ALLOCATION, seed, s, replicate);
            byStratum.add(new ArrayList<>(allocation(scenario, arms, stream)));
        }
        List<Integer> all = new ArrayList<>();
        for (List<String> each : levels) {
            all.add(byStratum.get(strata.indexOf(known(scenario, each))).remove(0));
        }
        return all;
    }

    /** All strata of the randomisation, the levels of the last factor changing first. */
    private static List<List<String>> randomised(Scenario scenario) {
        List<List<String>> strata = new ArrayList<>(List.of(List.of()));
        for (String factor : factors(scenario)) {
            if (scenario.randomisation().strata() != null
                    && scenario.randomisation().strata().contains(factor)) {
                List<List<String>> more = new ArrayList<>();
                for (List<String> stratum : strata) {
                    for (String level :
                            new TreeSet<>(scenario.strata().get(factor).keySet())) {
                        List<String> longer = new ArrayList<>(stratum);
                        longer.add(level);
                        more.add(longer);
                    }
                }
                strata = more;
            }
        }
        return strata;
    }

    private static List<Integer> allocation(Scenario scenario, List<Arm> arms, RandomStream stream) {
        int n = scenario.enrolment().patients();
        int sum = arms.stream().mapToInt(Arm::allocation).sum();
        List<Integer> all = new ArrayList<>();
        switch (scenario.randomisation().method()) {
            case SIMPLE -> {
                for (int i = 0; i < n; i++) {
                    List<Integer> tickets = inShares(arms, sum);
                    all.add(tickets.get(RandomStream.below(sum, stream.word(i))));
                }
            }
            case COMPLETE -> all.addAll(shuffled(inShares(arms, n), n, stream, 0));
            case PERMUTED_BLOCK -> {
                Integer asked = scenario.randomisation().blockSize();
                int size = asked == null ? 2 * sum : asked;
                List<Integer> first = inShares(arms, size);
                boolean listed = orders(first) * size <= 1024;
                int word = 0;
                while (all.size() < n) {
                    int taken = Math.min(size, n - all.size());
                    if (listed) {
                        int order = RandomStream.below((int) orders(first), stream.word(word));
                        all.addAll(orderNumber(order, first).subList(0, taken));
                        word++;
                    } else {
                        all.addAll(shuffled(first, taken, stream, word));
                        word += Math.min(taken, size - 1);
                    }
                }
            }
        }
        return all;
    }

    /** Arms in their shares; those left over go to the largest remainders, the first of equals. */
    private static List<Integer> inShares(List<Arm> arms, int number) {
        double sum = arms.stream().mapToInt(Arm::allocation).sum();
        List<Integer> byRemainder = new ArrayList<>();
        int[] count = new int[arms.size()];
        int left = number;
        for (int a = 0; a < arms.size(); a++) {
            count[a] = (int) (number * (long) arms.get(a).allocation() / (long) sum);
            left -= count[a];
            byRemainder.add(a);
        }
        byRemainder.sort(Comparator.comparing(a -> -(number * (long) arms.get(a).allocation() % (long) sum))); // stable
        for (int a : byRemainder.subList(0, left)) {
            count[a]++;
        }
        List<Integer> items = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            items.addAll(Collections.nCopies(count[a], a));
        }
        return items;
    }

    /** In how many orders the items can stand: n! over the factorials of how often each occurs. */
    private static double orders(List<Integer> items) {
        double number = 1;
        for (int i = 0; i < items.size(); i++) {
            number *= i + 1;
        }
        for (int item : Set.copyOf(items)) {
            for (int i = 1; i <= Collections.frequency(items, item); i++) {
                number /= i;
            }
        }
        return Math.rint(number);
    }

    /** The order with this number, from 0, when all orders are listed as in a dictionary. */
    private static List<Integer> orderNumber(int number, List<Integer> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        int left = number;
        for (int letter : new TreeSet<>(items)) {
            List<Integer> others = new ArrayList<>(items);
            others.remove(Integer.valueOf(letter));
            if (left < orders(others)) {
                List<Integer> order = new ArrayList<>(List.of(letter));
                order.addAll(orderNumber(left, others));
                return order;
            }
            left -= (int) orders(others);
        }
        throw new IllegalArgumentException("no such order: " + number);
    }

    /** The shuffle of Fisher and Yates from the front: place i takes one of the items from i on, by one word. */
    private static List<Integer> shuffled(List<Integer> items, int taken, RandomStream stream, int firstWord) {
        List<Integer> shuffled = new ArrayList<>(items);
        for (int i = 0; i < taken && i < items.size() - 1; i++) {
            int j = i + RandomStream.below(items.size() - i, stream.word(firstWord + i));
            Collections.swap(shuffled, i, j);
        }
        return shuffled.subList(0, taken);
    }

    // ---- looks

    List<Patient> patients() {
        return patients;
    }

    /** What each look shows; null where its condition is never met. */
    List<LookShown> looks() {
        List<Look> looks = scenario.analysis().looks();
        List<LookShown> shown = new ArrayList<>();
        for (int k = 0; k < looks.size(); k++) {
            double cut = timeOf(looks.get(k), k == looks.size() - 1);
            shown.add(cut < NEVER ? at(cut) : null);
        }
        return shown;
    }

    private double timeOf(Look look, boolean last) {
        if (look instanceof Look.Events events) {
            return timeOfEvent(last ? Math.ceil(events.events()) : Math.round(events.events()));
        } else if (look instanceof Look.Information share) {
            List<Look> looks = scenario.analysis().looks();
            double events = ((Look.Events) looks.get(looks.size() - 1)).events();
            return timeOfEvent(Math.max(1, Math.rint(share.information() * Math.ceil(events))));
        } else if (look instanceof Look.CalendarTime at) {
            return at.calendarTime();
        } else if (look instanceof Look.AfterLastPatient after) {
            return patients.get(patients.size() - 1).entry() + after.afterLastPatient();
        } else if (look instanceof Look.AllOf all) {
            return all.allOf().stream()
                    .mapToDouble(each -> timeOf(each, last))
                    .max()
                    .orElseThrow();
        } else if (look instanceof Look.AnyOf any) {
            return any.anyOf().stream()
                    .mapToDouble(each -> timeOf(each, last))
                    .min()
                    .orElseThrow();
        }
        throw new AssertionError("no plain look for " + look);
    }

    private double timeOfEvent(double number) {
        List<Double> times = new ArrayList<>();
        for (Patient p : patients) {
            if (p.hasEvent()) {
                times.add(p.eventCalendar());
            }
        }
        Collections.sort(times);
        return number > times.size() ? NEVER : times.get((int) number - 1);
    }

    private LookShown at(double cut) {
        List<Seen> seen = new ArrayList<>();
        for (Patient p : patients) {
            if (p.entry() <= cut) {
                boolean event = p.hasEvent() && p.eventCalendar() <= cut;
                boolean lost = !event && p.toDropout() < p.toEvent() && p.entry() + p.toDropout() <= cut;
                double time = event ? p.toEvent() : lost ? p.toDropout() : cut - p.entry();
                seen.add(new Seen(p.arm(), p.stratum(), time, event, lost));
            }
        }
        List<Integer> byArm = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int arm = 0; arm < scenario.arms().size(); arm++) {
            int a = arm;
            byArm.add((int) seen.stream().filter(s -> s.arm() == a && s.event()).count());
            if (arm > 0) {
                findings.add(compare(
                        seen.stream().filter(s -> s.arm() == 0 || s.arm() == a).toList()));
            }
        }
        return new LookShown(
                cut,
                seen.size(),
                (int) seen.stream().filter(Seen::lost).count(),
                byArm.stream().mapToInt(Integer::intValue).sum(),
                byArm,
                findings);
    }

    // ---- analysis

    /** Patients at risk and events at one event time, experimental (1) and control (0). */
    private record RiskSet(int atRisk1, int atRisk0, int events1, int events0) {}

    private Finding compare(List<Seen> seen) {
        TestPlan test = scenario.analysis().test();
        List<List<Seen>> strata = test.isStratified()
                ? randomised(scenario).stream()
                        .map(stratum -> seen.stream()
                                .filter(s -> known(scenario, s.stratum()).equals(stratum))
                                .toList())
                        .toList()
                : List.of(seen);
        List<RiskSet> sets =
                strata.stream().flatMap(each -> riskSets(each).stream()).toList();
        Finding logRank = cox(sets, logRank(sets, test.hazardRatioH0()));
        if (test.method() == TestPlan.Method.LOG_RANK) {
            return logRank;
        }
        double error = logRank.standardError();
        double wald = error < NEVER ? (Math.log(test.hazardRatioH0()) - logRank.logHazardRatio()) / error : 0;
        double z = test.method() == TestPlan.Method.COX ? wald : PlainTest.z(test, strata);
        return new Finding(z, logRank.logHazardRatio(), error);
    }

    private static List<RiskSet> riskSets(List<Seen> seen) {
        List<RiskSet> sets = new ArrayList<>();
        TreeSet<Double> eventTimes = new TreeSet<>();
        seen.stream().filter(Seen::event).forEach(s -> eventTimes.add(s.time()));
        for (double t : eventTimes) {
            int n1 = 0;
            int n0 = 0;
            int d1 = 0;
            int d0 = 0;
            for (Seen s : seen) {
                boolean fails = s.event() && s.time() == t;
                if (s.time() >= t && s.arm() > 0) {
                    n1++;
                    d1 += fails ? 1 : 0;
                } else if (s.time() >= t) {
                    n0++;
                    d0 += fails ? 1 : 0;
                }
            }
            sets.add(new RiskSet(n1, n0, d1, d0));
        }
        return sets;
    }

    private static double logRank(List<RiskSet> sets, double theta) {
        double score = 0;
        double variance = 0;
        for (RiskSet s : sets) {
            double n = s.atRisk1() + s.atRisk0();
            double d = s.events1() + s.events0();
            double share = theta * s.atRisk1() / (theta * s.atRisk1() + s.atRisk0());
            score += d * share - s.events1();
            if (n > 1) {
                variance += d * share * (1 - share) * (n - d) / (n - 1);
            }
        }
        return variance > 0 ? score / Math.sqrt(variance) : 0;
    }

    private static Finding cox(List<RiskSet> sets, double z) {
        boolean experimentalFails = sets.stream().anyMatch(s -> s.events1() > 0 && s.atRisk0() > 0);
        boolean controlFails = sets.stream().anyMatch(s -> s.events0() > 0 && s.atRisk1() > 0);
        if (!experimentalFails || !controlFails) {
            double limit = experimentalFails == controlFails ? 0 : experimentalFails ? NEVER : -NEVER;
            return new Finding(z, limit, NEVER);
        }
        double low = -20;
        double high = 20;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (score(sets, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double root = (low + high) / 2;
        return new Finding(z, root, 1 / Math.sqrt(information(sets, root)));
    }

    /** Derivative of the log partial likelihood, ties by Efron. */
    private static double score(List<RiskSet> sets, double beta) {
        double sum = 0;
        for (RiskSet s : sets) {
            sum += s.events1();
            for (int l = 0; l < s.events1() + s.events0(); l++) {
                sum -= shareOf(s, l, beta);
            }
        }
        return sum;
    }

    private static double information(List<RiskSet> sets, double beta) {
        double sum = 0;
        for (RiskSet s : sets) {
            for (int l = 0; l < s.events1() + s.events0(); l++) {
                sum += shareOf(s, l, beta) * (1 - shareOf(s, l, beta));
            }
        }
        return sum;
    }

    private static double shareOf(RiskSet s, int l, double beta) {
        double gone = (double) l / (s.events1() + s.events0());
        double experimental = (s.atRisk1() - gone * s.events1()) * Math.exp(beta);
        return experimental / (experimental + s.atRisk0() - gone * s.events0());
    }

    // ---- decisions

    /** What becomes of a comparison (from 0) at each look. */
    List<Decision> decisions(List<LookShown> looks, int comparison, PlainBounds plan) {
        List<Integer> events = new ArrayList<>();
        looks.forEach(look -> events.add(look == null ? -1 : look.events()));
        List<Double> times =
                looks.stream().map(look -> look == null ? NEVER : look.time()).toList();
        List<PlainBounds.Pair> bounds = plan.with(events, times);
        List<Decision> decisions = new ArrayList<>();
        boolean decided = false;
        for (int k = 0; k < looks.size(); k++) {
            if (looks.get(k) == null) {
                decisions.add(Decision.NOT_REACHED);
            } else if (decided) {
                decisions.add(Decision.DECIDED_BEFORE);
            } else {
                Decision decision =
                        decide(looks.get(k).findings().get(comparison).z(), bounds.get(k), k);
                decided = decision != Decision.CONTINUE;
                decisions.add(decision);
            }
        }
        return decisions;
    }

    private Decision decide(double z, PlainBounds.Pair bounds, int look) {
        Analysis analysis = scenario.analysis();
        if (z >= bounds.efficacy() || (analysis.sides() == 2 && -z >= bounds.efficacy())) {
            return Decision.REJECT;
        }
        if ((analysis.sides() == 2 ? Math.abs(z) : z) <= bounds.futility()) {
            return Decision.FUTILE;
        }
        return look == analysis.looks().size() - 1 ? Decision.NOT_REJECTED : Decision.CONTINUE;
    }
}
