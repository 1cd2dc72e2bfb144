/** CSV time series played as devices with a cumulative register. */
@NullMarked
package org.zerofactory.simulator.replay;

import org.jspecify.annotations.NullMarked;
