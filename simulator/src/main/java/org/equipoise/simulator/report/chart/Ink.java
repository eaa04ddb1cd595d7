package org.equipoise.simulator.report.chart;

import java.util.Locale;

/**
 * What is drawn in which colour, on white and on a dark page. The first arms, efficacy and futility follow the colours
 * of Okabe and Ito (2008), darkened or lightened until they have a contrast of 3 : 1 with the page; further arms differ
 * by {@link Dash} too. Shades have one hue and go by lightness alone, so that everyone can order them.
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
    FUTILITY("#a6457f", "#e79ac6"),
    /** The least of what shades measure. */
    SHADE_1("#ebf7f1", "#172b24"),
    /** The second of ten. */
    SHADE_2("#d6efe3", "#1c3a2f"),
    /** The third. */
    SHADE_3("#bae5d1", "#21493a"),
    /** The fourth. */
    SHADE_4("#9cd8be", "#245846"),
    /** The fifth. */
    SHADE_5("#7ccaab", "#266751"),
    /** The sixth, the last with dark words on a white page. */
    SHADE_6("#5bbb9a", "#2b755d"),
    /** The seventh. */
    SHADE_7("#0e8061", "#48c096"),
    /** The eighth. */
    SHADE_8("#086d52", "#5ed4a8"),
    /** The ninth. */
    SHADE_9("#055641", "#8fe6c1"),
    /** The most. */
    SHADE_10("#043d2d", "#c3f5de");

    private static final Ink[] ARMS = {ARM_1, ARM_2, ARM_3, ARM_4, ARM_5};
    private static final Ink[] SHADES = {
        SHADE_1, SHADE_2, SHADE_3, SHADE_4, SHADE_5, SHADE_6, SHADE_7, SHADE_8, SHADE_9, SHADE_10
    };

    /** Shades from here on are closer to the words than to the page, so words on them have the colour of the page. */
    private static final int FIRST_STRONG = 6;

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

    /** How many shades there are. */
    static int shades() {
        return SHADES.length;
    }

    /** A shade of green, which is the colour of rejecting: 0 is the one closest to the page. */
    static Ink shade(int number) {
        return SHADES[number];
    }

    /** How many lines can be told apart by their shade. */
    public static int lines() {
        return SHADES.length - FIRST_STRONG;
    }

    /** A shade that stands out from the page, for lines that are no arms: 0 is the weakest. */
    public static Ink ofLine(int number) {
        return SHADES[FIRST_STRONG + number];
    }

    /** What words on it are written in; any other ink but a shade is no ground for words. */
    Ink words() {
        return ordinal() >= SHADES[FIRST_STRONG].ordinal() ? PAGE : TEXT;
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
