/**
 * A trial and what is asked of it, as immutable records validated on construction: a scenario that exists is valid. The
 * records are the scenario language: their component names are its keys, their annotations its ranges and words.
 */
@NullMarked
package org.equipoise.simulator.scenario;

import org.jspecify.annotations.NullMarked;
