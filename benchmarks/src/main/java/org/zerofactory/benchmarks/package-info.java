/** Measures the figures of docs/benchmarks.md, each beside a raw limit of the same run. */
@NullMarked
package org.zerofactory.benchmarks;

import org.jspecify.annotations.NullMarked;
