/**
 * Group-sequential designs: bounds, error spending, operating characteristics, and inference once a trial has stopped,
 * all on the scale of Z and information. {@link org.equipoise.core.sequential.GroupSequentialDesign} is the way in.
 */
@NullMarked
package org.equipoise.core.sequential;

import org.jspecify.annotations.NullMarked;
