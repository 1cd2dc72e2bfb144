/** Watches whether meters agree, data is complete and agents report; raises and clears alarms. */
@NullMarked
package org.zerofactory.central.assess;

import org.jspecify.annotations.NullMarked;
