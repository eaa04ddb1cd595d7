/**
 * Results told to people and to programs: here what is told, in the packages below it how, as text, as JSON or as a
 * page.
 */
@NullMarked
package org.equipoise.simulator.report;

import org.jspecify.annotations.NullMarked;
