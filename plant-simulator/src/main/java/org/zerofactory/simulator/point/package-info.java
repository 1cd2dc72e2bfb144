/** What a simulated device offers: points, and their values at any instant of plant time. */
@NullMarked
package org.zerofactory.simulator.point;

import org.jspecify.annotations.NullMarked;
