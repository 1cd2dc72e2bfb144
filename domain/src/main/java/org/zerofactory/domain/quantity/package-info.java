/** Amounts with their unit: energy, power, carbon. */
@NullMarked
package org.zerofactory.domain.quantity;

import org.jspecify.annotations.NullMarked;
