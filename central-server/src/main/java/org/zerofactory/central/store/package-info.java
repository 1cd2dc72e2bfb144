/** Keeps journals and what is derived from them in SQLite; the only package that sees SQL. */
@NullMarked
package org.zerofactory.central.store;

import org.jspecify.annotations.NullMarked;
