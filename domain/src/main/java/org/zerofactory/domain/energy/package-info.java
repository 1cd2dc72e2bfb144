/** Comprehensive energy consumption in standard coal, and the shares that schemes ask for. */
@NullMarked
package org.zerofactory.domain.energy;

import org.jspecify.annotations.NullMarked;
