/** Results told to people and to programs: text tables, JSON, pages of HTML. */
@NullMarked
package org.equipoise.simulator.report;

import org.jspecify.annotations.NullMarked;
