package org.equipoise.core.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.equipoise.core.numerics.StandardNormal;
import org.junit.jupiter.api.Test;

class MonitorTest {
    private final GroupSequentialDesign design = GroupSequentialDesign.at(69, 103, 137)
            .power(0.8)
            .efficacy(Spending.lanDeMetsOBrienFleming())
            .futility(Spending.hwangShihDeCani(-2))
            .build();

    @Test
    void anEarlyLookHasAHigherBound() {
        Monitor monitor = design.monitor();
        monitor.look(60.0 / 137);
        assertThat(monitor.efficacy()).isGreaterThan(design.bounds().efficacy(1));
        assertThat(monitor.futility()).isLessThan(design.bounds().futility(1));
        double spent = Spending.lanDeMetsOBrienFleming().spent(0.025, 60.0 / 137);
        assertThat(monitor.efficacy()).isCloseTo(StandardNormal.upperQuantile(spent), within(1e-12));
    }

    @Test
    void calendarTimeSpendsByItself() {
        Monitor monitor = design.monitor();
        monitor.look(0.6, 0.5);
        double spent = Spending.lanDeMetsOBrienFleming().spent(0.025, 0.5);
        assertThat(monitor.alphaSpent()).isEqualTo(spent);
        monitor.finalLook(0.9);
        assertThat(monitor.alphaSpent()).isEqualTo(0.025);
        assertThat(monitor.futility()).isEqualTo(monitor.efficacy());
        assertThat(monitor.looks()).isEqualTo(2);
    }

    @Test
    void theLastBoundOfAShapeKeepsTheLevel() {
        GroupSequentialDesign pocock =
                GroupSequentialDesign.evenly(3).efficacy(Boundary.pocock()).build();
        Monitor monitor = pocock.monitor();
        monitor.look(1.0 / 3);
        monitor.look(2.0 / 3);
        assertThat(monitor.efficacy()).isEqualTo(pocock.bounds().efficacy(2));
        monitor.finalLook(1);
        assertThat(monitor.efficacy()).isCloseTo(pocock.bounds().efficacy(3), within(1e-9));
        monitor.reset();
        monitor.look(0.2);
        monitor.look(0.9);
        monitor.finalLook(1);
        assertThat(StoppingBounds.oneSided(new double[] {0.2, 0.9, 1}, new double[] {
                            pocock.bounds().efficacy(1), pocock.bounds().efficacy(2), monitor.efficacy()
                        })
                        .crossing(0)
                        .rejection())
                .isCloseTo(0.025, within(1e-10));
    }

    @Test
    void aLookThatDoesNotTakePlaceSpendsNothing() {
        GroupSequentialDesign given = GroupSequentialDesign.evenly(3)
                .efficacy(Boundary.cumulative(0.004, 0.01, 0.025))
                .build();
        Monitor monitor = given.monitor();
        monitor.skipLook();
        monitor.look(0.6);
        assertThat(monitor.alphaSpent()).isEqualTo(0.01);
        assertThat(monitor.efficacy()).isCloseTo(StandardNormal.upperQuantile(0.01), within(1e-12));
        monitor.finalLook(1);
        assertThat(monitor.alphaSpent()).isEqualTo(0.025);
        assertThat(monitor.looks()).isEqualTo(3);
        assertThatIllegalStateException().isThrownBy(monitor::skipLook);
    }

    @Test
    void whatIsSpentIsSpent() {
        Monitor monitor = design.monitor();
        monitor.look(1.1);
        assertThat(monitor.alphaSpent()).isEqualTo(0.025);
        monitor.look(1.2);
        assertThat(monitor.efficacy()).isInfinite();
    }

    @Test
    void refusesLooksThatGoBack() {
        Monitor monitor = design.monitor();
        monitor.look(0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> monitor.look(0.5))
                .withMessage("information must be finite and more than at the look before, 0.5, was 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> monitor.look(0.6, 0.4))
                .withMessage("spending time must be from 0.5 to 1.0, was 0.4");
        monitor.finalLook(1);
        assertThatIllegalStateException().isThrownBy(() -> monitor.look(1.1));
    }

    @Test
    void allocatesNothingOnceWarm() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Monitor monitor = design.monitor();
        double sum = 0;
        for (int trial = 0; trial < 50; trial++) {
            sum += follow(monitor, trial);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int trial = 0; trial < 50; trial++) {
            sum += follow(monitor, trial);
        }
        // The bean itself allocates some dozens of bytes.
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
        assertThat(sum).isFinite();
    }

    private static double follow(Monitor monitor, int trial) {
        monitor.reset();
        monitor.look((65 + trial % 8) / 137.0);
        monitor.look((100 + trial % 6) / 137.0);
        monitor.finalLook(1);
        return monitor.efficacy();
    }
}
