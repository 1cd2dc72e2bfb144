/** From sun and sky to the power of a PV array: pure physics, angles in degrees, W/m2, kW. */
@NullMarked
package org.zerofactory.domain.solar;

import org.jspecify.annotations.NullMarked;
