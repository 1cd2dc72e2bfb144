/** Turns samples into quarter hours and these into signed, chained journal blocks, in order. */
@NullMarked
package org.zerofactory.edge.seal;

import org.jspecify.annotations.NullMarked;
