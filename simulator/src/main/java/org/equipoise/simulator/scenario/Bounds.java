package org.equipoise.simulator.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the bounds of the looks come from; what {@link Efficacy} and {@link Futility} share. */
public interface Bounds {
    /** Bounds given outright. */
    interface Given extends Bounds {
        /** What the numbers are. */
        enum Scale {
            /** Standard normal statistics; above 0 favours the experimental arm. */
            Z("z"),
            /** Nominal p-values. */
            P("p"),
            /** Estimates of the hazard ratio, experimental over control. */
            HAZARD_RATIO("hazardRatio");

            private final String key;

            Scale(String key) {
                this.key = key;
            }

            String key() {
                return key;
            }
        }

        /** One number or null for each look, as the file gives them. */
        List<@Nullable Double> values();

        /** What the numbers are. */
        Scale scale();
    }

    /** Bounds found by spending an error probability over the looks. */
    interface Spent extends Bounds {
        /** How an error is spent. */
        @Doc("obrienFleming, pocock: of these types, by Lan and DeMets; hwangShihDeCani: with gamma; power: that of Kim"
                + " and DeMets, with rho; values: given as cumulative.")
        enum Function {
            /** Lan and DeMets, resembling O'Brien and Fleming's bounds. */
            OBRIEN_FLEMING,
            /** Lan and DeMets, resembling Pocock's bounds. */
            POCOCK,
            /** Hwang, Shih and DeCani. */
            HWANG_SHIH_DE_CANI,
            /** Kim and DeMets. */
            POWER,
            /** Given for each look. */
            VALUES
        }

        /** The time by which an error is spent. */
        @Doc(
                "information: the share of the last look's planned events; calendarTime: the share of the time at which the"
                        + " last look is expected.")
        enum Clock {
            /** Share of the events that are planned for the last look. */
            INFORMATION,
            /** Share of the calendar time at which the last look is expected. */
            CALENDAR_TIME
        }

        /** How the error is spent. */
        Function spending();

        /** Parameter of Hwang, Shih and DeCani's function; null with another one. */
        @Nullable
        Double gamma();

        /** Parameter of Kim and DeMets' function; null with another one. */
        @Nullable
        Double rho();

        /** Error spent up to and including each look; null with a function. */
        @Nullable
        List<Double> cumulative();

        /** The time by which a function spends; null for information. */
        @Nullable
        Clock by();

        /** Whether a function spends by calendar time. */
        default boolean isByCalendarTime() {
            return by() == Clock.CALENDAR_TIME;
        }
    }

    /** Bounds of a classical shape. */
    interface Shaped extends Bounds {
        /** The shapes. */
        @Doc("obrienFleming; pocock; wangTsiatis: with delta; pampallonaTsiatis: with delta, for efficacy and futility"
                + " together; haybittlePeto: with z, for efficacy alone.")
        enum Shape {
            /** The same bound for the score at every look. */
            OBRIEN_FLEMING,
            /** The same bound for Z at every look. */
            POCOCK,
            /** Between and beyond those two. */
            WANG_TSIATIS,
            /** The same for efficacy and futility, which meet at the last look. */
            PAMPALLONA_TSIATIS,
            /** A high bound at the interim looks. */
            HAYBITTLE_PETO
        }

        /** The shape. */
        Shape boundary();

        /** Parameter of the shapes of Wang and Tsiatis and of Pampallona and Tsiatis; null with another one. */
        @Nullable
        Double delta();
    }

    /** A copy that cannot be modified, with room for null. */
    static List<@Nullable Double> copy(List<@Nullable Double> values) {
        return Collections.unmodifiableList(new ArrayList<>(values));
    }
}
