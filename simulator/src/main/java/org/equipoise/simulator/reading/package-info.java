/** From YAML or JSON to a scenario: places, faults, overrides, and the JSON Schema of the language. */
@NullMarked
package org.equipoise.simulator.reading;

import org.jspecify.annotations.NullMarked;
