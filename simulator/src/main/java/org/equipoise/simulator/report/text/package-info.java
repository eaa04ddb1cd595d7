/** Results as text for a terminal: tables, small charts, warnings. One class for each command's result. */
@NullMarked
package org.equipoise.simulator.report.text;

import org.jspecify.annotations.NullMarked;
