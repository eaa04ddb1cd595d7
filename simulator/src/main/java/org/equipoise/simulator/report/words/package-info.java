/**
 * Names, numbers and turns of phrase that every telling shares: what a scenario, its test and its bounds are called.
 */
@NullMarked
package org.equipoise.simulator.report.words;

import org.jspecify.annotations.NullMarked;
