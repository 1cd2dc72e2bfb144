/**
 * Orders in, plans out: real orders and plants become problems on the grid, and plans come back.
 */
@NullMarked
package org.zerofactory.schedule.orders;

import org.jspecify.annotations.NullMarked;
