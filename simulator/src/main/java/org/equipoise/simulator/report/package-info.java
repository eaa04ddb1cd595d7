/** Results told to people and to programs: text tables and JSON. */
@NullMarked
package org.equipoise.simulator.report;

import org.jspecify.annotations.NullMarked;
