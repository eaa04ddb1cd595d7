/**
 * Trials with one analysis of a time to an event: power by every method in use, and the one thing that is to be found
 * (events, patients, follow-up, enrolment, hazard ratio) for a given power.
 */
@NullMarked
package org.equipoise.core.planning.fixed;

import org.jspecify.annotations.NullMarked;
