/**
 * Analyses of one proportion, and of two proportions in two groups: score tests, Wald's, Fisher's, and their confidence
 * limits. Each stands on counts alone.
 */
@NullMarked
package org.equipoise.core.proportion;

import org.jspecify.annotations.NullMarked;
