/** The command line, one class a command. */
@NullMarked
package org.equipoise.simulator.cli;

import org.jspecify.annotations.NullMarked;
