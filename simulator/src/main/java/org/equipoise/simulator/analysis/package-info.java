/** Tests and estimates for the patients of two arms, asked for by the names that people and programs write. */
@NullMarked
package org.equipoise.simulator.analysis;

import org.jspecify.annotations.NullMarked;
