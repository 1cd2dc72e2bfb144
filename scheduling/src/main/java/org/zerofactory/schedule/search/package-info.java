/** The search: a plan as arrays, moves that push their neighbours, annealing, exact timing. */
@NullMarked
package org.zerofactory.schedule.search;

import org.jspecify.annotations.NullMarked;
