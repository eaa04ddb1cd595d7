/** From a CSV file to the patients of a trial of two arms: which column is what, and every fault with its place. */
@NullMarked
package org.equipoise.simulator.data;

import org.jspecify.annotations.NullMarked;
