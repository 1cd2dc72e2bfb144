/** The virtual electronics plant: weather, sun, shifts, orders, and the registers they move. */
@NullMarked
package org.zerofactory.simulator.plant;

import org.jspecify.annotations.NullMarked;
