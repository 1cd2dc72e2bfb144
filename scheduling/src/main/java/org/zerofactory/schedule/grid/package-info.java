/** A planning problem and its plan on a grid of equal slots: what the search sees. */
@NullMarked
package org.zerofactory.schedule.grid;

import org.jspecify.annotations.NullMarked;
