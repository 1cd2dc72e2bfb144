/** Keeps raw samples as a ring of some weeks and the journal for ever, each in one SQLite file. */
@NullMarked
package org.zerofactory.edge.store;

import org.jspecify.annotations.NullMarked;
