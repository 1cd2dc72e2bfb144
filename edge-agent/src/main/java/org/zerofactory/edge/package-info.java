/** The edge agent: connects acquire, store, seal and sync, and is the command line to them. */
@NullMarked
package org.zerofactory.edge;

import org.jspecify.annotations.NullMarked;
