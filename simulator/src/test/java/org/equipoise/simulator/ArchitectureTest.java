package org.equipoise.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/**
 * Which room may look into which. A room is a package below {@code core} or {@code simulator}, with its sub-packages.
 */
@AnalyzeClasses(packages = "org.equipoise", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {
    private static final String HOUSE = "org.equipoise.";

    /** For each room the rooms right below it; what those may import, it may import too. */
    private static final Map<String, Set<String>> BELOW = new LinkedHashMap<>();

    static {
        BELOW.put("core.numerics", Set.of());
        BELOW.put("core.random", Set.of("core.numerics"));
        BELOW.put("core.survival", Set.of("core.numerics"));
        BELOW.put("core.proportion", Set.of("core.numerics"));
        BELOW.put("core.rates", Set.of("core.numerics"));
        BELOW.put("core.sequential", Set.of("core.numerics"));
        BELOW.put("core.multiplicity", Set.of("core.numerics"));
        BELOW.put("core.distribution", Set.of("core.random", "core.numerics"));
        BELOW.put("core.enrolment", Set.of("core.distribution", "core.numerics"));
        BELOW.put("core.planning", Set.of("core.enrolment", "core.sequential", "core.rates", "core.proportion"));

        Set<String> core = Set.copyOf(BELOW.keySet());
        BELOW.put("simulator.scenario", core);
        BELOW.put("simulator.design", Set.of("simulator.scenario"));
        BELOW.put("simulator.engine", Set.of("simulator.design"));
        BELOW.put("simulator.speed", Set.of("simulator.engine"));
        BELOW.put("simulator.analytic", Set.of("simulator.design"));
        BELOW.put("simulator.speed", Set.of("simulator.engine"));
        BELOW.put("simulator.reading", Set.of("simulator.design"));
        BELOW.put("simulator.data", Set.of("simulator.reading"));
        BELOW.put("simulator.analysis", Set.of("simulator.data", "simulator.analytic"));
        BELOW.put("simulator.expect", Set.of("simulator.engine"));
        BELOW.put("simulator.sweep", Set.of("simulator.expect", "simulator.reading", "simulator.analytic"));
        BELOW.put(
                "simulator.report",
                Set.of("simulator.sweep", "simulator.analytic", "simulator.speed", "simulator.analysis"));
        BELOW.put("simulator.studio", Set.of("simulator.report"));
        BELOW.put("simulator.cli", Set.copyOf(BELOW.keySet()));
    }

    @ArchTest
    static void every_class_lies_in_a_room_of_the_plan(JavaClasses house) {
        Set<String> strangers = house.stream()
                .filter(type -> !BELOW.containsKey(roomOf(type)))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(strangers)
                .as("classes outside the rooms that this test knows")
                .isEmpty();
    }

    @ArchTest
    static void a_room_imports_only_rooms_below_it(JavaClasses house) {
        for (String room : BELOW.keySet()) {
            Set<String> allowed = new TreeSet<>(Set.of(room));
            addBelow(room, allowed);
            classes()
                    .that(lieIn(room))
                    .should()
                    .onlyDependOnClassesThat(describe(
                            "lie in " + allowed + " or outside the house",
                            type -> !type.getPackageName().startsWith(HOUSE) || allowed.contains(roomOf(type))))
                    .allowEmptyShould(true)
                    .check(house);
        }
    }

    @ArchTest
    static final ArchRule no_two_packages_import_each_other =
            slices().matching(HOUSE + "(**)").should().beFreeOfCycles();

    @ArchTest
    static void every_package_says_what_it_is(JavaClasses house) {
        Set<String> silent = house.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(described -> !described.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(silent).as("packages without a @NullMarked package-info").isEmpty();
    }

    @ArchTest
    static final ArchRule core_has_no_files_threads_clock_or_logging = noClasses()
            .that()
            .resideInAPackage(HOUSE + "core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.nio..",
                    "java.net..",
                    "java.time..",
                    "java.util.concurrent..",
                    "java.util.logging..",
                    "org.slf4j..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocal.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule the_engine_knows_no_files = noClasses()
            .that(lieIn("simulator.engine"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule hot_rooms_use_no_streams = noClasses()
            .that(lieIn("simulator.engine", "core.random"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.stream..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule commons_math_only_in_numerics = only("org.apache.commons.math3..", "core.numerics");

    @ArchTest
    static final ArchRule jackson_only_where_files_and_json_are =
            only("tools.jackson..", "simulator.reading", "simulator.report", "simulator.cli");

    @ArchTest
    static final ArchRule tablesaw_only_where_tables_are =
            only("tech.tablesaw..", "simulator.sweep", "simulator.report");

    @ArchTest
    static final ArchRule duckdb_only_in_the_store = only("org.duckdb..", "simulator.sweep");

    @ArchTest
    static final ArchRule sql_only_in_the_store = only("java.sql..", "simulator.sweep");

    @ArchTest
    static final ArchRule picocli_only_in_the_command_line = only("picocli..", "simulator.cli");

    @ArchTest
    static final ArchRule progress_bars_only_in_the_command_line = only("me.tongfei..", "simulator.cli");

    private static ArchRule only(String library, String... rooms) {
        return noClasses()
                .that(DescribedPredicate.not(lieIn(rooms)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static DescribedPredicate<JavaClass> lieIn(String... rooms) {
        Set<String> names = Set.of(rooms);
        return describe("lie in " + new TreeSet<>(names), type -> names.contains(roomOf(type)));
    }

    /** The first two parts of the package below {@code org.equipoise}. */
    private static String roomOf(JavaClass type) {
        String[] parts = type.getPackageName().substring(HOUSE.length() - 1).split("\\.");
        return parts.length < 3 ? "none" : parts[1] + "." + parts[2];
    }

    private static void addBelow(String room, Set<String> rooms) {
        for (String next : BELOW.getOrDefault(room, Set.of())) {
            if (rooms.add(next)) {
                addBelow(next, rooms);
            }
        }
    }

    /** Unlike ArchUnit's own option it does not expect the test classes right below {@code target}. */
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }
}
