/**
 * Which of the things that a sweep varies matter: the share of the variation of a figure over scenarios that each
 * explains.
 */
@NullMarked
package org.equipoise.simulator.sweep.sensitivity;

import org.jspecify.annotations.NullMarked;
