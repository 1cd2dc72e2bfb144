/** Reads what agents and people send: batches, entries, runs, forms; all faults at once. */
@NullMarked
package org.zerofactory.central.receive;

import org.jspecify.annotations.NullMarked;
