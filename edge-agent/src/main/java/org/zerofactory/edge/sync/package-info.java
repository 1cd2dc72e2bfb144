/** Sends sealed blocks to the centre in order, exactly once, and a lossy live picture beside. */
@NullMarked
package org.zerofactory.edge.sync;

import org.jspecify.annotations.NullMarked;
