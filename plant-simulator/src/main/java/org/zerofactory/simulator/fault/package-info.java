/** Faults on demand: what meters show wrongly, and what goes wrong in the plant itself. */
@NullMarked
package org.zerofactory.simulator.fault;

import org.jspecify.annotations.NullMarked;
