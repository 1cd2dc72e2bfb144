/** Certificates and power contracts as a register, and their matching with consumption by hour. */
@NullMarked
package org.zerofactory.domain.instrument;

import org.jspecify.annotations.NullMarked;
