/**
 * One benchmark class a question, the baseline beside the subject. Run with {@code java -jar
 * benchmarks/target/benchmarks.jar}.
 */
@NullMarked
package org.equipoise.benchmarks;

import org.jspecify.annotations.NullMarked;
