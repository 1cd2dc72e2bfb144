/** Raises and clears alarms, counts what they wasted, and holds sites against schemes. */
@NullMarked
package org.zerofactory.central.assess;

import org.jspecify.annotations.NullMarked;
