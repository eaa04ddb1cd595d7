package org.equipoise.simulator.scenario;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Values that a number, or each number of a list, may take. A bound that is not given does not bind. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
    /** Smallest value allowed. */
    double atLeast() default Double.NEGATIVE_INFINITY;

    /** Largest value allowed. */
    double atMost() default Double.POSITIVE_INFINITY;

    /** Value that must be exceeded. */
    double above() default Double.NEGATIVE_INFINITY;

    /** Value that must not be reached. */
    double below() default Double.POSITIVE_INFINITY;
}
