package org.equipoise.core.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.equipoise.core.Census;
import org.equipoise.core.Differences;
import org.equipoise.core.WorkedExamples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers printed in books and manuals, to the digits that are printed there. */
public class PublishedReferenceTest {
    private static final WorkedExamples EXAMPLES = new WorkedExamples()
            .addDiffering(
                    "SAS SEQDESIGN, uniform accrual: bounds",
                    "SAS spends 9.8e-7 less than its function says by look 2",
                    PublishedReferenceTest::sasBounds)
            .add("SAS SEQDESIGN, uniform accrual: events needed", PublishedReferenceTest::sasEvents)
            .add("Jennison and Turnbull 2000, Table 2.1, α 0.05", PublishedReferenceTest::pocockConstants)
            .add("Jennison and Turnbull 2000, Table 2.3, α 0.05", PublishedReferenceTest::obrienFlemingConstants)
            .add("five looks of these by gsDesign", PublishedReferenceTest::fiveLooks)
            .add("gsDesign's default design", PublishedReferenceTest::gsDesignDefault);

    @TestFactory
    Stream<DynamicTest> examples() {
        return EXAMPLES.tests();
    }

    public static Census census() {
        return EXAMPLES.census(PublishedReferenceTest.class);
    }

    private static GroupSequentialDesign ofSas() {
        return GroupSequentialDesign.evenly(4).alphaTwoSided(0.05).power(0.9).build();
    }

    private static void sasBounds(Differences differences) {
        bounds(differences, ofSas(), 6e-6, 4.33263, 2.96333, 2.35902, 2.01409);
    }

    /** Events that Schoenfeld's formula needs, with this design's inflation. */
    private static void sasEvents(Differences differences) {
        double drift = ofSas().drift();
        double needed = drift * drift / new HazardRatioScale(1, 1).information(1);
        differences.within("events", needed / Math.pow(Math.log(0.5), 2), 89.07847, 1e-3);
    }

    /**
     * SAS prints 2.96333 and 2.35902 where ours are 2.96313 and 2.35904. Its bounds spend 9.8e-7 less than the spending
     * function allows by look 2, and what it allows, to 1.3e-7, by looks 1, 3 and 4: a search that was content with
     * 1e-6 at look 2, and made up for it at look 3. Coarse grids do not give these four numbers, whether Simpson's rule
     * on 9 to 79 points or Jennison and Turnbull's with r from 1 to 24; nor does one side in place of two.
     */
    @Test
    void sasSpendsLessByTheSecondLook() {
        StoppingBounds sas = StoppingBounds.twoSided(
                new double[] {0.25, 0.5, 0.75, 1}, new double[] {4.33263, 2.96333, 2.35902, 2.01409});
        CrossingProbabilities underNull = sas.crossing(0);
        Spending spending = Spending.lanDeMetsOBrienFleming();
        double[] excess = {0, -9.8e-7, 1.3e-7, 0};
        for (int k = 1; k <= 4; k++) {
            assertThat(underNull.cumulativeEfficacy(k) - spending.spent(0.025, 0.25 * k))
                    .as("look %d", k)
                    .isCloseTo(excess[k - 1], within(6e-8));
        }
    }

    private static void pocockConstants(Differences differences) {
        constants(differences, Boundary.pocock(), 1.960, 2.178, 2.289, 2.361, 2.413, 2.453, 2.485, 2.512, 2.535, 2.555);
    }

    private static void obrienFlemingConstants(Differences differences) {
        constants(
                differences,
                Boundary.obrienFleming(),
                1.960,
                1.977,
                2.004,
                2.024,
                2.040,
                2.053,
                2.063,
                2.072,
                2.080,
                2.087);
    }

    /** The last bound of designs with 1, 2, … looks. */
    private static void constants(Differences differences, Boundary boundary, double... printed) {
        for (int looks = 1; looks <= printed.length; looks++) {
            GroupSequentialDesign design = GroupSequentialDesign.evenly(looks)
                    .alphaTwoSided(0.05)
                    .efficacy(boundary)
                    .build();
            differences.within(looks + " looks", design.bounds().efficacy(looks), printed[looks - 1], 6e-4);
        }
    }

    private static void fiveLooks(Differences differences) {
        DesignBuilder builder =
                GroupSequentialDesign.evenly(5).alphaTwoSided(0.05).power(0.9);
        GroupSequentialDesign pocock = builder.efficacy(Boundary.pocock()).build();
        differences.within("Pocock", pocock.bounds().efficacy(3), 2.413176, 1e-6);
        differences.within("inflation", pocock.inflation(), 1.2066027, 1e-6);
        GroupSequentialDesign shape = builder.efficacy(Boundary.obrienFleming()).build();
        bounds(differences, shape, 1e-6, 4.561743, 3.225639, 2.633723, 2.280871, 2.040073);
        differences.within("inflation", shape.inflation(), 1.0264859, 1e-6);
    }

    private static void gsDesignDefault(Differences differences) {
        GroupSequentialDesign design = GroupSequentialDesign.evenly(3)
                .power(0.9)
                .efficacy(Spending.hwangShihDeCani(-4))
                .futility(Spending.hwangShihDeCani(-2))
                .build();
        bounds(differences, design, 1e-6, 3.010739, 2.546531, 1.999226);
        differences.within("futility 1", design.bounds().futility(1), -0.238724, 1e-6);
        differences.within("futility 2", design.bounds().futility(2), 0.941067, 1e-6);
        differences.within("inflation", design.inflation(), 1.0698832, 1e-6);
    }

    private static void bounds(
            Differences differences, GroupSequentialDesign design, double tolerance, double... printed) {
        for (int k = 1; k <= printed.length; k++) {
            differences.within("bound " + k, design.bounds().efficacy(k), printed[k - 1], tolerance);
        }
    }

    /**
     * Where packages drift: with 40 looks rpact 4.5 has 2.14961; gsDesign's and lrstat's default grid gives 2.15506.
     * The same grid with nine times as many points, and this one twice as fine, agree on 2.1550475.
     */
    @ParameterizedTest
    @CsvSource({"5, 2.0310320435", "20, 2.12283", "30, 2.14276", "40, 2.1550475"})
    void manyLooks(int looks, double last) {
        assertThat(GroupSequentialDesign.evenly(looks).build().bounds().efficacy(looks))
                .isCloseTo(last, within(looks == 5 ? 1e-9 : looks == 40 ? 1e-7 : 5e-6));
    }
}
