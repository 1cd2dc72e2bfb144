/** Turns what agents send into batches, and hands them to be judged and applied. */
@NullMarked
package org.zerofactory.central.receive;

import org.jspecify.annotations.NullMarked;
