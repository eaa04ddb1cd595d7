package org.equipoise.simulator.reading;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values of a map that stand each for itself. One that cannot be read is left out, so that the others can still be
 * checked; without this the whole map is lost, because others may refer to its names.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
@interface Separate {}
