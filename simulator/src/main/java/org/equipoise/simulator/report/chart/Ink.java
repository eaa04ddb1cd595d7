package org.equipoise.simulator.report.chart;

import java.util.Locale;

/**
 * What is drawn in which colour, on white and on a dark page. The first arms, efficacy and futility follow the colours
 * of Okabe and Ito (2008), darkened or lightened until they have a contrast of 3 : 1 with the page; further arms differ
 * by {@link Dash} too.
 */
public enum Ink {
    /** Words, and figures of all arms together. */
    TEXT("#1a1c1f", "#e8eaed"),
    /** Words of the second rank. */
    MUTED("#50565e", "#a9b1bb"),
    /** Axes. */
    AXIS("#767c85", "#8b939d"),
    /** Lines that guide the eye. */
    GRID("#e3e6ea", "#31363d"),
    /** The page, around marks that lie on others. */
    PAGE("#ffffff", "#15181c"),
    /** The control arm. */
    ARM_1("#0072b2", "#56b4e9"),
    /** The first experimental arm. */
    ARM_2("#d55e00", "#ff9a52"),
    /** The second. */
    ARM_3("#8a6200", "#f0e442"),
    /** The third. */
    ARM_4("#3b3f8f", "#b9bcff"),
    /** The fourth. */
    ARM_5("#7a4b2a", "#d9b38c"),
    /** Efficacy: the null hypothesis is rejected. */
    EFFICACY("#00805e", "#2fc79b"),
    /** Futility: the trial stops without. */
    FUTILITY("#a6457f", "#e79ac6");

    private static final Ink[] ARMS = {ARM_1, ARM_2, ARM_3, ARM_4, ARM_5};

    private final String light;
    private final String dark;

    Ink(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The colour of an arm: 0 is the control, then the experimental ones in the order of the scenario. */
    public static Ink ofArm(int arm) {
        return ARMS[arm % ARMS.length];
    }

    /** On a white page: {@code #rrggbb}. */
    public String light() {
        return light;
    }

    /** On a dark page: {@code #rrggbb}. */
    public String dark() {
        return dark;
    }

    /** Names its rules in a style sheet. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
