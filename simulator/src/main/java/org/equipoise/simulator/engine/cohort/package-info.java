/**
 * The patients of one replicate, in columns that are allocated once and refilled, and the stages that fill them:
 * arrivals, allocation, course, dropout.
 */
@NullMarked
package org.equipoise.simulator.engine.cohort;

import org.jspecify.annotations.NullMarked;
