/** Published series of sun and solar power, and what chain and forecast make of them. */
@NullMarked
package org.zerofactory.benchmarks.solar;

import org.jspecify.annotations.NullMarked;
