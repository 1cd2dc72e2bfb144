/** Tests that see all programs at once: layering, the launcher, end to end, and faults. */
@NullMarked
package org.zerofactory.systemtests;

import org.jspecify.annotations.NullMarked;
